/** What a shape costs, rule by rule; every number is in points as `rules.ts` defines them. */
import type { Article } from '../../issue/model.ts';
import { BODY, PITCH, type Rows } from '../../units.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import type { SoftRule } from '../rules.ts';
import type { HeadRange } from './rank.ts';
import type { Geometry, PanelPlace } from './shape.ts';

/** Least and most comfortable depth of a leg (Navy 14130: 2 to 10 inches; one inch is five or six lines). */
const LEG = { least: 6, most: 46 } as const;
/** Columns of plain text that a page may show in one piece (issue 4). */
const PLAIN_COLUMNS = 4;
/** Rows below which plain text is a strip and not an area. */
const PLAIN_ROWS = 14;
/** Proportions, height over width and width over height, beyond which a module looks odd (house). */
const TOWER = 3.2;
const SLIVER = 5;

/** A panel in the legs hangs from the head as desks like it; the others are a little less usual. */
const PLACE_COST: Readonly<Record<PanelPlace, number>> = {
  none: 0,
  across: 0,
  crown: 0.6,
  right: 0,
  left: 0.2,
  middle: 0.4,
  'beside-right': 0.4,
  'beside-left': 0.6,
};

/** What of an article the terms look at. */
export interface TermContext {
  readonly grid: Grid;
  readonly columns: number;
  readonly head: HeadRange;
  readonly boxed: boolean;
  readonly hasSubheads: boolean;
  readonly genre: Article['genre'];
}

/** Points of a head for its size (R14). */
export function headSizePoints(range: HeadRange, size: number): number {
  if (size < range.ideal) return 5 * ((range.ideal - size) / (range.ideal - range.least)) ** 2;
  return 4 * ((size - range.ideal) / Math.max(1, range.most - range.ideal)) ** 2;
}

function measurePoints(context: TermContext, measure: number): number {
  const house = context.grid.measure;
  if (measure < house) return (house - measure) * 0.6;
  const excess = (measure - house) / 7;
  return context.boxed || context.genre === 'feature' ? excess / 3 : excess * 0.8;
}

function depthPoints(rows: Rows): number {
  if (rows < LEG.least) return 2.5 * (LEG.least - rows);
  return rows > LEG.most ? 0.25 * (rows - LEG.most) : 0;
}

/** Tells every flaw of a geometry that fills `rows` rows in all, air included. */
export function shapeTerms(
  context: TermContext,
  geometry: Omit<Geometry, 'cost' | 'rows'>,
  rows: Rows,
  tell: (rule: SoftRule, points: number) => void,
): void {
  const { plan, panel, legs } = geometry;
  const width = spanWidth(context.grid, context.columns);
  const height = rows * PITCH;
  if (height > TOWER * width) tell('R64', 1.5 * (height / width - TOWER));
  if (width > SLIVER * height) tell('R64', 1.5 * (width / height - SLIVER));
  if (panel) {
    tell('R61', panel.sizeCost);
    tell('R62', panel.cropCost);
    tell('R32', PLACE_COST[geometry.place]);
  }
  if (legs.length === 0) return;
  tell('R65', measurePoints(context, plan.measure));
  let shallowest = Number.POSITIVE_INFINITY;
  for (const leg of legs) shallowest = Math.min(shallowest, leg);
  tell('R08', depthPoints(shallowest));
  if (geometry.textRows > LEG.most) tell('R08', depthPoints(geometry.textRows));
  const characters = legs.length * (plan.measure + 1) - 1;
  const columns = (characters + 1) / (context.grid.measure + 1);
  const plain = !panel && !context.boxed && !context.hasSubheads;
  if (plain && columns > PLAIN_COLUMNS && geometry.textRows >= PLAIN_ROWS) tell('R63', 2 * (columns - PLAIN_COLUMNS));
}

/** Width of a text area in pixels; kept here beside the terms that judge it. */
export const textWidth = (plan: { legs: number; measure: number }): number =>
  (plan.legs * (plan.measure + 1) - 1) * BODY;
