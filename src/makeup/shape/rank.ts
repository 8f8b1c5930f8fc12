/** What an article may look like by its rank on the page: head sizes, photo sizes, box. */
import type { Article } from '../../issue/model.ts';
import type { Px } from '../../units.ts';
import { MEASURES } from '../grid.ts';
import type { Grid } from '../plan.ts';

/** 1 = the page's lead … 5 = a brief. */
export type Rank = 1 | 2 | 3 | 4 | 5;

/** Head sizes of a rank: never outside, dearer the farther from the ideal. */
export interface HeadRange {
  readonly least: Px;
  readonly ideal: Px;
  readonly most: Px;
}

/**
 * The ladder on a broadsheet, in the sizes of `typeset/ladder.ts`: the lead at 小初 and far above, then neighbours in the
 * ratio 1.2–1.9 down to 小四 for briefs (desk rules in the facts; Autonewspaper for the ratio).
 */
const LADDER: Readonly<Record<Rank, HeadRange>> = {
  1: { least: 42, ideal: 72, most: 84 },
  2: { least: 29.25, ideal: 48, most: 56 },
  3: { least: 24, ideal: 34.75, most: 42 },
  4: { least: 18.75, ideal: 24, most: 29.25 },
  5: { least: 16, ideal: 18.75, most: 21.25 },
};

/** Foot of the ladder, where it is never drawn down, and the step of type sizes. */
const FOOT: Px = 16;
const QUARTER: Px = 0.25;

/** Stories of one rank that share an ideal size before the next ones step down: none high on the page, two below (R14). */
const alike = (rank: Rank): number => (rank <= 2 ? 1 : 2);
/** Factor of a step down the ladder. */
const STEP = 1.19;

/** Type area width, in characters, of the page that the ladder was made for: 8 × 13 and seven gutters. */
const BROADSHEET_CHARACTERS = 111;

/** Width of a page's type area as a share of a broadsheet's, 1 at most. */
const widthShare = ({ columns, measure }: Grid): number =>
  Math.min(1, (columns * (measure + 1) - 1) / BROADSHEET_CHARACTERS);

/** A page as its heads see it. */
export interface HeadRoom {
  readonly grid: Grid;
  /** Size that no head may reach (R10); absent where none would. */
  readonly headsBelow?: Px;
}

/** Size of the largest head that any page has. */
export const LARGEST_HEAD: Px = LADDER[1].most;

/** How far the ladder is drawn together towards body type: by a narrow page, and under a small nameplate. */
function reachOf({ grid, headsBelow = Number.POSITIVE_INFINITY }: HeadRoom): number {
  const under = (headsBelow - QUARTER - FOOT) / (LARGEST_HEAD - FOOT);
  return Math.max(0, Math.min(Math.sqrt(widthShare(grid)), under));
}

/**
 * Head sizes of a rank on this page, for the n-th story of that rank (0 is the first): narrower pages and small nameplates bring
 * the upper rungs down, and later stories of a rank step down within its bounds. Stories that were signed off in an order (签发序) get
 * ranges that hardly overlap, so that no later one can have the larger head.
 */
export function headRange(room: HeadRoom, rank: Rank, nth: number, signed: boolean): HeadRange {
  const reach = reachOf(room);
  const scale = (size: Px): Px => FOOT + (size - FOOT) * reach;
  const range = LADDER[rank];
  const step = (steps: number): Px => Math.max(range.least, range.ideal / STEP ** steps);
  if (signed)
    return { least: scale(step(nth + 1)), ideal: scale(step(nth)), most: scale(nth === 0 ? range.most : step(nth)) };
  const ideal = step(Math.floor(nth / alike(rank)));
  return { least: scale(range.least), ideal: scale(ideal), most: scale(range.most) };
}

/** The same range a step further down: the last resort of a page that is too full. */
export const smaller = (range: HeadRange): HeadRange => ({ ...range, least: Math.max(FOOT, range.least / STEP) });

/** Share of the page's width that a photo of the usual proportion should span by role (others have its area), and that any may span at most. */
export interface PhotoRange {
  readonly ideal: number;
  readonly most: number;
}

/**
 * Spans of photos; the lead's picture is the page's dominant one, and those of a photo page may fill it. A portrait is of one size on
 * every page, 13 characters wide when it is upright and 22 at most, or a tint's long legs could not hold one on a tabloid.
 */
export function photoRange(
  role: 'dominant' | 'main' | 'support' | 'head',
  picturesOnly: boolean,
  grid: Grid,
): PhotoRange {
  if (role === 'head') return { ideal: 0.17 / widthShare(grid), most: 0.2 / widthShare(grid) };
  if (role === 'support') return picturesOnly ? { ideal: 0.28, most: 0.55 } : { ideal: 0.2, most: 0.38 };
  if (role === 'dominant') return picturesOnly ? { ideal: 0.6, most: 1 } : { ideal: 0.48, most: 0.76 };
  return picturesOnly ? { ideal: 0.36, most: 0.55 } : { ideal: 0.22, most: 0.5 };
}

/** How an article is set off from its neighbours. */
export interface Dress {
  /** Characters taken off each side by a box. */
  readonly inset: number;
  readonly box: 'none' | 'tint' | 'frame';
  /** Longest body line in characters. */
  readonly mostMeasure: number;
}

/** The house's dress by genre: comment on a tint; notices, corrections and 链接 pieces in a frame. */
export function dressOf(article: Article, aside: boolean): Dress {
  if (aside) return { inset: 1, box: 'frame', mostMeasure: MEASURES.most };
  switch (article.genre) {
    case 'comment':
    case 'editorial':
      return { inset: 1, box: 'tint', mostMeasure: MEASURES.comment };
    case 'notice':
    case 'correction':
    case 'index':
      return { inset: 1, box: 'frame', mostMeasure: MEASURES.most };
    default:
      return { inset: 0, box: 'none', mostMeasure: MEASURES.most };
  }
}
