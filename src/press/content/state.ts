/** The graphics state as far as the rewriting follows it (ISO 32000-1, 8.4). */
import { type Ink, isBlackOnly } from '../colour/ink.ts';
import { pdfNumber } from './bytes.ts';
import type { Matrix } from './matrix.ts';
import { KNOCKS, type Overprint } from './overprint.ts';
import type { Space } from './spaces.ts';

/** What a painting operator paints with; `other` is a pattern, or a colour that the stream did not set itself. */
export type Paint = Ink | 'other';

/** What is set when an operator paints. */
export interface State {
  readonly ctm: Matrix;
  readonly fill: Paint;
  readonly stroke: Paint;
  readonly fillSpace: Space;
  readonly strokeSpace: Space;
  readonly lineWidth: number;
  readonly fontSize: number;
  readonly textMode: number;
  readonly overprint: Overprint;
  /** What the drawing set itself. */
  readonly maker?: Overprint;
}

/** Black ink alone, solid. */
export const BLACK: Ink = [0, 0, 0, 1];

/** The state in which a stream begins, painting with this. */
export const firstState = (ctm: Matrix, paint: Paint): State => ({
  ctm,
  fill: paint,
  stroke: paint,
  fillSpace: 'grey',
  strokeSpace: 'grey',
  lineWidth: 1,
  fontSize: 0,
  textMode: 0,
  overprint: KNOCKS,
});

/** Black ink alone, in any strength? */
export const isBlack = (paint: Paint): boolean => paint !== 'other' && isBlackOnly(paint);

/** Paper, and no ink? */
export const isWhite = (paint: Paint): boolean => paint !== 'other' && paint.every((share) => share === 0);

/** The same shares of all four inks? */
export const sameInk = (one: Paint, two: Ink): boolean =>
  one !== 'other' && one.every((share, plate) => share === two[plate]);

/** The operator that sets an ink. */
export const inkOperator = (ink: Ink, fill: boolean): string =>
  `${ink.map((share) => pdfNumber(share)).join(' ')} ${fill ? 'k' : 'K'}`;
