/** The rules between two stories: hard ones part them, soft ones add to the page's cost. */
import { both, type Phrase } from '../../fault.ts';
import type { Article } from '../../issue/model.ts';
import { BODY, type Px, type Rows } from '../../units.ts';
import type { Weights } from '../rules.ts';
import type { Placed } from '../search/problem.ts';
import { firstUnderPanel } from '../shape/legs.ts';
import type { Rank } from '../shape/rank.ts';
import type { PageLeaf, StoryLeaf } from './items.ts';
import type { Area, KnownPlace, Wishes } from './task.ts';

/** Rows within which the tops of two heads count as aligned (R11). */
const ALIGNED: Rows = 2;
/** Heads whose sizes differ by this factor are two ladder steps apart and do not clash. */
const TWO_STEPS = 1.3;
/** Photos of different stories side by side stand further apart than so many characters (R33). */
export const PHOTO_ASIDE = 2;
/** Photos of different stories need this many rows between them, one above the other (R33). */
export const PHOTO_GAP: Rows = 3;

/** A photo's rectangle in its module: characters across, rows down. */
export interface PhotoRect {
  readonly left: number;
  readonly right: number;
  readonly top: Rows;
  readonly foot: Rows;
}

/** A story as one of its leaves sets it, wherever that comes to stand: what the rules look at. */
export interface Standing {
  readonly item: number;
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
  readonly columns: number;
  readonly rows: Rows;
  /** Size of its headline, 0 without one. */
  readonly size: Px;
  /** First row of its head in the module; undefined without one or where it stands under a picture. */
  readonly headRow: Rows | undefined;
  readonly photos: readonly PhotoRect[];
}

/** A story at its place on the page. */
export interface PlacedStory extends Standing, Placed<PageLeaf> {
  readonly leaf: StoryLeaf;
}

/** What the rules look at, read off a leaf. */
export function standingOf(story: Omit<Standing, 'columns' | 'rows' | 'size' | 'headRow' | 'photos'>): Standing {
  const { leaf, above } = story;
  const { columns, rows, head, family, place } = leaf;
  const headRow = !head || place === 'crown' ? undefined : above + Math.floor(leaf.air / 2);
  return { ...story, columns, rows, size: head?.[family]?.size ?? 0, headRow, photos: photoRects(story) };
}

/** Photos of a story in its module. */
function photoRects({ leaf, above, inset }: Pick<Standing, 'leaf' | 'above' | 'inset'>): readonly PhotoRect[] {
  const { panel, place, plan, span } = leaf;
  if (!panel) return [];
  const headRows = (leaf.head?.rows ?? 0) + leaf.air;
  const atTop = place === 'crown' || place === 'corner' || place === 'beside-left' || place === 'beside-right';
  const top = above + (atTop ? 0 : headRows);
  const inLegs = place === 'right' || place === 'left' || place === 'middle' || place === 'corner';
  const legs = place === 'beside-right' ? plan.legs : inLegs ? firstUnderPanel(plan.legs, place, span) : 0;
  const left = inset + legs * (plan.measure + 1);
  return panel.cells.map((cell) => ({
    left: left + cell.x / BODY,
    right: left + (cell.x + cell.width) / BODY,
    top: top + cell.row,
    foot: top + cell.row + cell.rows,
  }));
}

/** True when a column of text or a hairline is all that is between two modules side by side. */
const besides = (a: Standing, b: Standing, across: number, down: Rows): boolean =>
  (across === a.columns || across === -b.columns) && down > -b.rows && down < a.rows;

const stacked = (a: Standing, b: Standing, across: number, down: Rows): boolean =>
  (down === a.rows || down === -b.rows) && across > -b.columns && across < a.columns;

/** What all pairs of a page are judged by. */
export interface House {
  /** Characters to a basic column. */
  readonly measure: number;
  readonly weights: Weights;
  /** True when the desk keeps any stories of the page apart. */
  readonly apart: boolean;
}

/** True when two stories are neighbours; between others few rules hold. */
export const touch = (a: Standing, b: Standing, across: number, down: Rows): boolean =>
  besides(a, b, across, down) || stacked(a, b, across, down);

/**
 * Points of the soft rules between two neighbours, but for `leadPoints`; undefined where they break a hard one.
 * @param across Basic columns that the second stands right of the first; `down` are rows below it.
 */
export function pairPoints(
  a: Standing,
  b: Standing,
  across: number,
  down: Rows,
  { measure, weights, apart }: House,
): number | undefined {
  const beside = besides(a, b, across, down);
  if (beside && buttingHeads(a, b, down)) return undefined;
  if (beside || stacked(a, b, across, down)) {
    if (touchingPhotos(a, b, across * (measure + 1), down)) return undefined;
    if (apart && keptApart(a, b)) return undefined;
  }
  if (outOfOrder(a, b, across, down)) return undefined;
  const isDull = areTwins(a, b, across, down) && !lesserAsLarge(a.rank, a.size, b.rank, b.size);
  return isDull ? weights.R14 * ALIKE.beside : 0;
}

const keptApart = (a: Standing, b: Standing): boolean =>
  a.wishes.keepApart.includes(b.article.slug) || b.wishes.keepApart.includes(a.article.slug);

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

/** Points of a story at another place than on the page before (R68): they break ties, so that like modules do not swap. */
const STRAYED = 0.05;

/** Points of all stories that stand elsewhere than they stood. */
export function strayPoints(stories: readonly PlacedStory[], known: readonly KnownPlace[]): number {
  const strayed = stories.filter(({ article, column, row }) => {
    const before = known.find(({ slug }) => slug === article.slug);
    return before !== undefined && (before.column !== column || before.row !== row);
  });
  return STRAYED * strayed.length;
}

/** R11: two like heads begin on nearly one row. */
function buttingHeads(a: Standing, b: Standing, down: Rows): boolean {
  if (a.leaf.family !== b.leaf.family || !areAligned(a, b, down)) return false;
  return a.size < TWO_STEPS * b.size && b.size < TWO_STEPS * a.size;
}

/** True when the heads of two neighbours begin on nearly one row. */
function areAligned(a: Standing, b: Standing, down: Rows): boolean {
  if (a.headRow === undefined || b.headRow === undefined) return false;
  return Math.abs(b.headRow + down - a.headRow) <= ALIGNED;
}

/** 签发序 (R60): the story signed off first has the stronger place, higher or further left, and no smaller head. */
function outOfOrder(a: Standing, b: Standing, across: number, down: Rows): boolean {
  const one = a.wishes.order;
  const other = b.wishes.order;
  if (one === undefined || other === undefined || one === other) return false;
  const early = one < other ? a : b;
  const late = early === a ? b : a;
  const below = early === a ? down : -down;
  const right = early === a ? across : -across;
  return below < 0 || (below === 0 && right < 0) || (early.size > 0 && late.size > early.size);
}

/** R33: photos of two neighbours touch. */
function touchingPhotos(a: Standing, b: Standing, across: number, down: Rows): boolean {
  for (const one of a.photos)
    for (const other of b.photos) {
      const beside = Math.max(one.left, other.left + across) - Math.min(one.right, other.right + across);
      const under = Math.max(one.top, other.top + down) - Math.min(one.foot, other.foot + down);
      if ((beside <= PHOTO_ASIDE && under < -1) || (beside < 0 && under < PHOTO_GAP)) return true;
    }
  return false;
}

/**
 * Points of two heads in line, side by side and of one size, read as one headline or as a dull pair though their families
 * differ; and of a head as large as the lead's or larger (R14).
 */
const ALIKE = { beside: 3, lead: 6 } as const;

/** True when two heads in line side by side should step one from the other, whatever their families. */
const areTwins = (a: Standing, b: Standing, across: number, down: Rows): boolean =>
  a.size === b.size && besides(a, b, across, down) && areAligned(a, b, down);

/** Points of a head of a lesser story that is as large as a lead's, wherever the two stand (R14). */
export const leadPoints = (weights: Weights): number => weights.R14 * ALIKE.lead;

/** True when the head of a lesser story is as large as that of a lead. */
export function lesserAsLarge(rank: Rank, size: Px, otherRank: Rank, otherSize: Px): boolean {
  if (rank === otherRank || size === 0 || otherSize === 0) return false;
  return rank < otherRank ? rank <= 2 && otherSize >= size : otherRank <= 2 && size >= otherSize;
}

/** What is alike in two heads that should differ in size. */
function alikeHeads(a: PlacedStory, b: PlacedStory): { readonly points: number; readonly what: Phrase } | undefined {
  if (lesserAsLarge(a.rank, a.size, b.rank, b.size))
    return { points: ALIKE.lead, what: both('A lesser head is as large as the lead’s.', '次要稿的题和头条一样大。') };
  if (areTwins(a, b, b.column - a.column, b.row - a.row))
    return { points: ALIKE.beside, what: both('Two heads side by side have one size.', '并排两题字号相同。') };
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
