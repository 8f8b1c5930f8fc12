/** A shape: one way for a story to fill a rectangle of the grid. */
import type { HeadSetting } from '../../typeset/model.ts';
import type { Rows } from '../../units.ts';
import type { LegPlan } from '../grid.ts';
import type { SoftRule } from '../rules.ts';
import type { Panel } from './panel.ts';

/** The row of air that every module owns at its top; a hairline runs through it. */
export const AIR_ROW: Rows = 1;
/** Rows of a box above and below what it holds. */
export const BOX_ROWS: Rows = 1;
/** Rows of a standing head (栏题). */
export const LABEL_ROWS: Rows = 2;
/** Demerits of a pour, and of a head, for one point of cost: a needless line of a head is four points. */
export const DEMERITS = { pour: 50, head: 12 } as const;

/**
 * What a module shows at a top corner. Two modules that begin on one row, side by side, must not show the same there
 * (R11, R33), unless both are quiet: a box, an ad, a story without head.
 */
export const FACES = { song: 0, hei: 1, picture: 2, quiet: 3 } as const;
/** One of {@link FACES}. */
export type Face = 0 | 1 | 2 | 3;

/** True when two faces may stand side by side on one row. */
export const agree = (left: Face, right: Face): boolean => left !== right || left === FACES.quiet;

/** A head of so many rows; where both families come out alike the composer may take either. */
export interface HeadChoice {
  readonly rows: Rows;
  /** The lesser of the two families' costs. */
  readonly cost: number;
  readonly song?: HeadSetting;
  readonly hei?: HeadSetting;
  /** Cost of each family, infinite where it has no such head. */
  readonly costs: { readonly song: number; readonly hei: number };
}

/**
 * Where the panel stands: across the module under its head, above the head (crown), in the right, left or middle legs
 * under the head, in the right legs beside the head (corner), or beside head and text from top to foot. `head-left` has
 * no panel: its head spans the left legs only, and the others run from the top.
 */
export type PanelPlace =
  | 'none'
  | 'across'
  | 'crown'
  | 'right'
  | 'left'
  | 'middle'
  | 'beside-right'
  | 'beside-left'
  | 'head-left'
  | 'corner';

/** All places, in the order in which geometries are kept. */
export const PLACES: readonly PanelPlace[] = [
  'none',
  'across',
  'crown',
  'right',
  'left',
  'middle',
  'beside-right',
  'beside-left',
  'head-left',
  'corner',
];

/** True where the head spans some of the legs only. */
export const hasPartHead = (place: PanelPlace): boolean => place === 'head-left' || place === 'corner';

/** What makes a shape, without the choice of family and air. */
export interface Geometry {
  readonly place: PanelPlace;
  readonly panel?: Panel;
  /** Legs that the panel spans (columns where it stands beside). */
  readonly span: number;
  readonly plan: LegPlan;
  readonly head?: HeadChoice;
  /** Legs that the head spans, where it does not span them all. */
  readonly headSpan?: number;
  /** Rows from the top of the text area to its foot; beside a head that spans some legs only, from the head's top. */
  readonly textRows: Rows;
  /** True when the panel in the legs reaches the foot, so that no leg is below it. */
  readonly reaches: boolean;
  readonly rows: Rows;
  readonly cost: number;
}

/** A shape ready for the search. Its cost is a lower bound until the text is poured. */
export interface Shape extends Geometry {
  readonly columns: number;
  /** Rows of each leg that holds text, from left to right. */
  readonly legs: readonly Rows[];
  readonly family: 'song' | 'hei';
  /** Rows of extra air under the head. */
  readonly air: Rows;
  readonly topLeft: Face;
  readonly topRight: Face;
}

/** One flaw of a shape: points before the house's weights. */
export type Term = readonly [rule: SoftRule, points: number];
