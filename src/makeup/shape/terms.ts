/** What a shape costs, rule by rule; every number is in points as `rules.ts` defines them. */
import type { Article } from '../../issue/model.ts';
import type { Galley, HeadSetting } from '../../typeset/model.ts';
import { PITCH, type Rows } from '../../units.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import type { SoftRule } from '../rules.ts';
import type { Panel } from './panel.ts';
import type { HeadRange } from './rank.ts';
import type { PanelPlace } from './shape.ts';

/** Least and most comfortable depth of a leg (Navy 14130: 2 to 10 inches; one inch is five or six lines). */
const LEG = { least: 6, most: 46 } as const;
/** Columns of plain text that a page may show in one piece; the house’s rule R63. */
const PLAIN_COLUMNS = 4;
/** Rows below which plain text is a strip and not an area. */
const PLAIN_ROWS = 8;
/** Points of each column of text beyond those, plain and with subheads. */
const PLAIN = 2;
const SUBHEADS = 0.6;
/** Proportions, height over width and width over height, beyond which a module looks odd (house). */
const TOWER = 3.2;
const SLIVER = 3.6;

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
  'head-left': 1.6,
  corner: 0.4,
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

/** Share of its span that a head should fill at least, and points for the whole of what it lacks (R17). */
const HEAD_FILL = { least: 0.62, points: 12 } as const;

/** Points of a head for the white beside its longest line. */
export const headFillPoints = ({ fill }: HeadSetting): number => HEAD_FILL.points * Math.max(0, HEAD_FILL.least - fill);

/** Points of a body line that is not the house's (R65). */
export function measurePoints(context: TermContext, measure: number): number {
  const house = context.grid.measure;
  if (measure < house) return (house - measure) * 0.6;
  const excess = (measure - house) / 7;
  return context.boxed || context.genre === 'feature' ? excess / 3 : excess * 0.8;
}

function depthPoints(rows: Rows): number {
  if (rows < LEG.least) return 2.5 * (LEG.least - rows);
  return rows > LEG.most ? 0.25 * (rows - LEG.most) : 0;
}

/** Points of the depth of the legs, of the shallowest and of a text area that is too deep (R08). */
export const legPoints = (rows: Rows, shallowest: Rows): number =>
  depthPoints(shallowest) + (rows > LEG.most ? depthPoints(rows) : 0);

/** Points of text over too many columns that nothing breaks up (R63); `pictured` when the story shows a photo. */
export function plainPoints(
  context: TermContext,
  { rows, legs, measure }: Omit<TextFacts, 'shallowest'>,
  pictured: boolean,
): number {
  const columns = (legs * (measure + 1)) / (context.grid.measure + 1);
  if (pictured || context.boxed || columns <= PLAIN_COLUMNS || rows < PLAIN_ROWS) return 0;
  return (context.hasSubheads ? SUBHEADS : PLAIN) * (columns - PLAIN_COLUMNS);
}

/** What of a text area the terms look at. */
export interface TextFacts {
  /** Rows from its top to its foot, and of its shallowest leg. */
  readonly rows: Rows;
  readonly shallowest: Rows;
  /** Legs that hold text. */
  readonly legs: number;
  readonly measure: number;
}

/** Hears of each flaw: its rule and its points. */
export type Tell = (rule: SoftRule, points: number) => void;

/** Points of head and panel standing where they stand (R32). */
export const placePoints = (place: PanelPlace): number => PLACE_COST[place];

/** Tells the flaws of a panel, and of the place of head and panel. */
export function panelTerms(panel: Panel | undefined, place: PanelPlace, tell: Tell): void {
  if (panel) tell('R61', panel.sizeCost);
  if (panel) tell('R62', panel.cropCost);
  tell('R32', placePoints(place));
}

/** Tells the flaws of a text area; `pictured` when the story shows a photo. */
export function textTerms(context: TermContext, text: TextFacts, pictured: boolean, tell: Tell): void {
  tell('R65', measurePoints(context, text.measure));
  tell('R08', legPoints(text.rows, text.shallowest));
  tell('R63', plainPoints(context, text, pictured));
}

/** Points of each table whose cells run on as text, and of each line of verse that is turned over (R69): a subeditor would mend them. */
const OWN_LINES = { table: 10, verse: 2 } as const;

/** Points of what has lines of its own and could not keep them at its measure (R69). */
export function ownLinesPoints({ blocks }: Galley): number {
  const tables = blocks.filter(({ kind }) => kind === 'table-text' || kind === 'table-folded').length;
  const turned = blocks.reduce((sum, block) => sum + (block.turned ?? 0), 0);
  return OWN_LINES.table * tables + OWN_LINES.verse * turned;
}

/** Points of a module's proportion (R64). */
export function proportionPoints(context: TermContext, rows: Rows): number {
  const width = spanWidth(context.grid, context.columns);
  const height = rows * PITCH;
  if (height > TOWER * width) return 1.5 * (height / width - TOWER);
  return width > SLIVER * height ? 1.5 * (width / height - SLIVER) : 0;
}
