/** The few cheapest geometries of each height and place of the panel; thousands are offered, most are dearer. */
import type { Rows } from '../../units.ts';
import { type Geometry, type HeadChoice, type PanelPlace, PLACES } from './shape.ts';

/** Geometries kept for each height and place of the panel. */
const KEPT = 4;
/** Slots of one height. */
const SLOTS = PLACES.length * KEPT;

/** What shapes of one arrangement have in common: all but head and depth. */
export type Arrangement = Pick<Geometry, 'place' | 'plan' | 'span' | 'panel' | 'headSpan'>;

/** An arrangement with a text area of some depth; its head comes on top. */
export interface Body extends Pick<Geometry, 'textRows' | 'reaches'> {
  readonly arrangement: Arrangement;
}

/** A sheet on which geometries are collected; wiped and used again, since a story has one for each width. */
export class GeometrySheet {
  readonly #costs: Float64Array;
  readonly #bodies: (Body | undefined)[];
  readonly #heads: (HeadChoice | undefined)[];

  constructor(most: Rows) {
    const slots = (most + 1) * SLOTS;
    this.#costs = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
    this.#bodies = Array.from({ length: slots });
    this.#heads = Array.from({ length: slots });
  }

  /** Keeps a body under a head where it is among the cheapest of its height and place; of equals the first. */
  offer(rows: Rows, cost: number, body: Body, head: HeadChoice | undefined): void {
    const costs = this.#costs;
    const first = rows * SLOTS + PLACE_INDEX[body.arrangement.place] * KEPT;
    let at = first + KEPT - 1;
    if (cost >= (costs[at] as number)) return;
    for (; at > first && (costs[at - 1] as number) > cost; at -= 1) {
      costs[at] = costs[at - 1] as number;
      this.#bodies[at] = this.#bodies[at - 1];
      this.#heads[at] = this.#heads[at - 1];
    }
    costs[at] = cost;
    this.#bodies[at] = body;
    this.#heads[at] = head;
  }

  /** What was offered since the last call, by height, place and cost; the sheet is blank afterwards. */
  take(): readonly Geometry[] {
    const found: Geometry[] = [];
    for (let at = 0; at < this.#costs.length; at += 1) {
      const cost = this.#costs[at] as number;
      if (cost === Number.POSITIVE_INFINITY) continue;
      const { arrangement, textRows, reaches } = this.#bodies[at] as Body;
      const { place, plan, span, panel, headSpan } = arrangement;
      const head = this.#heads[at];
      const made: Geometry = { place, plan, span, textRows, reaches, rows: Math.floor(at / SLOTS), cost };
      found.push(Object.assign(made, panel && { panel }, head && { head }, headSpan !== undefined && { headSpan }));
      this.#costs[at] = Number.POSITIVE_INFINITY;
    }
    return found;
  }
}

const PLACE_INDEX = Object.fromEntries(PLACES.map((place, index) => [place, index])) as Record<PanelPlace, number>;
