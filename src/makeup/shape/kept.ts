/** The few cheapest geometries of each height and place of the panel; thousands are offered, most are dearer. */
import type { Rows } from '../../units.ts';
import { type Geometry, type HeadChoice, type PanelPlace, PLACES } from './shape.ts';

/** Geometries kept for each height and place of the panel. */
const KEPT = 4;
/** Slots of one height. */
const SLOTS = PLACES.length * KEPT;

/** What shapes of one arrangement have in common: all but head and depth. */
export type Arrangement = Pick<Geometry, 'place' | 'plan' | 'span' | 'panel' | 'headSpan' | 'reaches'>;

/** The geometries of one width as columns, by height, place and cost: thousands are kept, few are ever looked at. */
export interface Geometries {
  /** Where each height begins, by rows; one more entry than there are heights. */
  readonly starts: Int32Array;
  readonly costs: Float64Array;
  readonly textRows: Int16Array;
  readonly arrangements: readonly Arrangement[];
  readonly heads: readonly (HeadChoice | undefined)[];
}

/** One of them. */
export function geometryAt({ costs, textRows, arrangements, heads }: Geometries, at: number, rows: Rows): Geometry {
  const { place, plan, span, panel, headSpan, reaches } = arrangements[at] as Arrangement;
  const head = heads[at];
  return {
    place,
    plan,
    span,
    textRows: textRows[at] as number,
    reaches,
    rows,
    cost: costs[at] as number,
    ...(panel && { panel }),
    ...(head && { head }),
    ...(headSpan !== undefined && { headSpan }),
  };
}

/** A sheet on which geometries are collected; wiped and used again, since a story has one for each width. */
export class GeometrySheet {
  readonly #costs: Float64Array;
  readonly #textRows: Int16Array;
  readonly #arrangements: (Arrangement | undefined)[];
  readonly #heads: (HeadChoice | undefined)[];
  /** Slots filled, by height and place. */
  readonly #filled: Uint8Array;
  /** Heights of which there are any. */
  #low: Rows;
  #high: Rows = 0;
  #count = 0;

  constructor(most: Rows) {
    const slots = (most + 1) * SLOTS;
    this.#costs = new Float64Array(slots);
    this.#textRows = new Int16Array(slots);
    this.#arrangements = Array.from({ length: slots });
    this.#heads = Array.from({ length: slots });
    this.#filled = new Uint8Array((most + 1) * PLACES.length);
    this.#low = most;
  }

  /** Keeps a text area in an arrangement under a head where that is among the cheapest of its height and place; of equals the first. */
  offer(rows: Rows, cost: number, textRows: Rows, arrangement: Arrangement, head: HeadChoice | undefined): void {
    const costs = this.#costs;
    const place = rows * PLACES.length + PLACE_INDEX[arrangement.place];
    const first = place * KEPT;
    let at = first + (this.#filled[place] as number);
    if (at === first + KEPT) {
      at -= 1;
      if (cost >= (costs[at] as number)) return;
    } else {
      this.#filled[place] = at - first + 1;
      this.#count += 1;
      if (rows < this.#low) this.#low = rows;
      if (rows > this.#high) this.#high = rows;
    }
    for (; at > first && (costs[at - 1] as number) > cost; at -= 1) {
      costs[at] = costs[at - 1] as number;
      this.#textRows[at] = this.#textRows[at - 1] as number;
      this.#arrangements[at] = this.#arrangements[at - 1];
      this.#heads[at] = this.#heads[at - 1];
    }
    costs[at] = cost;
    this.#textRows[at] = textRows;
    this.#arrangements[at] = arrangement;
    this.#heads[at] = head;
  }

  /** What was offered since the last call; the sheet is blank afterwards. */
  take(): Geometries {
    const heights = this.#filled.length / PLACES.length;
    const starts = new Int32Array(heights + 1);
    const costs = new Float64Array(this.#count);
    const textRows = new Int16Array(this.#count);
    const arrangements: Arrangement[] = [];
    const heads: (HeadChoice | undefined)[] = [];
    let count = 0;
    for (let rows = this.#low; rows <= this.#high; rows += 1) {
      starts[rows] = count;
      for (let place = rows * PLACES.length; place < (rows + 1) * PLACES.length; place += 1) {
        const end = place * KEPT + (this.#filled[place] as number);
        this.#filled[place] = 0;
        for (let at = place * KEPT; at < end; at += 1) {
          costs[count] = this.#costs[at] as number;
          textRows[count] = this.#textRows[at] as number;
          arrangements.push(this.#arrangements[at] as Arrangement);
          heads.push(this.#heads[at]);
          // A sheet outlives the stories that were made on it, and must not keep their type.
          this.#arrangements[at] = undefined;
          this.#heads[at] = undefined;
          count += 1;
        }
      }
    }
    starts.fill(count, this.#high + 1);
    this.#low = heights - 1;
    this.#high = 0;
    this.#count = 0;
    return { starts, costs, textRows, arrangements, heads };
  }
}

const PLACE_INDEX = Object.fromEntries(PLACES.map((place, index) => [place, index])) as Record<PanelPlace, number>;
