/** From a page's stories to its task: ranks, groups, asides, ads. */
import type { Article, Issue, PageRequest } from '../../issue/model.ts';
import type { Rows } from '../../units.ts';
import { earColumns, frontRows, nameplateSize } from '../furniture/front.ts';
import type { AdTask, Area, Desk, GroupTask, KnownPlace, PageTask, StoryTask, Wishes } from '../page/task.ts';
import type { Grid, PagePlan } from '../plan.ts';
import { LARGEST_HEAD, type Rank } from '../shape/rank.ts';

/** Cost of leaving a story out that the desk lets be held (R67): any page with it that is not ugly is better. */
const HELD = 14;
/** Rank of the second part of a jump. */
const JUMPED: Rank = 4;

/** A second part that a page takes over, or the page that a first part goes on to. */
export interface JumpPart {
  readonly slug: string;
  readonly part: 1 | 2;
  readonly from?: StoryTask['from'];
  readonly to?: StoryTask['to'];
}

/** A story that may stand anywhere. */
export const NO_WISHES: Wishes = { keepApart: [] };

/** What a page's task is made from. */
export interface TaskSource {
  readonly issue: Issue;
  readonly desk: Desk;
  readonly grid: Grid;
  readonly page: PageRequest;
  readonly articles: readonly Article[];
  readonly ads: readonly AdTask[];
  readonly jumps: readonly JumpPart[];
  /** Rows that the imprint takes at the foot. */
  readonly foot: Rows;
  /** Areas that a story must keep off. */
  readonly offOf: (article: Article) => readonly Area[];
  readonly previous?: PagePlan;
}

/** The article that stands in the ear of page 1, when there is one. */
export const inEar = (page: PageRequest, grid: Grid, articles: readonly Article[]): Article | undefined =>
  page.number === 1 && earColumns(grid) > 0 ? articles.find((article) => article.genre === 'index') : undefined;

/** The task of a page. */
export function taskOf(source: TaskSource): PageTask {
  const { page, grid, articles, ads, jumps, desk, issue, previous } = source;
  const top = page.number === 1 ? frontRows(grid, issue) : 0;
  const index = inEar(page, grid, articles);
  const own = articles.filter((article) => article !== index);
  const over = jumps
    .filter(({ part }) => part === 2)
    .flatMap((jump) => {
      const article = issue.articles.find(({ slug }) => slug === jump.slug);
      return article ? [{ article, jump }] : [];
    });
  const asides = new Set(own.flatMap(({ aside }) => aside));
  const stories = [
    ...ranked(own, asides, page.number === 1, desk)
      .map((story) => asked(story, source))
      .map((story) => {
        const jump = jumps.find(({ slug, part }) => slug === story.copy.article.slug && part === 1);
        return jump?.to ? { ...story, to: jump.to } : story;
      }),
    ...over.map(({ article, jump }, nth): StoryTask => {
      const story = {
        copy: desk.typesetter.copy(article),
        wishes: NO_WISHES,
        part: 2,
        rank: JUMPED,
        nth,
        aside: false,
        photoScale: 1,
      } as const;
      return { ...story, ...(jump.from && { from: jump.from }) };
    }),
  ];
  return {
    page,
    grid,
    ...headsBelow(source),
    top,
    rows: grid.rows - top - source.foot,
    stories,
    ads,
    fillers: [],
    groups: groupsOf(stories, issue),
    relaxed: false,
    holes: false,
    known: knownPlaces(previous),
    avoid: [],
  };
}

/** What the nameplate leaves to the heads of page 1, where it is smaller than the largest of them. */
function headsBelow({ page, issue, grid, desk }: TaskSource): Pick<PageTask, 'headsBelow'> {
  const size = page.number === 1 ? nameplateSize({ issue, grid, ...desk }) : Number.POSITIVE_INFINITY;
  return size > LARGEST_HEAD ? {} : { headsBelow: size };
}

/** The story with what else is asked of its place: off what it must not stand behind, and still on a locked page. */
function asked(story: StoryTask, { page, previous, offOf }: TaskSource): StoryTask {
  const { article } = story.copy;
  const off = offOf(article);
  const stood = page.locked
    ? previous?.modules.find(({ slug, part }) => slug === article.slug && part === 1)
    : undefined;
  const pin = stood && { column: stood.column, row: stood.row, columns: stood.columns };
  return { ...story, wishes: { ...story.wishes, ...(off.length > 0 && { off }), ...(pin && { pin }) } };
}

/** Stories by rank: the page's first is its lead, alone in its rank; pieces beside another story come last. */
function ranked(
  articles: readonly Article[],
  asides: ReadonlySet<string>,
  front: boolean,
  { typesetter }: Desk,
): readonly StoryTask[] {
  const weights = weigh(articles, asides);
  const weight = (article: Article): number => weights.get(article) ?? 5;
  const sorted = articles.toSorted(
    (a, b) =>
      weight(a) - weight(b) ||
      (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) ||
      typesetter.copy(b).characters - typesetter.copy(a).characters,
  );
  const lead: Rank = front ? 1 : 2;
  const ranks = sorted.map((article, index) =>
    index === 0 ? Math.min(lead, weight(article)) : Math.max(lead + 1, weight(article)),
  ) as Rank[];
  return sorted.map((article, index): StoryTask => {
    const rank = ranks[index] ?? 5;
    const { pin, order, keepApart } = article;
    return {
      copy: typesetter.copy(article),
      part: 1,
      rank,
      nth: index - ranks.indexOf(rank),
      wishes: { keepApart, ...(pin && { pin }), ...(order !== undefined && { order }) },
      aside: asides.has(article.slug),
      photoScale: 1,
      ...(article.hold && { leftOut: HELD }),
    };
  });
}

/** Weight of each story, 1 the heaviest: its priority, its genre; none heavier than one that was signed off before it. */
function weigh(articles: readonly Article[], asides: ReadonlySet<string>): ReadonlyMap<Article, number> {
  const own = ({ genre, priority, slug }: Article): number =>
    genre === 'brief' || genre === 'correction' || asides.has(slug) ? 5 : priority;
  const weights = new Map(articles.map((article) => [article, own(article)]));
  const signed = articles
    .filter(({ order }) => order !== undefined)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  let heaviest = 1;
  for (const article of signed) {
    heaviest = Math.max(heaviest, weights.get(article) ?? 5);
    weights.set(article, heaviest);
  }
  return weights;
}

/** Groups of the page: stories with their asides first, then 组稿. */
function groupsOf(stories: readonly StoryTask[], issue: Issue): readonly GroupTask[] {
  const slugs = stories.map(({ copy, part }) => (part === 1 ? copy.article.slug : ''));
  const asides = stories.flatMap(({ copy, part }, index): GroupTask[] => {
    const members = copy.article.aside.map((slug) => slugs.indexOf(slug)).filter((at) => at >= 0 && at !== index);
    const name = `aside-${copy.article.slug}`;
    return part === 1 && members.length > 0 ? [{ name, members: [index, ...members] }] : [];
  });
  const names = new Set(stories.flatMap(({ copy }) => copy.article.group ?? []));
  const groups = [...names].flatMap((name): GroupTask[] => {
    const group = issue.groups[name];
    const inside = stories.flatMap(({ copy, part }, index) =>
      part === 1 && copy.article.group === name ? [index] : [],
    );
    const members = [...new Set(inside.flatMap((index) => asidesOf(index, asides)))];
    if (!group || members.length < 2) return [];
    return [{ name, title: group.title, members, ...(group.note !== undefined && { note: group.note }) }];
  });
  return [...asides, ...groups];
}

const asidesOf = (index: number, asides: readonly GroupTask[]): readonly number[] =>
  asides.find(({ members }) => members[0] === index)?.members ?? [index];

function knownPlaces(previous: PagePlan | undefined): readonly KnownPlace[] {
  return (previous?.modules ?? [])
    .filter(({ kind }) => kind === 'article')
    .map(({ slug, column, row, columns, rows }) => ({ slug, column, row, columns, rows }));
}
