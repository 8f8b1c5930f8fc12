/**
 * The shapes of one story at one width. Geometries are gathered by height and place of the panel, the few cheapest of
 * each; families and extra air are spread over them only where a page asks. Nothing is poured here.
 */
import type { Pour } from '../../typeset/model.ts';
import { BODY, type Rows } from '../../units.ts';
import { type LegPlan, legPlans, legsWidth, spanWidth } from '../grid.ts';
import type { Costs } from '../search/costs.ts';
import type { Leaves } from '../search/problem.ts';
import { airPoints, airsOf } from './air.ts';
import { facePair, familiesOf, familyCost } from './families.ts';
import { shapeTerms } from './flaws.ts';
import type { GalleyBounds } from './galleys.ts';
import type { Arrangement, Geometries } from './kept.ts';
import type { Panel } from './panel.ts';
import { DEMERITS, type HeadChoice, type PanelPlace, type Shape, type Term } from './shape.ts';
import { Shapes } from './shapes.ts';
import type { ShapeTable } from './table.ts';
import { legPoints, measurePoints, placePoints, plainPoints, proportionPoints, type TermContext } from './terms.ts';

/** A leg of fewer rows than this is never made, but for the one leg of a story that has no more lines. */
const LEAST_LEG: Rows = 3;
/** A leg of this many rows under a panel is still a leg (R32 asks for six, at a cost below). */
const LEAST_UNDER_PANEL: Rows = 4;
/** All shapes of one width. */
export class WidthTable {
  readonly #table: ShapeTable;
  readonly #columns: number;
  readonly #context: TermContext;
  /** The cheapest of each height and place. */
  readonly #geometries: Geometries;
  /** Points of the module's proportion by its height, weighed (R64). */
  readonly #proportion: Float64Array;
  readonly #expanded: (Leaves<Shape> | undefined)[] = [];
  readonly costs: Costs;

  constructor(table: ShapeTable, columns: number) {
    const { grid, copy, head, most, weights } = table.source;
    const { inset, mostMeasure } = table.dress;
    this.#table = table;
    this.#columns = columns;
    this.#context = {
      grid,
      columns,
      head,
      boxed: inset > 0,
      hasSubheads: copy.article.body.some((block) => block.kind === 'subhead'),
      genre: copy.article.genre,
    };
    this.#proportion = new Float64Array(most + 1);
    for (let rows = 0; rows <= most; rows += 1)
      this.#proportion[rows] = weights.R64 * proportionPoints(this.#context, rows);
    const heads = table.headsOver(spanWidth(grid, columns) - 2 * inset * BODY);
    for (const plan of legPlans(grid, columns, inset, mostMeasure)) {
      this.#underOneHead(plan, heads);
      this.#besideHead(plan);
    }
    if (inset === 0) this.#beside();
    this.#geometries = table.sheets.geometries.take();
    this.costs = this.#leastCosts();
  }

  /** Shapes of a height, cheapest first. */
  at(rows: Rows): Leaves<Shape> {
    this.#expanded[rows] ??= this.#expand(rows);
    return this.#expanded[rows];
  }

  /** Shapes whose head spans the module. */
  #underOneHead(plan: LegPlan, heads: readonly HeadChoice[]): void {
    const bounds = this.#table.bounds(plan.measure);
    if (this.#table.source.photos.length === 0) {
      if (bounds) this.#text(plan, bounds, heads, 'none', undefined, 0);
      return;
    }
    for (let span = 1; span <= plan.legs; span += 1) {
      const free = plan.legs - span;
      for (const panel of this.#table.panels(span, plan.measure)) {
        if (!bounds) {
          if (free === 0) this.#picturesOnly(plan, heads, panel, span);
        } else if (free === 0) {
          this.#text(plan, bounds, heads, 'across', panel, span);
          this.#text(plan, bounds, heads, 'crown', panel, span);
        } else {
          this.#text(plan, bounds, heads, 'right', panel, span);
          this.#text(plan, bounds, heads, 'left', panel, span);
          if (free >= 2 && free % 2 === 0) this.#text(plan, bounds, heads, 'middle', panel, span);
        }
      }
    }
  }

  #picturesOnly(plan: LegPlan, heads: readonly HeadChoice[], panel: Panel, span: number): void {
    for (const place of ['across', 'crown'] as const) {
      const arrangement: Arrangement = { place, plan, span, panel, reaches: false };
      this.#underEach(heads, arrangement, 0, panel.rows, this.#panelCost(panel, place));
    }
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
    const hidden = inLegs ? span * panelRows : 0;
    const above = inLegs ? 0 : panelRows;
    const panelCost = this.#panelCost(panel, place);
    const shortest = plan.legs === 1 ? Math.min(LEAST_LEG, bounds.most) : LEAST_LEG;
    const least = inLegs ? panelRows + LEAST_UNDER_PANEL : shortest;
    const lowest = Math.ceil((bounds.least(plan.legs) + hidden) / plan.legs);
    const highest = Math.floor((bounds.most + plan.legs - 1 + hidden) / plan.legs);
    const arrangement: Arrangement = { place, plan, span, reaches: false, ...(panel && { panel }) };
    for (let rows = Math.max(lowest, least); rows <= highest; rows += 1) {
      const pour = inLegs ? bounds.cost(plan.legs * rows - hidden, plan.legs) : bounds.evenCost(rows, plan.legs);
      if (pour === Number.POSITIVE_INFINITY) continue;
      const cost = panelCost + this.#textCost(plan, plan.legs, rows, inLegs ? rows - panelRows : rows, panel, pour);
      this.#underEach(heads, arrangement, rows, above + rows, cost);
    }
    if (!inLegs || !panel || panelRows < LEAST_LEG || place === 'middle') return;
    const legs = plan.legs - span;
    const pour = bounds.evenCost(panelRows, legs);
    if (pour === Number.POSITIVE_INFINITY) return;
    const cost = panelCost + this.#textCost(plan, legs, panelRows, panelRows, panel, pour);
    this.#underEach(heads, { ...arrangement, reaches: true }, panelRows, panelRows, cost);
  }

  /** Shapes whose photos stand beside head and text, from the module's top to its foot. */
  #beside(): void {
    const { grid, photos } = this.#table.source;
    if (photos.length === 0 || this.#columns < 2) return;
    for (let span = 1; span < this.#columns; span += 1) {
      const columns = this.#columns - span;
      const heads = this.#table.headsOver(spanWidth(grid, columns));
      const panels = this.#table.panels(span, grid.measure);
      for (const plan of legPlans(grid, columns, 0, this.#table.dress.mostMeasure)) {
        const bounds = this.#table.bounds(plan.measure);
        if (!bounds) continue;
        for (const panel of panels) for (const head of heads) this.#besidePanel(plan, bounds, head, panel, span);
      }
    }
  }

  /**
   * Shapes whose head spans the left legs only: the others run from its top, or from under the photos beside it. The head of
   * a second part spans them all: over the first leg alone, one line of it would leave the others to nobody.
   */
  #besideHead(plan: LegPlan): void {
    const { from, photos } = this.#table.source;
    const bounds = this.#table.bounds(plan.measure);
    if (!bounds || from) return;
    const pictured = photos.length > 0;
    for (let headSpan = Math.ceil(plan.legs / 2); headSpan < plan.legs; headSpan += 1) {
      const heads = this.#table.headsOver(legsWidth(headSpan, plan.measure));
      const span = plan.legs - headSpan;
      if (!pictured) this.#partHead({ place: 'head-left', plan, span: 0, headSpan, reaches: false }, bounds, heads);
      else
        for (const panel of this.#table.panels(span, plan.measure))
          this.#partHead({ place: 'corner', plan, span, headSpan, panel, reaches: false }, bounds, heads);
    }
  }

  #partHead(arrangement: Arrangement, bounds: GalleyBounds, heads: readonly HeadChoice[]): void {
    const { plan, headSpan = 0, place, panel, span } = arrangement;
    const panelRows = panel?.rows ?? 0;
    const placeCost = this.#panelCost(panel, place);
    for (const head of heads) {
      const hidden = headSpan * head.rows + span * panelRows;
      const deepest = Math.max(head.rows, panelRows);
      const lowest = Math.max(Math.ceil((bounds.least(plan.legs) + hidden) / plan.legs), deepest + LEAST_UNDER_PANEL);
      const highest = Math.floor((bounds.most + plan.legs - 1 + hidden) / plan.legs);
      for (let rows = lowest; rows <= highest; rows += 1) {
        const pour = bounds.cost(plan.legs * rows - hidden, plan.legs);
        if (pour === Number.POSITIVE_INFINITY) continue;
        const cost = placeCost + this.#textCost(plan, plan.legs, rows, rows - deepest, panel, pour);
        this.#offer(arrangement, rows, head, rows - head.rows, cost);
      }
    }
  }

  #besidePanel(plan: LegPlan, bounds: GalleyBounds, head: HeadChoice, panel: Panel, span: number): void {
    const textRows = panel.rows - head.rows;
    if (textRows < LEAST_LEG) return;
    const pour = bounds.evenCost(textRows, plan.legs);
    if (pour === Number.POSITIVE_INFINITY) return;
    const text = this.#textCost(plan, plan.legs, textRows, textRows, panel, pour);
    for (const place of ['beside-right', 'beside-left'] as const) {
      const arrangement: Arrangement = { place, plan, span, panel, reaches: false };
      this.#offer(arrangement, textRows, head, textRows, this.#panelCost(panel, place) + text);
    }
  }

  #panelCost(panel: Panel | undefined, place: PanelPlace): number {
    const { R61, R62, R32 } = this.#table.source.weights;
    return (panel ? R61 * panel.sizeCost + R62 * panel.cropCost : 0) + R32 * placePoints(place);
  }

  #textCost(plan: LegPlan, legs: number, rows: Rows, shallowest: Rows, panel: Panel | undefined, pour: number): number {
    const { R22, R65, R08, R63, R69 } = this.#table.source.weights;
    const { measure } = plan;
    const ownLines = this.#table.bounds(measure)?.ownLines ?? 0;
    const plain = panel === undefined ? plainPoints(this.#context, { rows, legs, measure }, false) : 0;
    const cost = (R22 * pour) / DEMERITS.pour + R65 * measurePoints(this.#context, measure);
    return cost + R69 * ownLines + R08 * legPoints(rows, shallowest) + R63 * plain;
  }

  /** Offers an arrangement of some depth under each head, or alone where the story has none; its rows are all below the head. */
  #underEach(heads: readonly HeadChoice[], body: Arrangement, textRows: Rows, rows: Rows, cost: number): void {
    for (const head of heads) this.#offer(body, textRows, head, rows, cost);
    if (heads.length === 0 && !this.#table.titled) this.#offer(body, textRows, undefined, rows, cost);
  }

  /** Keeps an arrangement under a head where that is among the cheapest shapes of its height and place. */
  #offer(body: Arrangement, textRows: Rows, head: HeadChoice | undefined, bodyRows: Rows, bodyCost: number): void {
    const rows = bodyRows + (head?.rows ?? 0) + this.#table.frameRows;
    if (rows > this.#table.source.most) return;
    const cost = bodyCost + (head?.cost ?? 0) + (this.#proportion[rows] as number);
    this.#table.sheets.geometries.offer(rows, cost, textRows, body, head);
  }

  /** Every flaw of a shape of this width, text poured, in points before the house's weights. */
  terms(shape: Shape, pour: Pour | undefined): readonly Term[] {
    const { family, relaxed } = this.#table.source;
    const { shortDemerits } = this.#table;
    const of = {
      family,
      airPoints: airPoints(relaxed)[shape.air] ?? 0,
      shortDemerits,
      ownLines: this.#table.bounds(shape.plan.measure)?.ownLines ?? 0,
    };
    return shapeTerms(this.#context, shape, of, pour);
  }

  #leastCosts(): Costs {
    const { most, weights, relaxed, family: house } = this.#table.source;
    const { costs } = this.#table.sheets;
    const air = airPoints(relaxed);
    const { starts, heads, arrangements, costs: bounds } = this.#geometries;
    for (let rows = 0; rows <= most; rows += 1)
      for (let at = starts[rows] as number; at < (starts[rows + 1] as number); at += 1) {
        const head = heads[at];
        const { place } = arrangements[at] as Arrangement;
        const airs = airsOf(place, head, relaxed);
        for (const family of familiesOf(head)) {
          const pair = facePair(place, head, family, this.#context.boxed);
          const cost = (bounds[at] as number) + familyCost(head, family, house);
          for (let extra = 0; extra < airs && rows + extra <= most; extra += 1)
            costs.offer(rows + extra, pair, cost + weights.R66 * (air[extra] as number));
        }
      }
    return costs.take(this.#table.arena);
  }

  #expand(rows: Rows): Leaves<Shape> {
    const { weights, relaxed, family: house } = this.#table.source;
    const { starts, heads, arrangements, costs } = this.#geometries;
    const shapes = new Shapes(this.#geometries, this.#columns, rows);
    const air = airPoints(relaxed);
    for (let extra = 0; extra < air.length && extra <= rows; extra += 1) {
      const points = weights.R66 * (air[extra] as number);
      const end = starts[rows - extra + 1] as number;
      for (let at = starts[rows - extra] as number; at < end; at += 1) {
        const head = heads[at];
        const { place } = arrangements[at] as Arrangement;
        if (extra >= airsOf(place, head, relaxed)) continue;
        for (const family of familiesOf(head)) {
          const pair = facePair(place, head, family, this.#context.boxed);
          shapes.offer(at, extra, family, pair, (costs[at] as number) + familyCost(head, family, house) + points);
        }
      }
    }
    return shapes.sorted();
  }
}
