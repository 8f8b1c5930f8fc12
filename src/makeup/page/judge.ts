/** The rules that see the whole page: hard ones reject a tree of the search, soft ones add to its cost. */
import type { Article } from '../../issue/model.ts';
import { BODY, type Rows } from '../../units.ts';
import type { HardRule, Weights } from '../rules.ts';
import type { Placed } from '../search/problem.ts';
import { firstUnderPanel } from '../shape/legs.ts';
import type { Rank } from '../shape/rank.ts';
import type { PageLeaf, StoryLeaf } from './items.ts';
import type { Area, Wishes } from './task.ts';

/** Rows within which the tops of two heads count as aligned (R11). */
const ALIGNED: Rows = 2;
/** Heads whose sizes differ by this factor are two ladder steps apart and do not clash. */
const TWO_STEPS = 1.3;
/** Photos of different stories need this many rows between them, one above the other (R33). */
const PHOTO_GAP: Rows = 3;

/** A story at its place. */
export interface PlacedStory extends Placed<PageLeaf> {
  readonly leaf: StoryLeaf;
  readonly article: Article;
  readonly wishes: Wishes;
  /** Rows above its head or crown: air, box, label. */
  readonly above: Rows;
  /** Characters that its box takes off each side. */
  readonly inset: number;
  readonly label: string | undefined;
  readonly part: 1 | 2;
  readonly rank: Rank;
}

/** True when a column of text or a hairline is all that is between two modules side by side. */
const besides = (a: Placed<PageLeaf>, b: Placed<PageLeaf>): boolean =>
  (a.column + a.columns === b.column || b.column + b.columns === a.column) &&
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows;

const stacked = (a: Placed<PageLeaf>, b: Placed<PageLeaf>): boolean =>
  (a.row + a.rows === b.row || b.row + b.rows === a.row) &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** First row of a story's head; undefined without one or where it stands under a picture. */
function headRow({ row, leaf, above }: PlacedStory): Rows | undefined {
  return !leaf.head || leaf.place === 'crown' ? undefined : row + above;
}

/** The hard rule that two stories break by how they stand to each other, if any. */
export function pairFinding(
  a: PlacedStory,
  b: PlacedStory,
  measure: number,
): { readonly rule: HardRule; readonly message: string } | undefined {
  const beside = besides(a, b);
  const near = beside || stacked(a, b);
  if (beside && buttingHeads(a, b)) return { rule: 'R11', message: 'Two like heads stand side by side.' };
  if (near && touchingPhotos(a, b, measure)) return { rule: 'R33', message: 'Photos of two stories touch.' };
  const apart = a.wishes.keepApart.includes(b.article.slug) || b.wishes.keepApart.includes(a.article.slug);
  if (apart && near) return { rule: 'R60', message: 'Two stories to be kept apart are neighbours.' };
  if (outOfOrder(a, b)) return { rule: 'R60', message: 'A later story has the stronger place or the larger head.' };
  return undefined;
}

/** Points of the soft rules between two stories; undefined where they break a hard one. */
export function pairPoints(a: PlacedStory, b: PlacedStory, measure: number, weights: Weights): number | undefined {
  if (pairFinding(a, b, measure)) return undefined;
  return weights.R14 * (alikeHeads(a, b)?.points ?? 0);
}

/** True when a story is where it was pinned, and off the areas that it must keep off. */
export function keepsPlace({ wishes: { pin, off = [] }, column, row, columns, rows }: PlacedStory): boolean {
  const pinned = (pin?.column ?? column) === column && (pin?.row ?? row) === row;
  const touches = (area: Area): boolean =>
    column < area.column + area.columns &&
    area.column < column + columns &&
    row < area.row + area.rows &&
    area.row < row + rows;
  return pinned && (pin?.columns ?? columns) === columns && !off.some(touches);
}

function buttingHeads(a: PlacedStory, b: PlacedStory): boolean {
  const [first, second] = [headRow(a), headRow(b)];
  if (first === undefined || second === undefined || Math.abs(first - second) > ALIGNED) return false;
  if (a.leaf.family !== b.leaf.family) return false;
  const sizes = [a, b].map(({ leaf }) => leaf.head?.[leaf.family]?.size ?? 0);
  return Math.max(...sizes) < TWO_STEPS * Math.min(...sizes);
}

/** 签发序: the story signed off first has the stronger place, higher or further left, and no smaller head. */
function outOfOrder(a: PlacedStory, b: PlacedStory): boolean {
  if (a.wishes.order === undefined || b.wishes.order === undefined || a.wishes.order === b.wishes.order) return false;
  const [early, late] = a.wishes.order < b.wishes.order ? [a, b] : [b, a];
  const stronger = late.row < early.row || (late.row === early.row && late.column < early.column);
  const size = ({ leaf }: PlacedStory): number => leaf.head?.[leaf.family]?.size ?? 0;
  return stronger || (size(early) > 0 && size(late) > size(early));
}

/** A photo's rectangle: pixels across from the module's left edge in characters, rows down. */
interface PhotoRect {
  readonly left: number;
  readonly right: number;
  readonly top: Rows;
  readonly foot: Rows;
}

/** Photos of a placed story in characters across the page and rows down it. */
export function photoRects(story: PlacedStory, measure: number): readonly PhotoRect[] {
  const { leaf, column, row, above, inset } = story;
  const { panel, place, plan, span } = leaf;
  if (!panel) return [];
  const left = column * (measure + 1) + inset;
  const top = row + above;
  const headRows = (leaf.head?.rows ?? 0) + leaf.air;
  const atTop = place === 'crown' || place === 'corner' || place === 'beside-left' || place === 'beside-right';
  const down = atTop ? 0 : headRows;
  const across =
    place === 'beside-right'
      ? plan.legs * (plan.measure + 1)
      : place === 'right' || place === 'left' || place === 'middle' || place === 'corner'
        ? firstUnderPanel(plan.legs, place, span) * (plan.measure + 1)
        : 0;
  return panel.cells.map((cell) => ({
    left: left + across + cell.x / BODY,
    right: left + across + (cell.x + cell.width) / BODY,
    top: top + down + cell.row,
    foot: top + down + cell.row + cell.rows,
  }));
}

function touchingPhotos(a: PlacedStory, b: PlacedStory, measure: number): boolean {
  if (!a.leaf.panel || !b.leaf.panel) return false;
  return photoRects(a, measure).some((one) =>
    photoRects(b, measure).some((other) => {
      const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
      const down = Math.max(one.top, other.top) - Math.min(one.foot, other.foot);
      return (across <= 2 && down < -1) || (across < 0 && down < PHOTO_GAP);
    }),
  );
}

/** Points of two neighbours' heads of one size (R14), and of a head as large as the lead's or larger. */
const ALIKE = { beside: 0.8, lead: 6 } as const;

/** What is alike in two heads that should differ in size. */
function alikeHeads(a: PlacedStory, b: PlacedStory): { readonly points: number; readonly message: string } | undefined {
  const size = ({ leaf }: PlacedStory): number => leaf.head?.[leaf.family]?.size ?? 0;
  if (size(a) === 0 || size(b) === 0) return undefined;
  const [first, second] = a.rank <= b.rank ? [a, b] : [b, a];
  if (first.rank < second.rank && first.rank <= 2 && size(second) >= size(first))
    return { points: ALIKE.lead, message: 'A lesser head is as large as the lead’s.' };
  if (size(a) === size(b) && a.row === b.row && besides(a, b))
    return { points: ALIKE.beside, message: 'Two heads side by side have one size.' };
  return undefined;
}

/** Pairs of heads that should differ in size, with their points. */
export function softPairs(stories: readonly PlacedStory[]) {
  return stories.flatMap((a, index) =>
    stories.slice(index + 1).flatMap((b) => {
      const found = alikeHeads(a, b);
      return found ? [{ ...found, modules: [a.article.slug, b.article.slug] }] : [];
    }),
  );
}
