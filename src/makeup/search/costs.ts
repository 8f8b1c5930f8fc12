/** Least costs of blocks of one set of items and one width, by height and by the faces at the two top corners. */
import type { Rows } from '../../units.ts';

/** Pairs of faces: topLeft × 4 + topRight. */
export const FACE_PAIRS = 16;

/** Costs of the heights from `low` to `high`; none when `high` is below `low`. */
export interface Costs {
  readonly low: Rows;
  readonly high: Rows;
  /** Where the costs of `low` begin: arrays may hold those of other blocks too. */
  readonly from: number;
  /** Index = (from + rows − low) × 16 + pair of faces. */
  readonly cost: Float64Array;
  /** Pairs of faces that some block shows, as bits: most show few; index = from + rows − low. */
  readonly pairs: Uint16Array;
  /** Least over all faces, by the same index. */
  readonly least: Float64Array;
  /** The same with each row paid for at the price of the search. */
  readonly priced: Float64Array;
}

/** Costs of any face. */
export type LeastCosts = Omit<Costs, 'cost' | 'pairs'>;

/** No block at all. */
export const NO_COSTS: Costs = {
  low: 1,
  high: 0,
  from: 0,
  cost: new Float64Array(0),
  pairs: new Uint16Array(0),
  least: new Float64Array(0),
  priced: new Float64Array(0),
};

/** Least cost of any height once each row is paid for: tells quickly that nothing here can fit a limit. */
export function leastPriced({ priced, low, high, from }: Costs): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let at = from; at <= from + high - low; at += 1)
    if ((priced[at] as number) < smallest) smallest = priced[at] as number;
  return smallest;
}

/** Least cost at a height, or infinity. */
export const leastAt = ({ low, high, from, least }: LeastCosts, rows: Rows): number =>
  rows < low || rows > high ? Number.POSITIVE_INFINITY : (least[from + rows - low] as number);

/** Cost at a height and pair of faces, or infinity. */
export const costAt = ({ low, high, from, cost }: Costs, rows: Rows, pair: number): number =>
  rows < low || rows > high ? Number.POSITIVE_INFINITY : (cost[(from + rows - low) * FACE_PAIRS + pair] as number);

/** Rows of the first stretch of an arena, 39 kilobytes, and of the longest, 620: each is twice as long as the last. */
const STRETCH = { first: 256, most: 4096 } as const;
/** Stretches that a wiped arena keeps: 18 megabytes, what most pages need. */
const STRETCHES_KEPT = 32;

type Room = Omit<Costs, 'low' | 'high'>;

/** Room for the costs of thousands of blocks, in few large arrays. */
export class Arena {
  readonly #rooms: Room[] = [];
  /** The stretch in use, and what is taken of it. */
  #at = -1;
  #used = 0;

  /** Room for so many rows in one piece; its arrays may hold anything. */
  take(rows: number): Room {
    while (this.#used + rows > this.#length(this.#at)) this.#next(rows);
    const from = this.#used;
    this.#used += rows;
    return { ...(this.#rooms[this.#at] as Room), from };
  }

  /** Gives all room back: whatever was written there is nobody's any more. New arrays would cost more than what is done with them. */
  wipe(): void {
    this.#rooms.length = Math.min(this.#rooms.length, STRETCHES_KEPT);
    this.#at = -1;
    this.#used = 0;
  }

  #length(at: number): number {
    return this.#rooms[at]?.least.length ?? 0;
  }

  /** Goes on to the next stretch, or to a new one of at least so many rows. */
  #next(rows: number): void {
    this.#at += 1;
    this.#used = 0;
    const usual = Math.min(STRETCH.most, Math.max(STRETCH.first, 2 * this.#length(this.#at - 1)));
    if (this.#at === this.#rooms.length) this.#rooms.push(roomFor(Math.max(usual, rows)));
  }
}

const roomFor = (rows: number): Room => ({
  from: 0,
  cost: new Float64Array(rows * FACE_PAIRS),
  pairs: new Uint16Array(rows),
  least: new Float64Array(rows),
  priced: new Float64Array(rows),
});

/** A sheet on which costs are collected; wiped and used again, since a search fills thousands. */
export class CostSheet {
  /** Cost at rows × 16 + pair of faces; infinite where nothing was offered. */
  readonly cost: Float64Array;
  #low: Rows;
  #high: Rows = 0;

  constructor(most: Rows) {
    this.cost = new Float64Array((most + 1) * FACE_PAIRS).fill(Number.POSITIVE_INFINITY);
    this.#low = most + 1;
  }

  offer(rows: Rows, pair: number, cost: number): void {
    const index = rows * FACE_PAIRS + pair;
    if (cost >= (this.cost[index] as number)) return;
    this.cost[index] = cost;
    this.touch(rows);
  }

  /** Tells that costs were written to `cost` at a height. */
  touch(rows: Rows): void {
    if (rows < this.#low) this.#low = rows;
    if (rows > this.#high) this.#high = rows;
  }

  /** What was offered since the last call, in an arena or in arrays of its own; `slope` is the price of a row. The sheet is blank afterwards. */
  take(arena?: Arena, slope = 0): Costs {
    const low = this.#low;
    const high = this.#high;
    if (high < low) return NO_COSTS;
    const room = arena?.take(high - low + 1) ?? roomFor(high - low + 1);
    const { from, cost, pairs, least, priced } = room;
    const sheet = this.cost;
    for (let at = from; at <= from + high - low; at += 1) {
      const first = (low + at - from) * FACE_PAIRS;
      let smallest = Number.POSITIVE_INFINITY;
      let shown = 0;
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const one = sheet[first + pair] as number;
        cost[at * FACE_PAIRS + pair] = one;
        if (one === Number.POSITIVE_INFINITY) continue;
        shown |= 1 << pair;
        if (one < smallest) smallest = one;
        sheet[first + pair] = Number.POSITIVE_INFINITY;
      }
      pairs[at] = shown;
      least[at] = smallest;
      priced[at] = smallest - slope * (low + at - from);
    }
    this.#low = this.cost.length / FACE_PAIRS;
    this.#high = 0;
    return { low, high, ...room };
  }
}
