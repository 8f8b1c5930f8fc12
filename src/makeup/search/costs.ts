/** Least costs of blocks of one set of items and one width, by height and by the faces at the two top corners. */
import type { Rows } from '../../units.ts';

/** Pairs of faces: topLeft × 4 + topRight. */
export const FACE_PAIRS = 16;

/** Costs of the heights from `low` to `high`; none when `high` is below `low`. */
export interface Costs {
  readonly low: Rows;
  readonly high: Rows;
  /** Index = (rows − low) × 16 + pair of faces. */
  readonly cost: Float64Array;
  /** Least over all faces; index = rows − low. */
  readonly least: Float64Array;
}

/** Least cost of any height once each row is paid for at `slope`: tells quickly that nothing here can fit a limit. */
export function leastAtPrice({ least, low }: Costs, slope: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < least.length; at += 1)
    smallest = Math.min(smallest, (least[at] as number) - slope * (low + at));
  return smallest;
}

/** No block at all. */
export const NO_COSTS: Costs = { low: 1, high: 0, cost: new Float64Array(0), least: new Float64Array(0) };

/** Least cost at a height, or infinity. */
export const leastAt = (costs: Costs, rows: Rows): number =>
  rows < costs.low || rows > costs.high ? Number.POSITIVE_INFINITY : (costs.least[rows - costs.low] as number);

/** Cost at a height and pair of faces, or infinity. */
export const costAt = (costs: Costs, rows: Rows, pair: number): number =>
  rows < costs.low || rows > costs.high
    ? Number.POSITIVE_INFINITY
    : (costs.cost[(rows - costs.low) * FACE_PAIRS + pair] as number);

/** A sheet on which costs are collected; wiped and used again, since a search fills thousands. */
export class CostSheet {
  readonly #cost: Float64Array;
  #low: Rows;
  #high: Rows = 0;

  constructor(most: Rows) {
    this.#cost = new Float64Array((most + 1) * FACE_PAIRS).fill(Number.POSITIVE_INFINITY);
    this.#low = most + 1;
  }

  offer(rows: Rows, pair: number, cost: number): void {
    const index = rows * FACE_PAIRS + pair;
    if (cost >= (this.#cost[index] as number)) return;
    this.#cost[index] = cost;
    if (rows < this.#low) this.#low = rows;
    if (rows > this.#high) this.#high = rows;
  }

  /** What was offered since the last call; the sheet is blank afterwards. */
  take(): Costs {
    const low = this.#low;
    const high = this.#high;
    if (high < low) return NO_COSTS;
    const cost = this.#cost.slice(low * FACE_PAIRS, (high + 1) * FACE_PAIRS);
    const least = new Float64Array(high - low + 1);
    for (let at = 0; at < least.length; at += 1) {
      let smallest = Number.POSITIVE_INFINITY;
      for (let index = at * FACE_PAIRS; index < (at + 1) * FACE_PAIRS; index += 1)
        if ((cost[index] as number) < smallest) smallest = cost[index] as number;
      least[at] = smallest;
    }
    this.#cost.fill(Number.POSITIVE_INFINITY, low * FACE_PAIRS, (high + 1) * FACE_PAIRS);
    this.#low = this.#cost.length / FACE_PAIRS;
    this.#high = 0;
    return { low, high, cost, least };
  }
}

/** The cheaper of two at every height and pair of faces. */
export function cheaper(a: Costs, b: Costs): Costs {
  if (a.high < a.low) return b;
  if (b.high < b.low) return a;
  const low = Math.min(a.low, b.low);
  const high = Math.max(a.high, b.high);
  const cost = new Float64Array((high - low + 1) * FACE_PAIRS).fill(Number.POSITIVE_INFINITY);
  const least = new Float64Array(high - low + 1).fill(Number.POSITIVE_INFINITY);
  for (const one of [a, b]) {
    const shift = (one.low - low) * FACE_PAIRS;
    for (let index = 0; index < one.cost.length; index += 1)
      if ((one.cost[index] as number) < (cost[index + shift] as number))
        cost[index + shift] = one.cost[index] as number;
    for (let index = 0; index < one.least.length; index += 1)
      least[index + one.low - low] = Math.min(least[index + one.low - low] as number, one.least[index] as number);
  }
  return { low, high, cost, least };
}
