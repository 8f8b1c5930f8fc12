/**
 * The shape table of one story: for each width in columns, and each height in rows, the cheapest ways to fill that
 * rectangle with its head, photos and text. Nothing is poured here; heights come from the bounds of the galleys.
 */
import type { Picture } from '../../photo/model.ts';
import type { Copy, HeadSetting } from '../../typeset/model.ts';
import { BODY, type Px, type Rows } from '../../units.ts';
import { type LegPlan, legPlans, spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import type { SoftRule, Weights } from '../rules.ts';
import { boundsOf, type GalleyBounds } from './galleys.ts';
import { type Panel, PanelShop } from './panel.ts';
import { type Dress, dressOf, type HeadRange, type PhotoRange } from './rank.ts';
import { FACES, type Face, type Geometry, type HeadChoice, type PanelPlace, type Shape } from './shape.ts';
import { headSizePoints, shapeTerms, type TermContext } from './terms.ts';

/** The row of air that every module owns at its top; a hairline runs through it. */
export const AIR_ROW: Rows = 1;
/** Rows of a box above and below what it holds. */
export const BOX_ROWS: Rows = 1;
/** Rows of a standing head (栏题). */
export const LABEL_ROWS: Rows = 2;
/** A leg of fewer rows than this is never made. */
const LEAST_LEG: Rows = 3;
/** A leg of this many rows under a panel is still a leg (R32 asks for six, at a cost below). */
const LEAST_UNDER_PANEL: Rows = 4;
/** Geometries kept for each height and kind of top. */
const KEPT = 5;
/** Extra rows of air under a head that a shape may take, and what they cost (R66). */
const EXTRA_AIR: readonly number[] = [0, 1.2, 3.2];
/** Demerits of a head or a pour for one point of cost. */
export const DEMERITS = 100;
/** Cost of a head in the family that the house would not choose first. */
const OTHER_FAMILY = 0.4;

/** What the table of one story is made from. */
export interface StorySource {
  readonly copy: Copy;
  readonly grid: Grid;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly weights: Weights;
  readonly head: HeadRange;
  readonly photos: readonly PhotoRange[];
  readonly family: 'song' | 'hei';
  /** Rows that may be filled at most. */
  readonly most: Rows;
  /** Factor on the bounds of the photos' spans. */
  readonly stretch: number;
}

/** All shapes of one story; widths are made when first asked for. */
export class ShapeTable {
  readonly source: StorySource;
  readonly dress: Dress;
  readonly #panels: PanelShop;
  readonly #bounds = new Map<number, GalleyBounds>();
  readonly #widths = new Map<number, readonly (readonly Shape[])[]>();

  constructor(source: StorySource) {
    this.source = source;
    this.dress = dressOf(source.copy.article);
    this.#panels = new PanelShop({
      copy: source.copy,
      pictures: source.pictures,
      page: spanWidth(source.grid, source.grid.columns),
      ranges: source.photos,
      stretch: source.stretch,
    });
  }

  /** Shapes of a width by height in rows, cheapest first; heights without any hold an empty list. */
  at(columns: number): readonly (readonly Shape[])[] {
    const known = this.#widths.get(columns);
    if (known) return known;
    const made = new WidthTable(this, columns).shapes();
    this.#widths.set(columns, made);
    return made;
  }

  /** Bounds of the body at a measure; undefined for a story without text. */
  bounds(measure: number): GalleyBounds | undefined {
    const known = this.#bounds.get(measure);
    if (known) return known;
    const galley = this.source.copy.body(measure * BODY);
    if (galley.blocks.length === 0) return undefined;
    const bounds = boundsOf(galley);
    this.#bounds.set(measure, bounds);
    return bounds;
  }

  /** Panels of all photos over legs. */
  panels(legs: number, measure: number): readonly Panel[] {
    return this.#panels.panels(legs, measure);
  }

  /** Rows that dress and furniture take off a module's height. */
  get frameRows(): Rows {
    const label = this.source.copy.article.label ? LABEL_ROWS : 0;
    return AIR_ROW + label + (this.dress.inset > 0 ? 2 * BOX_ROWS : 0);
  }
}

/** Collects the geometries of one width. */
class WidthTable {
  readonly #table: ShapeTable;
  readonly #columns: number;
  readonly #context: TermContext;
  readonly #kept: Map<string, Geometry[]>[] = [];

  constructor(table: ShapeTable, columns: number) {
    const { grid, copy, head } = table.source;
    this.#table = table;
    this.#columns = columns;
    this.#context = {
      grid,
      columns,
      head,
      boxed: table.dress.inset > 0,
      hasSubheads: copy.article.body.some((block) => block.kind === 'subhead'),
      genre: copy.article.genre,
    };
  }

  shapes(): readonly (readonly Shape[])[] {
    const { grid } = this.#table.source;
    const { inset, mostMeasure } = this.#table.dress;
    const plans = legPlans(grid, this.#columns, inset, mostMeasure);
    const heads = this.#heads(this.#columns);
    for (const plan of plans) this.#underOneHead(plan, heads);
    if (inset === 0) this.#beside();
    return this.#spread();
  }

  /** Shapes whose head spans the module. */
  #underOneHead(plan: LegPlan, heads: readonly HeadChoice[]): void {
    const bounds = this.#table.bounds(plan.measure);
    const photos = this.#table.source.copy.article.photos.length > 0;
    if (!photos && bounds) this.#text(plan, bounds, heads, 'none', undefined, 0);
    if (!photos) return;
    for (let span = 1; span <= plan.legs; span += 1) {
      for (const panel of this.#table.panels(span, plan.measure)) {
        if (!bounds) {
          if (span === plan.legs) this.#picturesOnly(plan, heads, panel, span);
        } else if (span === plan.legs) {
          this.#text(plan, bounds, heads, 'across', panel, span);
          this.#text(plan, bounds, heads, 'crown', panel, span);
        } else {
          this.#text(plan, bounds, heads, 'right', panel, span);
          this.#text(plan, bounds, heads, 'left', panel, span);
          const free = plan.legs - span;
          if (free >= 2 && free % 2 === 0) this.#text(plan, bounds, heads, 'middle', panel, span);
        }
      }
    }
  }

  #picturesOnly(plan: LegPlan, heads: readonly HeadChoice[], panel: Panel, span: number): void {
    const base = { panel, span, plan, textRows: 0, legs: [] };
    for (const head of heads) {
      this.#keep({ ...base, place: 'across', head }, head.rows + panel.rows);
      this.#keep({ ...base, place: 'crown', head }, head.rows + panel.rows);
    }
    if (heads.length === 0) this.#keep({ ...base, place: 'crown' }, panel.rows);
  }

  /** Text under a head, with a panel somewhere or none: every depth of legs that the galley can fill. */
  #text(
    plan: LegPlan,
    bounds: GalleyBounds,
    heads: readonly HeadChoice[],
    place: PanelPlace,
    panel: Panel | undefined,
    span: number,
  ): void {
    const inLegs = place === 'right' || place === 'left' || place === 'middle';
    const panelRows = panel?.rows ?? 0;
    const above = inLegs ? 0 : panelRows;
    const offer = (textRows: Rows, legs: readonly Rows[]) => {
      const capacity = legs.reduce((sum, leg) => sum + leg, 0);
      const pourCost = bounds.cost(capacity, legs.length);
      if (pourCost === Number.POSITIVE_INFINITY) return;
      const made = { place, span, plan, textRows, legs, ...(panel && { panel }) };
      for (const head of heads) this.#keep({ ...made, head }, head.rows + above + textRows, pourCost);
      if (heads.length === 0) this.#keep(made, above + textRows, pourCost);
    };
    const hidden = inLegs ? span * panelRows : 0;
    const lowest = Math.ceil((bounds.least(plan.legs) + hidden) / plan.legs);
    const highest = Math.floor((bounds.most + plan.legs - 1 + hidden) / plan.legs);
    const least = inLegs ? panelRows + LEAST_UNDER_PANEL : LEAST_LEG;
    for (let rows = Math.max(lowest, least); rows <= highest; rows += 1)
      offer(rows, legHeights(plan.legs, rows, place, span, panelRows));
    if (inLegs && panelRows >= LEAST_LEG && place !== 'middle')
      offer(panelRows, Array(plan.legs - span).fill(panelRows));
  }

  /** Shapes whose photos stand beside head and text, from the module's top to its foot. */
  #beside(): void {
    const { grid, copy } = this.#table.source;
    if (copy.article.photos.length === 0 || this.#columns < 2) return;
    for (let span = 1; span < this.#columns; span += 1) {
      const columns = this.#columns - span;
      const heads = this.#heads(columns);
      const panels = this.#table.panels(span, grid.measure);
      for (const plan of legPlans(grid, columns, 0, this.#table.dress.mostMeasure)) {
        const bounds = this.#table.bounds(plan.measure);
        if (!bounds) continue;
        for (const panel of panels) for (const head of heads) this.#besidePanel(plan, bounds, head, panel, span);
      }
    }
  }

  #besidePanel(plan: LegPlan, bounds: GalleyBounds, head: HeadChoice, panel: Panel, span: number): void {
    const textRows = panel.rows - head.rows;
    if (textRows < LEAST_LEG) return;
    const pourCost = bounds.cost(textRows * plan.legs, plan.legs);
    if (pourCost === Number.POSITIVE_INFINITY) return;
    const made = { span, plan, head, panel, textRows, legs: Array<Rows>(plan.legs).fill(textRows) };
    this.#keep({ ...made, place: 'beside-right' }, panel.rows, pourCost);
    this.#keep({ ...made, place: 'beside-left' }, panel.rows, pourCost);
  }

  /** Heads over a number of columns, one a number of rows, the two families side by side. */
  #heads(columns: number): readonly HeadChoice[] {
    const { copy, grid, head: range } = this.#table.source;
    const width: Px = spanWidth(grid, columns) - 2 * this.#table.dress.inset * BODY;
    const settings = (family: 'song' | 'hei', least: number): readonly HeadSetting[] =>
      copy.heads({ width, maxSize: range.most, minSize: least, family, align: 'center' });
    const byRows = new Map<Rows, HeadChoice>();
    for (const family of ['song', 'hei'] as const) {
      for (const setting of settings(family, range.least)) {
        const cost = this.#headCost(setting);
        const held = byRows.get(setting.rows);
        if (held?.[family] && held.cost <= cost) continue;
        byRows.set(setting.rows, { rows: setting.rows, cost, ...held, [family]: setting });
      }
    }
    return [...byRows.values()];
  }

  #headCost(setting: HeadSetting): number {
    const { weights, head } = this.#table.source;
    return weights.R14 * headSizePoints(head, setting.size) + (weights.R17 * setting.cost) / DEMERITS;
  }

  #keep(made: Omit<Geometry, 'cost' | 'rows'>, content: Rows, pourCost = 0): void {
    const { weights, most } = this.#table.source;
    const rows = content + this.#table.frameRows;
    if (rows > most) return;
    let cost = (made.head?.cost ?? 0) + (weights.R22 * pourCost) / DEMERITS;
    shapeTerms(this.#context, made, rows, (rule: SoftRule, points: number) => {
      cost += weights[rule] * points;
    });
    this.#kept[rows] ??= new Map();
    const kind = made.place;
    const list = this.#kept[rows].get(kind) ?? [];
    if (list.length >= KEPT && (list[KEPT - 1]?.cost ?? 0) <= cost) return;
    const at = list.findIndex((held) => held.cost > cost);
    list.splice(at < 0 ? list.length : at, 0, { ...made, rows, cost });
    if (list.length > KEPT) list.pop();
    this.#kept[rows].set(kind, list);
  }

  /** Geometries to shapes: each family, each row of extra air. */
  #spread(): readonly (readonly Shape[])[] {
    const { most, weights } = this.#table.source;
    const shapes: Shape[][] = Array.from({ length: most + 1 }, () => []);
    for (const kinds of this.#kept) {
      for (const list of kinds?.values() ?? []) {
        for (const geometry of list) {
          EXTRA_AIR.forEach((points, air) => {
            if (air > 0 && (!geometry.head || geometry.rows + air > most)) return;
            shapes[geometry.rows + air]?.push(...this.#families(geometry, air, weights.R66 * points));
          });
        }
      }
    }
    for (const list of shapes) list.sort((a, b) => a.cost - b.cost);
    return shapes;
  }

  #families(geometry: Geometry, air: Rows, airCost: number): Shape[] {
    const { head } = geometry;
    const made = { ...geometry, rows: geometry.rows + air, air, columns: this.#columns };
    if (!head) return [{ ...made, family: 'song', ...faces(geometry.place, FACES.quiet) }];
    return (['song', 'hei'] as const).flatMap((family) => {
      if (!head[family]) return [];
      const shown: Face = this.#context.boxed ? FACES.quiet : FACES[family];
      const cost = geometry.cost + airCost + (family === this.#table.source.family ? 0 : OTHER_FAMILY);
      return [{ ...made, cost, family, ...faces(geometry.place, shown) }];
    });
  }
}

function faces(place: PanelPlace, head: Face): { topLeft: Face; topRight: Face } {
  const picture: Face = FACES.picture;
  if (place === 'crown') return { topLeft: picture, topRight: picture };
  if (place === 'beside-right') return { topLeft: head, topRight: picture };
  if (place === 'beside-left') return { topLeft: picture, topRight: head };
  return { topLeft: head, topRight: head };
}

/** Rows of each leg where a panel takes the head of some of them. */
function legHeights(legs: number, rows: Rows, place: PanelPlace, span: number, panel: Rows): readonly Rows[] {
  const first = firstUnderPanel(legs, place, span);
  return Array.from({ length: legs }, (_, leg) => (leg >= first && leg < first + span ? rows - panel : rows));
}

/** Index of the first leg under a panel in the legs; beyond the last where there is none. */
export function firstUnderPanel(legs: number, place: PanelPlace, span: number): number {
  if (place === 'left') return 0;
  if (place === 'middle') return (legs - span) / 2;
  return place === 'right' ? legs - span : legs;
}
