/** Other ways to make up a page: a reader would see at a glance that they are other pages, and each keeps all hard rules. */
import { type FailedPage, type MadePage, makePage } from '../page/page.ts';
import type { Desk, PageTask } from '../page/task.ts';

/** Proposals beside the page itself. */
const OTHERS = 2;
/** Stories whose width a proposal is asked to change at first, the largest; all of them where that is not enough. */
const LEVERS = 4;
/** Searches at most. */
const TRIALS = 10;
/** Main stories of a page: its first three by rank. */
const MAIN = 3;
/** The lead's picture one step smaller, and the share of its area by which two sizes are plainly different. */
const PICTURE = { step: 0.72, seen: 0.2 } as const;

/** Asks for the page in another way. */
type Lever = (task: PageTask) => PageTask;

/**
 * Up to two pages, each with another structure: at least half of its stories stand in other columns or are otherwise
 * wide, and one of its main stories is among them, or shows its picture in another size.
 */
export function otherWays(desk: Desk, made: MadePage): readonly MadePage[] {
  const candidates: MadePage[] = [];
  for (const [nth, lever] of leversOf(made).slice(0, TRIALS).entries()) {
    if (nth >= LEVERS && choose(made, candidates).length === OTHERS) break;
    const other: MadePage | FailedPage = makePage(desk, { ...lever(made.task), patience: 'short' });
    if ('tree' in other) candidates.push(other);
  }
  return choose(made, candidates);
}

/** The widths of the largest stories, one by one; place and picture of the lead; two widths together; all other widths. */
function leversOf(made: MadePage): readonly Lever[] {
  const widths = made.stories
    .filter(({ wishes }) => wishes.pin?.columns === undefined)
    .toSorted((a, b) => b.columns * b.rows - a.columns * a.rows)
    .map(({ article, columns }) => ({ slug: article.slug, columns }));
  const avoiding =
    (...some: typeof widths): Lever =>
    (task) => ({ ...task, avoid: [...task.avoid, ...some] });
  const largest = widths.slice(0, LEVERS);
  const pairs = largest.flatMap((one, at) => largest.slice(at + 1).map((other) => avoiding(one, other)));
  return [
    ...largest.map((one) => avoiding(one)),
    ...leadLevers(made),
    ...pairs,
    ...widths.slice(LEVERS).map((one) => avoiding(one)),
  ];
}

/** The page's first story at the other edge, and with its picture smaller. */
function leadLevers({ task, stories }: MadePage): readonly Lever[] {
  const lead = stories.find(({ item }) => item === 0);
  const asked = task.stories[0];
  if (!lead || !asked) return [];
  const changed =
    (change: Partial<typeof asked>): Lever =>
    ({ stories: [first, ...rest], ...other }) => ({
      ...other,
      stories: first ? [{ ...first, ...change }, ...rest] : [],
    });
  const edge = lead.column === 0 ? task.grid.columns - lead.columns : 0;
  const pin = { page: task.page.number, columns: lead.columns, ...asked.wishes.pin, column: edge };
  const isFree = asked.wishes.pin?.column === undefined && edge !== lead.column;
  return [
    ...(isFree ? [changed({ wishes: { ...asked.wishes, pin } })] : []),
    ...(lead.leaf.panel ? [changed({ photoScale: asked.photoScale * PICTURE.step })] : []),
  ];
}

/** The cheapest candidates that differ from the page and from each other. */
function choose(made: MadePage, candidates: readonly MadePage[]): readonly MadePage[] {
  const chosen: MadePage[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.cost - b.cost))
    if (chosen.length < OTHERS && [made, ...chosen].every((one) => isOther(one, candidate))) chosen.push(candidate);
  return chosen;
}

/** True when half of the stories have another column or width, a main story among them, or one with another picture. */
function isOther(a: MadePage, b: MadePage): boolean {
  const moved = a.stories.filter((one) => {
    const same = b.stories.find(({ item }) => item === one.item);
    return same?.column !== one.column || same.columns !== one.columns;
  });
  if (2 * moved.length < a.stories.length) return false;
  return moved.some(({ item }) => item < MAIN) || [...Array(MAIN).keys()].some((item) => isOtherPicture(a, b, item));
}

function isOtherPicture(a: MadePage, b: MadePage, item: number): boolean {
  const [one, other] = [a, b].map((page) => pictureArea(page, item)) as [number, number];
  return Math.abs(one - other) > PICTURE.seen * Math.max(one, other);
}

/** Area of a story's pictures, square px; 0 without any. */
function pictureArea({ stories }: MadePage, item: number): number {
  const panel = stories.find((one) => one.item === item)?.leaf.panel;
  return panel ? panel.width * panel.rows : 0;
}
