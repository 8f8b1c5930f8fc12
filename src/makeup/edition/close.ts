/** Closing a page: strictly, then with fillers, then with wider bounds. */
import { type FailedPage, type MadePage, makePage } from '../page/page.ts';
import type { Desk, PageTask, PictureTask } from '../page/task.ts';
import { isExact } from '../page/units.ts';
import { NO_WISHES } from './tasks.ts';

/** Fillers offered to one page at most; each doubles the sets that are searched. */
const FILLERS = 2;

/**
 * The page, or why it does not close. Fillers come before bloated heads and pictures. A story that must keep off an area
 * is sought at the page's left and right edge too: the search sees areas only when a page is whole.
 */
export function closePage(desk: Desk, task: PageTask, fillers: readonly PictureTask[]): MadePage | FailedPage {
  const first = closeAsAsked(desk, task, fillers);
  if ('tree' in first) return first;
  for (const aside of besideAreas(task)) {
    const made = closeAsAsked(desk, aside, fillers);
    if ('tree' in made) return made;
  }
  return first;
}

/**
 * The page with a story that came or without one that went. It is not looked for long, since many are tried: one that closes
 * does so early, and one that does not takes seconds to the end.
 */
export function tryPage(desk: Desk, task: PageTask, fillers: readonly PictureTask[]): MadePage | FailedPage {
  const made = closePage(desk, { ...task, patience: 'none' }, fillers);
  return 'tree' in made ? { ...made, task } : made;
}

/** The same page with the first story that has an area to keep off pinned to an edge, as wide as is free there. */
function besideAreas(task: PageTask): readonly PageTask[] {
  const at = task.stories.findIndex(({ wishes: { off = [], pin } }) => off.length > 0 && pin === undefined);
  const story = task.stories[at];
  const off = story?.wishes.off ?? [];
  if (!story) return [];
  const page = task.grid.columns;
  const left = Math.min(...off.map(({ column }) => column));
  const right = page - Math.max(...off.map(({ column, columns }) => column + columns));
  const pins = [
    ...descending(left).map((columns) => ({ column: 0, columns })),
    ...descending(right).map((columns) => ({ column: page - columns, columns })),
  ];
  return pins.map((pin) => {
    const pinned = { ...story, wishes: { ...story.wishes, pin } };
    return { ...task, stories: task.stories.map((one, index) => (index === at ? pinned : one)) };
  });
}

/** n, n − 1 … 1. */
const descending = (most: number): readonly number[] => Array.from({ length: Math.max(0, most) }, (_, at) => most - at);

function closeAsAsked(desk: Desk, task: PageTask, fillers: readonly PictureTask[]): MadePage | FailedPage {
  const offered = fillers.slice(0, FILLERS);
  // Where a filler is at hand, nobody looks long for a page that closes without one, and only just.
  const first = makePage(desk, offered.length > 0 ? { ...task, patience: 'none' } : task);
  if ('tree' in first || isOverfull(first)) return first;
  for (const some of [...offered.map((one) => [one]), ...(offered.length > 1 ? [offered] : [])]) {
    const filled = makePage(desk, { ...task, fillers: some });
    if ('tree' in filled) return filled;
  }
  const strict = offered.length > 0 && !first.proved ? makePage(desk, task) : first;
  if ('tree' in strict) return strict;
  const relaxed = makePage(desk, { ...task, fillers: offered, relaxed: true });
  return 'tree' in relaxed ? relaxed : strict;
}

/** True when the least that the copy takes is more than the page has, or a story fits nowhere. */
export const isOverfull = ({ cells, homeless }: FailedPage): boolean => homeless.length > 0 || cells.least > cells.page;

/** The same page without what the desk asked of places: pins, order, stories kept apart. */
export const withoutWishes = (task: PageTask): PageTask => ({
  ...task,
  stories: task.stories.map((story) => ({ ...story, wishes: NO_WISHES })),
});

/** True when the desk asked for the place of any story. */
export const hasWishes = ({ stories }: PageTask): boolean =>
  stories.some(
    ({ wishes: { pin, order, keepApart, off } }) => (pin ?? order ?? keepApart[0] ?? off?.[0]) !== undefined,
  );

/** Stories of a crowded page without which it is tried: each is a long search. */
const CROWDED_TRIALS = 1;
/** Stories, ads among them, of which a draft shows what it can, where more are too many for the search: the first that closes. */
const SHOWN = [7, 5, 3, 2, 1] as const;

/**
 * What a draft prints: the page without one of its stories, the least that helps; where no single one does, the same page
 * where anything may be left out and white may show, which is a far longer search; where a page does not close
 * even so, its first stories and the white that they leave.
 */
export function draftPage(desk: Desk, task: PageTask): MadePage | FailedPage {
  const draft = { ...withoutWishes(task), groups: [], patience: 'short' } as const;
  const leastFirst = task.stories
    .map((_, index) => index)
    .toSorted((a, b) => leftOutCost(task, a) - leftOutCost(task, b));
  const isCrowded = !isExact(draft.stories.length + draft.ads.length, draft);
  for (const index of isCrowded ? leastFirst.slice(0, CROWDED_TRIALS) : leastFirst) {
    // One of many looks: none is a long one.
    const without = leavingOut(draft.stories, (at) => at === index);
    const made = makePage(desk, { ...draft, patience: isCrowded ? 'short' : 'none', stories: without });
    if ('tree' in made && !holdsLess(task, index, made)) return { ...made, task: { ...made.task, holes: true } };
  }
  const stories = leavingOut(draft.stories, () => true);
  const loose = makePage(desk, { ...draft, stories, holes: true, relaxed: true });
  if ('tree' in loose) return loose;
  for (const most of SHOWN) {
    const first = stories.slice(0, Math.max(1, most - draft.ads.length));
    const made = makePage(desk, { ...draft, stories: first, holes: true, relaxed: true });
    if ('tree' in made) return made;
  }
  return loose;
}

/** True when a page without one story shows a lesser one that the desk lets be held: that one has to go first. */
const holdsLess = ({ stories }: PageTask, out: number, { placed }: MadePage): boolean =>
  placed.some(({ item }) => stories[item]?.leftOut !== undefined && stories[item].rank > (stories[out]?.rank ?? 0));

/** Points of leaving a story out of a draft: the later in rank, the less. */
const leftOutCost = ({ stories }: Pick<PageTask, 'stories'>, index: number): number =>
  4000 - (stories[index]?.rank ?? 0) * 500 - (stories[index]?.nth ?? 0);

const leavingOut = (stories: PageTask['stories'], may: (index: number) => boolean): PageTask['stories'] =>
  stories.map((story, index) => (may(index) ? { leftOut: leftOutCost({ stories }, index), ...story } : story));
