/** What the tables hold of one set of units at one width. */
import type { Rows } from '../../units.ts';
import { type Arena, type Costs, FACE_PAIRS, leastAt, leastPriced, NO_COSTS } from './costs.ts';

/** Blocks of a set: all, those that are no stack, those that are no side by side. */
export const KINDS = ['all', 'noStack', 'noSide'] as const;
export type Kind = (typeof KINDS)[number];

/** Costs of the blocks of one set of units at one width. */
export interface Cell {
  readonly noStack: Costs;
  readonly noSide: Costs;
  /**
   * What stands right of a cut: for each face that the block to its left shows there (× 4) and each face at the far
   * corner, the least cost of a block of any kind that agrees. Index = (from + rows − low) × 16 + pair; its `pairs` are blank.
   */
  readonly right: Costs;
  /** Least of each kind at the price of a cell. */
  readonly priced: Readonly<Record<Kind, number>>;
}

/** Faces of `shape.ts`: Song, Hei, picture, quiet. A face agrees with every other, and quiet with itself. */
const FACES = 4;

/** A cell of blocks that are no stacks and blocks that are no side by side; undefined when there are none. */
export function cellOf(noStack: Costs, noSide: Costs, slope: number, arena: Arena): Cell | undefined {
  if (noStack.high < noStack.low && noSide.high < noSide.low) return undefined;
  const one = leastPriced(noStack);
  const two = noSide === noStack ? one : leastPriced(noSide);
  return {
    noStack,
    noSide,
    right: rightOf(noStack, noSide, slope, arena),
    priced: { noStack: one, noSide: two, all: Math.min(one, two) },
  };
}

function rightOf(a: Costs, b: Costs, slope: number, arena: Arena): Costs {
  const some = a.high < a.low ? b : a;
  const other = some === a ? b : NO_COSTS;
  const low = other.high < other.low ? some.low : Math.min(some.low, other.low);
  const high = Math.max(some.high, other.high);
  const room = arena.take(high - low + 1);
  const { from, cost, least, priced } = room;
  for (let rows = low; rows <= high; rows += 1) {
    const at = from + rows - low;
    least[at] = Math.min(leastAt(some, rows), leastAt(other, rows));
    priced[at] = (least[at] as number) - slope * rows;
    rightRow(cost, at * FACE_PAIRS, some, other, rows);
  }
  return { low, high, ...room };
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
