/**
 * The shapes of one story at one width. Geometries are gathered by height and place of the panel, the few cheapest of
 * each; families and extra air are spread over them only where a page asks. Nothing is poured here.
 */
import type { Pour } from '../../typeset/model.ts';
import { BODY, type Rows } from '../../units.ts';
import { type LegPlan, legPlans, legsWidth, spanWidth } from '../grid.ts';
import type { SoftRule } from '../rules.ts';
import { CostSheet, type Costs } from '../search/costs.ts';
import { airPoints, airsOf } from './air.ts';
import { facePair, familiesOf, familyCost } from './families.ts';
import { shapeTerms } from './flaws.ts';
import type { GalleyBounds } from './galleys.ts';
import { WidthHeads } from './heads.ts';
import { legHeights } from './legs.ts';
import type { Panel } from './panel.ts';
import {
  DEMERITS,
  type Face,
  type Geometry,
  type HeadChoice,
  type PanelPlace,
  PLACES,
  type Shape,
  type Term,
} from './shape.ts';
import type { ShapeTable } from './table.ts';
import { panelTerms, proportionPoints, type TermContext, textTerms } from './terms.ts';

/** A leg of fewer rows than this is never made. */
const LEAST_LEG: Rows = 3;
/** A leg of this many rows under a panel is still a leg (R32 asks for six, at a cost below). */
const LEAST_UNDER_PANEL: Rows = 4;
/** Geometries kept for each height and place of the panel. */
const KEPT = 4;
/** A geometry on its way into the table: what does not hang on the head. */
interface Body {
  readonly place: PanelPlace;
  readonly plan: LegPlan;
  readonly span: number;
  readonly panel?: Panel;
  readonly headSpan?: number;
  readonly textRows: Rows;
  readonly reaches: boolean;
}

/** All shapes of one width. */
export class WidthTable {
  readonly #table: ShapeTable;
  readonly #columns: number;
  readonly #context: TermContext;
  readonly #heads: WidthHeads;
  readonly #kept: (Geometry[] | undefined)[] = [];
  readonly #expanded: (readonly Shape[] | undefined)[] = [];
  readonly costs: Costs;

  constructor(table: ShapeTable, columns: number) {
    const { grid, copy, head } = table.source;
    const { inset, mostMeasure } = table.dress;
    this.#table = table;
    this.#columns = columns;
    this.#heads = new WidthHeads(table, spanWidth(grid, grid.columns));
    this.#context = {
      grid,
      columns,
      head,
      boxed: inset > 0,
      hasSubheads: copy.article.body.some((block) => block.kind === 'subhead'),
      genre: copy.article.genre,
    };
    const heads = this.#heads.over(spanWidth(grid, columns) - 2 * inset * BODY);
    for (const plan of legPlans(grid, columns, inset, mostMeasure)) {
      this.#underOneHead(plan, heads);
      this.#besideHead(plan);
    }
    if (inset === 0) this.#beside();
    this.costs = this.#leastCosts();
  }

  /** Shapes of a height, cheapest first. */
  at(rows: Rows): readonly Shape[] {
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
    for (const place of ['across', 'crown'] as const)
      this.#keep(
        { place, plan, span, panel, textRows: 0, reaches: false },
        heads,
        panel.rows,
        this.#panelCost(panel, place),
      );
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
    const panelCost = panel ? this.#panelCost(panel, place) : 0;
    const least = inLegs ? panelRows + LEAST_UNDER_PANEL : LEAST_LEG;
    const lowest = Math.ceil((bounds.least(plan.legs) + hidden) / plan.legs);
    const highest = Math.floor((bounds.most + plan.legs - 1 + hidden) / plan.legs);
    for (let rows = Math.max(lowest, least); rows <= highest; rows += 1) {
      const pour = bounds.cost(plan.legs * rows - hidden, plan.legs);
      if (pour === Number.POSITIVE_INFINITY) continue;
      const cost = panelCost + this.#textCost(plan, plan.legs, rows, inLegs ? rows - panelRows : rows, panel, pour);
      this.#keep(
        { place, plan, span, textRows: rows, reaches: false, ...(panel && { panel }) },
        heads,
        above + rows,
        cost,
      );
    }
    if (!inLegs || !panel || panelRows < LEAST_LEG || place === 'middle') return;
    const legs = plan.legs - span;
    const pour = bounds.cost(legs * panelRows, legs);
    if (pour === Number.POSITIVE_INFINITY) return;
    const cost = panelCost + this.#textCost(plan, legs, panelRows, panelRows, panel, pour);
    this.#keep({ place, plan, span, panel, textRows: panelRows, reaches: true }, heads, panelRows, cost);
  }

  /** Shapes whose photos stand beside head and text, from the module's top to its foot. */
  #beside(): void {
    const { grid, photos } = this.#table.source;
    if (photos.length === 0 || this.#columns < 2) return;
    for (let span = 1; span < this.#columns; span += 1) {
      const columns = this.#columns - span;
      const heads = this.#heads.over(spanWidth(grid, columns));
      const panels = this.#table.panels(span, grid.measure);
      for (const plan of legPlans(grid, columns, 0, this.#table.dress.mostMeasure)) {
        const bounds = this.#table.bounds(plan.measure);
        if (!bounds) continue;
        for (const panel of panels) for (const head of heads) this.#besidePanel(plan, bounds, head, panel, span);
      }
    }
  }

  /** Shapes whose head spans the left legs only: the others run from its top, or from under the photos beside it. */
  #besideHead(plan: LegPlan): void {
    const bounds = this.#table.bounds(plan.measure);
    if (!bounds) return;
    const pictured = this.#table.source.photos.length > 0;
    for (let headSpan = Math.ceil(plan.legs / 2); headSpan < plan.legs; headSpan += 1) {
      const heads = this.#heads.over(legsWidth(headSpan, plan.measure));
      const span = plan.legs - headSpan;
      for (const head of heads) {
        if (!pictured) this.#partHead({ place: 'head-left', plan, span: 0, headSpan }, bounds, head, undefined);
        else
          for (const panel of this.#table.panels(span, plan.measure))
            this.#partHead({ place: 'corner', plan, span, headSpan }, bounds, head, panel);
      }
    }
  }

  #partHead(
    made: Pick<Body, 'place' | 'plan' | 'span'> & { readonly headSpan: number },
    bounds: GalleyBounds,
    head: HeadChoice,
    panel: Panel | undefined,
  ): void {
    const { plan, headSpan, place } = made;
    const panelRows = panel?.rows ?? 0;
    const hidden = headSpan * head.rows + made.span * panelRows;
    const deepest = Math.max(head.rows, panelRows);
    const lowest = Math.max(Math.ceil((bounds.least(plan.legs) + hidden) / plan.legs), deepest + LEAST_UNDER_PANEL);
    const highest = Math.floor((bounds.most + plan.legs - 1 + hidden) / plan.legs);
    const placeCost = this.#panelCost(panel, place);
    for (let rows = lowest; rows <= highest; rows += 1) {
      const pour = bounds.cost(plan.legs * rows - hidden, plan.legs);
      if (pour === Number.POSITIVE_INFINITY) continue;
      const cost = placeCost + this.#textCost(plan, plan.legs, rows, rows - deepest, panel, pour);
      this.#keep({ ...made, textRows: rows, reaches: false, ...(panel && { panel }) }, [head], rows - head.rows, cost);
    }
  }

  #besidePanel(plan: LegPlan, bounds: GalleyBounds, head: HeadChoice, panel: Panel, span: number): void {
    const textRows = panel.rows - head.rows;
    if (textRows < LEAST_LEG) return;
    const pour = bounds.cost(textRows * plan.legs, plan.legs);
    if (pour === Number.POSITIVE_INFINITY) return;
    for (const place of ['beside-right', 'beside-left'] as const) {
      const cost = this.#panelCost(panel, place) + this.#textCost(plan, plan.legs, textRows, textRows, panel, pour);
      this.#keep({ place, plan, span, panel, textRows, reaches: false }, [head], textRows, cost);
    }
  }

  #panelCost(panel: Panel | undefined, place: PanelPlace): number {
    const { weights } = this.#table.source;
    let cost = 0;
    panelTerms(panel, place, (rule: SoftRule, points: number) => {
      cost += weights[rule] * points;
    });
    return cost;
  }

  #textCost(plan: LegPlan, legs: number, rows: Rows, shallowest: Rows, panel: Panel | undefined, pour: number): number {
    const { weights } = this.#table.source;
    let cost = (weights.R22 * pour) / DEMERITS.pour;
    const text = { rows, shallowest, legs, measure: plan.measure };
    textTerms(this.#context, text, panel !== undefined, (rule: SoftRule, points: number) => {
      cost += weights[rule] * points;
    });
    return cost;
  }

  /** Keeps a body under each head where it is among the cheapest of its height and place. */
  #keep(body: Body, heads: readonly HeadChoice[], bodyRows: Rows, bodyCost: number): void {
    const { weights, most } = this.#table.source;
    if (heads.length === 0 && this.#table.titled) return;
    for (let index = 0; index < Math.max(1, heads.length); index += 1) {
      const head = heads[index];
      const rows = bodyRows + (head?.rows ?? 0) + this.#table.frameRows;
      if (rows > most) continue;
      const cost = bodyCost + (head?.cost ?? 0) + weights.R64 * proportionPoints(this.#context, rows);
      const at = rows * PLACES.length + PLACES.indexOf(body.place);
      this.#kept[at] ??= [];
      const list = this.#kept[at];
      if (list.length >= KEPT && (list[KEPT - 1]?.cost ?? 0) <= cost) continue;
      const before = list.findIndex((held) => held.cost > cost);
      list.splice(before < 0 ? list.length : before, 0, { ...body, rows, cost, ...(head && { head }) });
      if (list.length > KEPT) list.pop();
    }
  }

  /** Every flaw of a shape of this width, text poured, in points before the house's weights. */
  terms(shape: Shape, pour: Pour | undefined): readonly Term[] {
    const { family, relaxed } = this.#table.source;
    const { shortDemerits } = this.#table;
    const of = {
      family,
      airPoints: airPoints(relaxed)[shape.air] ?? 0,
      shortDemerits,
    };
    return shapeTerms(this.#context, shape, of, pour);
  }

  #leastCosts(): Costs {
    const { most, weights, relaxed } = this.#table.source;
    const sheet = new CostSheet(most);
    for (const list of this.#kept) {
      for (const geometry of list ?? []) {
        const airs = airsOf(geometry, relaxed);
        for (const family of familiesOf(geometry)) {
          const pair = facePair(geometry, family, this.#context.boxed);
          const cost = geometry.cost + familyCost(geometry, family, this.#table.source.family);
          for (let air = 0; air < airs && geometry.rows + air <= most; air += 1)
            sheet.offer(geometry.rows + air, pair, cost + weights.R66 * (airPoints(relaxed)[air] ?? 0));
        }
      }
    }
    return sheet.take();
  }

  #expand(rows: Rows): readonly Shape[] {
    const { weights, relaxed } = this.#table.source;
    const shapes: Shape[] = [];
    airPoints(relaxed).forEach((points, air) => {
      for (const place of PLACES.keys()) {
        for (const geometry of this.#kept[(rows - air) * PLACES.length + place] ?? []) {
          if (air >= airsOf(geometry, relaxed)) continue;
          const legs = legHeights(geometry);
          for (const family of familiesOf(geometry)) {
            const pair = facePair(geometry, family, this.#context.boxed);
            const cost = geometry.cost + familyCost(geometry, family, this.#table.source.family) + weights.R66 * points;
            const faces = { topLeft: (pair >> 2) as Face, topRight: (pair & 3) as Face };
            shapes.push({ ...geometry, rows, air, legs, columns: this.#columns, cost, family, ...faces });
          }
        }
      }
    });
    return shapes.sort((a, b) => a.cost - b.cost);
  }
}
