/** What the tables hold of one set of units at one width. */
import type { Rows } from '../../units.ts';
import { type Arena, type Costs, FACE_PAIRS, type LeastCosts, leastAt, leastPriced, NO_COSTS } from './costs.ts';

/** Blocks of a set: all, those that are no stack, those that are no side by side. */
export const KINDS = ['all', 'noStack', 'noSide'] as const;
/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** Faces of `shape.ts`: Song, Hei, picture, quiet. A face agrees with every other, and quiet with itself. */
const FACES = 4;

/** Costs of the blocks of one set of units at one width. */
export class Cell {
  readonly noStack: Costs;
  readonly noSide: Costs;
  /** Heights of blocks of any kind. */
  readonly low: Rows;
  readonly high: Rows;
  /** Least of each kind at the price of a cell. */
  readonly priced: Readonly<Record<Kind, number>>;
  readonly #slope: number;
  readonly #arena: Arena;
  #under: LeastCosts | undefined;
  #right: Costs | undefined;

  /** @param slope Price of a row at this width. */
  constructor(noStack: Costs, noSide: Costs, slope: number, arena: Arena) {
    const [some, other] = twoOf(noStack, noSide);
    const one = leastPriced(noStack);
    const two = noSide === noStack ? one : leastPriced(noSide);
    this.noStack = noStack;
    this.noSide = noSide;
    this.low = other.high < other.low ? some.low : Math.min(some.low, other.low);
    this.high = Math.max(some.high, other.high);
    this.priced = { noStack: one, noSide: two, all: Math.min(one, two) };
    this.#slope = slope;
    this.#arena = arena;
  }

  /** What stands under a cut: the least cost of a block of any kind. Made, as what follows, when it is asked for: no cut leads to many cells. */
  get under(): LeastCosts {
    this.#under ??= this.#cheapest();
    return this.#under;
  }

  /**
   * What stands right of a cut: for each face that the block before it shows there (× 4) and each face at the far corner,
   * the least cost of a block of any kind that agrees. Index = (from + rows − low) × 16 + pair; its `pairs` are blank.
   */
  get right(): Costs {
    this.#right ??= this.#agreeing();
    return this.#right;
  }

  #cheapest(): LeastCosts {
    const { low, high } = this;
    const [some, other] = twoOf(this.noStack, this.noSide);
    if (other === NO_COSTS) return some;
    const room = this.#arena.take(high - low + 1);
    const { from, least, priced } = room;
    for (let rows = low; rows <= high; rows += 1) {
      const at = from + rows - low;
      least[at] = Math.min(leastAt(some, rows), leastAt(other, rows));
      priced[at] = (least[at] as number) - this.#slope * rows;
    }
    return { low, high, ...room };
  }

  #agreeing(): Costs {
    const { low, high, under } = this;
    const [some, other] = twoOf(this.noStack, this.noSide);
    const room = this.#arena.take(high - low + 1);
    const { from, cost, least, priced } = room;
    for (let rows = low; rows <= high; rows += 1) {
      const at = from + rows - low;
      least[at] = under.least[under.from + rows - low] as number;
      priced[at] = under.priced[under.from + rows - low] as number;
      rightRow(cost, at * FACE_PAIRS, some, other, rows);
    }
    return { low, high, ...room };
  }
}

/** A cell of blocks that are no stacks and blocks that are no side by side; undefined when there are none. */
export const cellOf = (noStack: Costs, noSide: Costs, slope: number, arena: Arena): Cell | undefined =>
  noStack.high < noStack.low && noSide.high < noSide.low ? undefined : new Cell(noStack, noSide, slope, arena);

/** Both kinds, one that has blocks first; the second has none where both are the same blocks. */
function twoOf(noStack: Costs, noSide: Costs): readonly [Costs, Costs] {
  const some = noStack.high < noStack.low ? noSide : noStack;
  return [some, some === noStack && noSide !== noStack ? noSide : NO_COSTS];
}

/** One row of both kinds, the cheaper of each pair of faces. */
const row = new Float64Array(FACE_PAIRS);

function rightRow(cost: Float64Array, to: number, a: Costs, b: Costs, rows: Rows): void {
  row.fill(Number.POSITIVE_INFINITY);
  cheapen(a, rows);
  if (b !== a) cheapen(b, rows);
  for (let corner = 0; corner < FACES; corner += 1) {
    const song = row[corner] as number;
    const hei = row[4 + corner] as number;
    const quiet = row[12 + corner] as number;
    const others = Math.min(row[8 + corner] as number, quiet);
    const heads = Math.min(song, hei);
    cost[to + corner] = Math.min(hei, others);
    cost[to + 4 + corner] = Math.min(song, others);
    cost[to + 8 + corner] = Math.min(heads, quiet);
    cost[to + 12 + corner] = Math.min(heads, others);
  }
}

function cheapen({ low, high, from, cost, pairs }: Costs, rows: Rows): void {
  if (rows < low || rows > high) return;
  const at = from + rows - low;
  for (let left = pairs[at] as number; left !== 0; left &= left - 1) {
    const pair = 31 - Math.clz32(left & -left);
    const one = cost[at * FACE_PAIRS + pair] as number;
    if (one < (row[pair] as number)) row[pair] = one;
  }
}
