/** Where everything stands: an issue's stories, photos and ads become the plan of its pages. Pure: no files, no clock. */
import type { Fault } from '../fault.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { Picture } from '../photo/model.ts';
import type { Typesetter } from '../typeset/model.ts';
import { type Assignment, distribute } from './edition/distribute.ts';
import { hole, overset, textLost, unmade } from './faults.ts';
import { earColumns, front, frontRows } from './furniture/front.ts';
import { indexEntries } from './furniture/index.ts';
import { gridOf } from './grid.ts';
import { drawPage } from './page/draw.ts';
import { type FailedPage, type MadePage, makePage, type PageMemory } from './page/page.ts';
import type { Desk, PageTask, StoryTask } from './page/task.ts';
import type { Grid, PagePlan, Plan } from './plan.ts';
import { proofs } from './proof.ts';
import { weightsOf } from './rules.ts';
import type { Rank } from './shape/rank.ts';

/** What the make-up works on. */
export interface MakeUpInput {
  readonly issue: Issue;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The plan of an earlier run: at nearly equal cost the new one moves as little as it can. */
  readonly previous?: Plan;
  /** Numbers of pages that are signed off: they are taken from `previous` as they are. */
  readonly released?: readonly number[];
  /** Pages made before, for a session that makes the same issue many times (`memory.ts`). */
  readonly memory?: PageMemory;
}

/** Other ways to make up a page. */
export interface Proposals {
  readonly page: number;
  readonly plans: readonly PagePlan[];
}

/** What the make-up made. */
export interface MadeUp {
  readonly plan: Plan;
  readonly faults: readonly Fault[];
  readonly proposals: readonly Proposals[];
}

/** Makes up all pages of an issue. A page that cannot be made up is a fault; the plan then shows it as a draft. */
export function makeUp(input: MakeUpInput): MadeUp {
  const { issue, typesetter, pictures } = input;
  const grid = gridOf(issue.paper.format);
  const { makeup, language } = issue.paper;
  const remembered = input.memory && { memory: input.memory };
  const desk: Desk = { typesetter, pictures, weights: weightsOf(makeup), language, ...remembered };
  const assignments = distribute(issue, typesetter, grid, pictures);
  const faults: Fault[] = [];
  const pages = assignments.map((assignment) => {
    const task = taskOf(assignment, issue, desk, grid);
    const made = makePage(desk, task);
    if ('placed' in made) return draw(made, assignments, issue, desk, grid);
    const draft = makePage(desk, draftOf(task));
    faults.push(...explain(made, draft));
    return 'placed' in draft ? draw(draft, assignments, issue, desk, grid) : emptyPage(task, issue);
  });
  const articles = proofs(issue.articles, pages);
  for (const proof of articles) {
    const article = issue.articles.find((one) => one.slug === proof.slug);
    if (article && proof.placed > 0 && proof.digest !== proof.placedDigest) faults.push(textLost(article));
  }
  return { plan: { schema: 'broadsheet/plan@1', issue: issue.id, pages, articles }, faults, proposals: [] };
}

function taskOf({ page, articles }: Assignment, issue: Issue, desk: Desk, grid: Grid): PageTask {
  const first = page.number === 1;
  const top = first ? frontRows(grid) : 0;
  const inEar = first && earColumns(grid) > 0 ? articles.find((article) => article.genre === 'index') : undefined;
  return {
    page,
    grid,
    top,
    rows: grid.rows - top,
    stories: ranked(
      articles.filter((article) => article !== inEar),
      first,
      desk,
    ),
    ads: issue.ads
      .map((ad, index) => ({ ad, name: `ad-${index + 1}`, file: ad.file }))
      .filter(({ ad }) => ad.page === page.number && ad.position !== 'ear'),
    fillers: [],
    groups: [],
    holes: false,
  };
}

/** Stories by rank: the page's first is its lead, alone in its rank. */
function ranked(articles: readonly Article[], front: boolean, desk: Desk): readonly StoryTask[] {
  const order = (article: Article): number => (article.genre === 'brief' ? 5 : article.priority);
  const sorted = articles.toSorted(
    (a, b) =>
      order(a) - order(b) ||
      (a.order ?? 1e9) - (b.order ?? 1e9) ||
      desk.typesetter.copy(b).characters - desk.typesetter.copy(a).characters,
  );
  const lead: Rank = front ? 1 : 2;
  const ranks = sorted.map((article, index) =>
    index === 0 ? Math.min(lead, order(article)) : Math.max(lead + 1, order(article)),
  ) as Rank[];
  return sorted.map((article, index): StoryTask => {
    const rank = ranks[index] ?? 5;
    return { copy: desk.typesetter.copy(article), part: 1, rank, nth: index - ranks.indexOf(rank), stretch: 1 };
  });
}

/** The same page where anything may be left out and white may show: what a draft prints. */
function draftOf(task: PageTask): PageTask {
  return {
    ...task,
    holes: true,
    stories: task.stories.map((story) => ({ ...story, leftOut: 2000 - story.rank * 100 })),
  };
}

function draw(made: MadePage, assignments: readonly Assignment[], issue: Issue, desk: Desk, grid: Grid): PagePlan {
  if (made.task.page.number !== 1) return drawPage(desk, issue, made, { modules: [], rules: [] });
  const ear = indexEntries(issue, assignments);
  const pages = assignments.length;
  return drawPage(
    desk,
    issue,
    made,
    front({ issue, grid, typesetter: desk.typesetter, pictures: desk.pictures, pages, ear }),
  );
}

function explain(failed: FailedPage, draft: MadePage | FailedPage): Fault[] {
  const { number } = failed.task.page;
  if (!('placed' in draft)) return [unmade(number, 'Give the page other stories, or free a pin.')];
  const missing = failed.task.stories.filter((_, index) => !draft.placed.some((placed) => placed.item === index));
  const faults = missing.map(({ copy }) =>
    overset(
      copy.article,
      number,
      copy.body(failed.task.grid.measure * 12).rows.best,
      'Cut it, jump it, or move it to another page.',
    ),
  );
  const white = draft.placed.filter((placed) => placed.leaf.kind === 'hole');
  const cells = white.reduce((sum, placed) => sum + placed.columns * placed.rows, 0);
  return cells > 0 && faults.length === 0
    ? [hole(number, cells, 'Add a story, a photo or a filler.')]
    : faults.length > 0
      ? faults
      : [unmade(number, 'Give the page other stories, or free a pin.')];
}

function emptyPage(task: PageTask, issue: Issue): PagePlan {
  const { page, grid } = task;
  const { trim, margins } = issue.paper.format;
  return {
    number: page.number,
    color: page.color,
    trim,
    margins,
    grid,
    folio: [],
    modules: [],
    rules: [],
    hard: [],
    soft: [],
    optimal: false,
    fill: 0,
  };
}
