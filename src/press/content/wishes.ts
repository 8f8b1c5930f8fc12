/** What the house's rules want of overprinting: small black type and thin black rules overprint, white never does. */
import { heightScale, type Matrix, meanScale, multiply } from './matrix.ts';
import type { Wish, Wishes } from './overprint.ts';
import { isBlack, isWhite, type Paint, type State } from './state.ts';

/** Black type smaller than this overprints, points (GWG 2015: text under 12 pt in K 100 % must overprint). */
const SMALL_TYPE = 12;
/** Black rules thinner than this overprint, points (GWG 2015: lines under 2 pt in K 100 % must overprint). */
const THIN_RULE = 2;

/** Pictures, gradients and forms. */
export const KNOCK: Wishes = { fill: 'knock', stroke: 'knock' };

/** White that overprinted would vanish. */
const wishOf = (paint: Paint, isOver: boolean): Wish => (isOver ? 'over' : isWhite(paint) ? 'knock' : 'own');

/** Of type, whose matrix leads from its own size to that of the stream. */
export function wishesOfType({ fill, stroke, fontSize, textMode, ctm }: State, textMatrix: Matrix): Wishes {
  const isSmall = fontSize * heightScale(multiply(textMatrix, ctm)) < SMALL_TYPE;
  const filled = textMode % 4 === 0 || textMode % 4 === 2;
  const stroked = textMode % 4 === 1 || textMode % 4 === 2;
  const isOver = isSmall && (!filled || isBlack(fill)) && (!stroked || isBlack(stroke));
  return {
    ...(filled && { fill: wishOf(fill, isOver) }),
    ...(stroked && { stroke: wishOf(stroke, isOver) }),
  };
}

/** Of a filled path so many points thick. */
export const wishOfFill = ({ fill }: State, thickness: number): Wish =>
  wishOf(fill, isBlack(fill) && thickness < THIN_RULE);

/** Of a drawn line. */
export const wishOfStroke = ({ stroke, lineWidth, ctm }: State): Wish =>
  wishOf(stroke, isBlack(stroke) && lineWidth * meanScale(ctm) < THIN_RULE);
