/** Every flaw of one shape, in points before the house's weights: what the report tells and the exact cost is made of. */
import type { Pour } from '../../typeset/model.ts';
import type { SoftRule } from '../rules.ts';
import { type HeadFamily, OTHER_FAMILY } from './families.ts';
import { DEMERITS, type Shape, type Term } from './shape.ts';
import { headFillPoints, headSizePoints, panelTerms, proportionPoints, type TermContext, textTerms } from './terms.ts';

/** What a shape's story and width say to its flaws. */
interface ShapeOf {
  /** The family that the house would choose first. */
  readonly family: HeadFamily;
  /** Points of the extra air that the shape takes (R66). */
  readonly airPoints: number;
  /** Demerits of each row that the last leg is short (R08). */
  readonly shortDemerits: number;
  /** Points of tables and verse that the measure of its legs cannot hold (R69). */
  readonly ownLines: number;
}

/** Flaws of a shape; those of its text too when it was poured. */
export function shapeTerms(context: TermContext, shape: Shape, of: ShapeOf, pour: Pour | undefined): readonly Term[] {
  const terms: Term[] = [];
  const tell = (rule: SoftRule, points: number) => terms.push([rule, points]);
  const { place, panel, plan, legs } = shape;
  const setting = shape.head?.[shape.family];
  if (setting) {
    tell('R14', headSizePoints(context.head, setting.size));
    tell('R17', setting.cost / DEMERITS.head + headFillPoints(setting));
    if (shape.family !== of.family) tell('R14', OTHER_FAMILY);
  }
  panelTerms(panel, place, tell);
  if (legs.length > 0) {
    const text = { rows: shape.textRows, shallowest: Math.min(...legs), legs: legs.length, measure: plan.measure };
    textTerms(context, text, panel !== undefined, tell);
    tell('R69', of.ownLines);
  }
  tell('R64', proportionPoints(context, shape.rows - shape.air));
  tell('R66', of.airPoints);
  if (pour) {
    tell('R22', pour.cost / DEMERITS.pour);
    tell('R08', (pour.short * of.shortDemerits) / DEMERITS.pour);
  }
  return terms;
}
