/** The cheapest ways out of a page that does not close, each tried before it is offered. */
import { both, type Phrase } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import { BODY } from '../../units.ts';
import { nameOf, titled } from '../faults.ts';
import { isLarge } from '../grid.ts';
import type { FailedPage, MadePage } from '../page/page.ts';
import { makePage } from '../page/page.ts';
import type { Desk, GroupTask, PageTask, StoryTask } from '../page/task.ts';
import { adCells } from './ads.ts';
import { isOverfull } from './close.ts';
import { estimateCells } from './distribute.ts';

/** Trials of each kind: a desk needs a few good ways, not all. */
const TRIALS = 3;
/** A photo one step smaller. */
const STEP = 0.72;

/** What is the matter with a page. */
export interface Trouble {
  /** Stories that do not fit, with their lines in a basic column. */
  readonly over: readonly { readonly story: StoryTask; readonly lines: number }[];
  /** Cells that stay white. */
  readonly white: number;
}

/** Share of a page that its copy leaves free at its ease, from which stories that a draft leaves out are not over. */
const SPARE = 0.1;

/**
 * Reads the trouble off the draft of a page. One story that is over with white on the page is over by what the white
 * cannot hold of it and its head; beside others, all its lines are. A page that has room for them all lacks copy, and a
 * draft of some of the stories says nothing of the others.
 */
export function troubleOf(desk: Desk, failed: FailedPage, draft: MadePage | FailedPage): Trouble {
  const { cells } = failed;
  const { grid, stories } = failed.task;
  const placed = 'tree' in draft ? new Set(draft.stories.map(({ item }) => item)) : new Set<number>();
  const holes = 'tree' in draft ? draft.placed.filter(({ leaf }) => leaf.kind === 'hole') : [];
  const white = holes.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  const linesOf = ({ copy, from }: StoryTask): number => copy.body(grid.measure * BODY, from?.cut).rows.best;
  const out = stories.filter((_, index) => !placed.has(index));
  const spare = out.length > 1 ? cells.page - copyOf(desk, failed.task) : 0;
  if (spare > SPARE * cells.page) return { over: [], white: Math.round(spare) };
  const isPart = !('tree' in draft) || draft.task.stories.length < stories.length;
  if (isPart && !isOverfull(failed)) return { over: [], white: 0 };
  const over = out.map((story) => ({ story, lines: linesOf(story) }));
  const [only] = over;
  if (only === undefined || out.length > 1 || white === 0) return { over, white };
  const beside = only.story.part === 1 ? estimateCells(only.story.copy.article, desk, grid) - only.lines : 0;
  const surplus = Math.round(only.lines + beside - white);
  return { over: [{ ...only, lines: surplus > 0 ? Math.min(only.lines, surplus) : only.lines }], white };
}

/** Cells that stories and ads of a page take at their ease. */
function copyOf(desk: Desk, { grid, stories, ads }: PageTask): number {
  const told = stories.map(({ copy, part, from }) =>
    part === 1 ? estimateCells(copy.article, desk, grid) : copy.body(grid.measure * BODY, from?.cut).rows.best,
  );
  const sold = ads.map(({ ad }) => adCells(ad));
  return [...told, ...sold].reduce((sum, cells) => sum + cells, 0);
}

/** Ways out of an overfull page, cheapest first, as sentences of an editor. */
export function waysOut(desk: Desk, failed: FailedPage): readonly Phrase[] {
  const { task } = failed;
  const closes = (stories: readonly StoryTask[], groups = task.groups): boolean =>
    'tree' in makePage(desk, { ...task, stories, groups, patience: 'none' });
  const name = ({ copy }: StoryTask): string => nameOf(copy.article);
  const inChinese = ({ copy }: StoryTask): string => titled(copy.article);
  const briefs = task.stories.toReversed().filter((story) => story.rank >= 4 && story.part === 1);
  const ways: Phrase[] = [];
  for (const brief of briefs.slice(0, TRIALS))
    if (
      closes(
        task.stories.filter((story) => story !== brief),
        groupsWithout(task, task.stories.indexOf(brief)),
      )
    )
      ways.push(both(`hold ${name(brief)}`, `压下${inChinese(brief)}`));
  for (const story of task.stories.filter(({ copy }) => copy.article.photos.length > 0).slice(0, TRIALS)) {
    const smaller = task.stories.map((one) => (one === story ? { ...one, photoScale: STEP } : one));
    if (closes(smaller))
      ways.push(both(`set the photo of ${name(story)} one step smaller`, `把${inChinese(story)}的照片缩小一档`));
  }
  return ways;
}

/** The groups of a page that one story has left: its members' numbers move up, and who is left alone is no group. */
function groupsWithout({ groups }: PageTask, gone: number): readonly GroupTask[] {
  return groups
    .filter(({ title, members }) => title !== undefined || members[0] !== gone)
    .map((group) => ({
      ...group,
      members: group.members.filter((member) => member !== gone).map((member) => (member > gone ? member - 1 : member)),
    }))
    .filter(({ members }) => members.length > 1);
}

/** Groups whose stories would close the page if they stood each by itself. */
export function waysApart(desk: Desk, { task }: FailedPage): readonly Phrase[] {
  return task.groups.flatMap((group) => {
    const groups = task.groups.filter((one) => one !== group);
    if (!('tree' in makePage(desk, { ...task, groups, patience: 'short' }))) return [];
    const [first] = group.members.flatMap((member) => task.stories[member] ?? []);
    return [
      group.title === undefined
        ? both(
            `free the \`aside\` of ${first ? nameOf(first.copy.article) : group.name}`,
            `放开${first ? titled(first.copy.article) : group.name}的 \`aside\`（链接）`,
          )
        : both(`dissolve the group “${group.title}”`, `拆开“${group.title}”这一组`),
    ];
  });
}

/** A jump that would close a page, its rest the page behind. */
export interface OfferedJump {
  readonly article: Article;
  readonly target: number;
}

/** Stories of inner pages go on elsewhere only where the desk says so. */
export const waysToJump = (jump: OfferedJump | undefined): readonly Phrase[] =>
  jump === undefined
    ? []
    : [
        both(
          `write \`jump: true\` in ${nameOf(jump.article)}: it then goes on on page ${jump.target}`,
          `在${titled(jump.article)}里写\`jump: true\`，转到第 ${jump.target} 版`,
        ),
      ];

/** Share of a page from which a hole is better met by a smaller page or one page fewer. */
const HALF = 0.5;

/** Ways to fill a page that has more room than copy; `white` cells are empty. */
export function waysToFill(task: PageTask, white: number, fillers: number): readonly Phrase[] {
  const large = white > HALF * task.grid.columns * task.rows;
  const unpictured = task.stories.find(
    ({ copy }) => copy.article.photos.length === 0 && copy.article.genre !== 'brief',
  );
  return [
    both('add copy', '加稿'),
    ...(unpictured
      ? [both(`give ${nameOf(unpictured.copy.article)} a photo`, `给${titled(unpictured.copy.article)}配一张照片`)]
      : []),
    ...(fillers === 0
      ? [both('put a filler under `fillers:` in issue.yaml', '在 issue.yaml 的 `fillers:` 下备一条补白')]
      : []),
    ...(large && task.page.number > 1 ? [both('make the issue a page shorter', '本期少出一个版')] : []),
    ...(large && task.page.number === 1 && isLarge(task.grid)
      ? [both('take a smaller page (`format: tabloid`)', '改用小开本（`format: tabloid`）')]
      : []),
    both('print it as it is with `build --draft`', '用 `build --draft` 照此出草样'),
  ];
}
