/**
 * Free guillotine dynamic programming over subsets (Gange, Marriott, Stuckey, DocEng 2012), with the faces at the two
 * top corners in the state, so that butting heads cannot arise at a cut. A table holds, for a set of items and a width,
 * the least cost at each height and pair of faces. A stack adds heights, a side by side needs equal ones: no holes.
 *
 * Everything dearer than `budget` above the sum of the items' cheapest leaves is dropped: a page within the budget
 * cannot contain it. A page within the budget that exists is found; so a search that finds none, or none better, proves it.
 */
import type { Rows } from '../../units.ts';
import { agree, type Face } from '../shape/shape.ts';
import type { Leaf, Problem } from './problem.ts';

const FACE_PAIRS = 16;
const EPSILON = 1e-9;

/** Least costs of blocks of one set and width; index = rows × 16 + topLeft × 4 + topRight. */
export interface Costs {
  readonly cost: Float64Array;
  /** Least over all faces, by rows. */
  readonly least: Float64Array;
  readonly low: Rows;
  readonly high: Rows;
}

/** One set at one width: all blocks, those that are no stack, those that are no side by side. */
export interface Cell {
  readonly all: Costs;
  readonly noStack: Costs;
  readonly noSide: Costs;
  /** Only for a whole group: its blocks without the group's head. */
  readonly inside?: Costs;
}

export interface Tables {
  /** Sum of the cheapest leaves of the items in a set. */
  readonly floor: Float64Array;
  /** By set, then width. */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  readonly budget: number;
}

class CostsMaker {
  readonly cost: Float64Array;
  readonly rows: Rows;
  low: Rows;
  high: Rows = -1;
  constructor(rows: Rows) {
    this.rows = rows;
    this.low = rows + 1;
    this.cost = new Float64Array((rows + 1) * FACE_PAIRS).fill(Number.POSITIVE_INFINITY);
  }
  offer(rows: Rows, pair: number, cost: number): void {
    const index = rows * FACE_PAIRS + pair;
    if (cost >= (this.cost[index] as number)) return;
    this.cost[index] = cost;
    if (rows < this.low) this.low = rows;
    if (rows > this.high) this.high = rows;
  }
  done(): Costs {
    const least = new Float64Array(this.rows + 1).fill(Number.POSITIVE_INFINITY);
    for (let rows = this.low; rows <= this.high; rows += 1)
      for (let pair = 0; pair < FACE_PAIRS; pair += 1)
        least[rows] = Math.min(least[rows] as number, this.cost[rows * FACE_PAIRS + pair] as number);
    return { cost: this.cost, least, low: this.low, high: this.high };
  }
}

/** Fills the tables of a problem within a budget. */
export function fillTables<L extends Leaf>(problem: Problem<L>, budget: number): Tables {
  const filler = new Filler(problem, budget);
  for (let mask = 1; mask < 1 << problem.items.length; mask += 1) filler.fill(mask);
  return filler.tables;
}

class Filler<L extends Leaf> {
  readonly #problem: Problem<L>;
  readonly #full: number;
  readonly #floor: Float64Array;
  readonly #leastArea: Float64Array;
  readonly #mostArea: Float64Array;
  readonly #cells: (Cell | undefined)[][] = [];
  readonly #budget: number;

  constructor(problem: Problem<L>, budget: number) {
    const count = problem.items.length;
    this.#problem = problem;
    this.#budget = budget;
    this.#full = (1 << count) - 1;
    const floors = itemFloors(problem);
    const areas = problem.items.map((_, at) => itemAreas(problem, at, (floors[at] as number) + budget));
    const sums = (value: (item: number) => number) => subsetSums(count, value);
    this.#floor = sums((item) => floors[item] as number);
    this.#leastArea = sums((item) => (problem.items[item]?.leftOut === undefined ? (areas[item]?.least ?? 0) : 0));
    this.#mostArea = sums((item) => areas[item]?.most ?? 0);
  }

  get tables(): Tables {
    return { floor: this.#floor, cells: this.#cells, budget: this.#budget };
  }

  /** Fills the cells of one set; its subsets are filled already. */
  fill(mask: number): void {
    const cells: (Cell | undefined)[] = [];
    this.#cells[mask] = cells;
    if (this.#cutsGroup(mask)) return;
    for (let columns = 1; columns <= this.#problem.columns; columns += 1) {
      const cell = this.#cell(mask, columns);
      if (cell && cell.all.high >= 0) cells[columns] = cell;
    }
  }

  /** A set that holds a part of a group and something else can be no block. */
  #cutsGroup(mask: number): boolean {
    return this.#problem.groups.some((group) => {
      const shared = mask & group.mask;
      return shared !== 0 && shared !== group.mask && shared !== mask;
    });
  }

  #cell(mask: number, columns: number): Cell | undefined {
    const { rows: pageRows, items } = this.#problem;
    const limit = (this.#floor[mask] as number) + this.#budget + EPSILON;
    const rest = this.#full & ~mask;
    const page = this.#problem.columns * pageRows;
    const low = Math.max(1, Math.ceil((page - (this.#mostArea[rest] as number)) / columns));
    const high = Math.min(pageRows, Math.floor((page - (this.#leastArea[rest] as number)) / columns));
    if (low > high) return undefined;
    const bounds: Bounds = { low, high, limit };
    const stack = new CostsMaker(pageRows);
    const side = new CostsMaker(pageRows);
    const leaf = new CostsMaker(pageRows);
    if ((mask & (mask - 1)) === 0) {
      const item = items[31 - Math.clz32(mask)];
      if (item) offerLeaves(item.leaves(columns), bounds, leaf);
      const only = leaf.done();
      return { all: only, noStack: only, noSide: only };
    }
    const inner = this.#problem.groups.find((group) => group.mask === mask);
    const cut: Bounds = inner ? { low: 1, high, limit } : bounds;
    for (let first = (mask - 1) & mask; first > 0; first = (first - 1) & mask) {
      this.#stacks(first, mask & ~first, columns, cut, stack);
      if (columns > 1) this.#sides(first, mask & ~first, columns, cut, side);
    }
    if (!inner) return { all: either(stack, side).done(), noStack: side.done(), noSide: stack.done() };
    const inside = either(stack, side).done();
    const headed = new CostsMaker(pageRows);
    const head = inner.headRows(columns);
    if (head === undefined) return undefined;
    for (let rows = inside.low; rows <= inside.high && rows + head <= high; rows += 1)
      if (rows + head >= low) headed.offer(rows + head, inner.face * 5, inside.least[rows] as number);
    const whole = headed.done();
    return { all: whole, noStack: whole, noSide: whole, inside };
  }

  #stacks(top: number, bottom: number, columns: number, bounds: Bounds, into: CostsMaker): void {
    const over = this.#cells[top]?.[columns]?.noStack;
    const under = this.#cells[bottom]?.[columns]?.all;
    if (!over || !under || over.high < 0) return;
    const cut = this.#problem.stackCost(top, bottom, columns);
    if (cut === Number.POSITIVE_INFINITY) return;
    for (let above = over.low; above <= over.high; above += 1) {
      if ((over.least[above] as number) === Number.POSITIVE_INFINITY) continue;
      const from = Math.max(under.low, bounds.low - above);
      const to = Math.min(under.high, bounds.high - above);
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const cost = (over.cost[above * FACE_PAIRS + pair] as number) + cut;
        if (cost > bounds.limit) continue;
        for (let below = from; below <= to; below += 1) {
          const total = cost + (under.least[below] as number);
          if (total <= bounds.limit) into.offer(above + below, pair, total);
        }
      }
    }
  }

  #sides(left: number, right: number, columns: number, bounds: Bounds, into: CostsMaker): void {
    for (let at = 1; at < columns; at += 1) {
      const first = this.#cells[left]?.[at]?.noSide;
      const second = this.#cells[right]?.[columns - at]?.all;
      if (!first || !second) continue;
      const from = Math.max(first.low, second.low, bounds.low);
      const to = Math.min(first.high, second.high, bounds.high);
      for (let rows = from; rows <= to; rows += 1) {
        if ((first.least[rows] as number) + (second.least[rows] as number) > bounds.limit) continue;
        const cut = this.#problem.sideCost(left, right, rows, at);
        if (cut !== Number.POSITIVE_INFINITY) join(first.cost, second.cost, rows, cut, bounds.limit, into);
      }
    }
  }
}

interface Bounds {
  readonly low: Rows;
  readonly high: Rows;
  readonly limit: number;
}

/** Pairs of faces that agree at the cut: pair of the left block, pair of the right block, pair of the two together. */
const MEETINGS: readonly (readonly [number, number, number])[] = (() => {
  const faces: readonly Face[] = [0, 1, 2, 3];
  return faces.flatMap((a) =>
    faces.flatMap((b) =>
      faces.flatMap((c) => faces.flatMap((d) => (agree(b, c) ? [[a * 4 + b, c * 4 + d, a * 4 + d] as const] : []))),
    ),
  );
})();

function join(left: Float64Array, right: Float64Array, rows: Rows, cut: number, limit: number, into: CostsMaker): void {
  const base = rows * FACE_PAIRS;
  for (const [a, b, pair] of MEETINGS) {
    const total = (left[base + a] as number) + (right[base + b] as number) + cut;
    if (total <= limit) into.offer(rows, pair, total);
  }
}

function either(a: CostsMaker, b: CostsMaker): CostsMaker {
  const both = new CostsMaker(a.rows);
  for (const one of [a, b])
    for (let rows = one.low; rows <= one.high; rows += 1)
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const cost = one.cost[rows * FACE_PAIRS + pair] as number;
        if (cost < Number.POSITIVE_INFINITY) both.offer(rows, pair, cost);
      }
  return both;
}

function offerLeaves<L extends Leaf>(byRows: readonly (readonly L[])[], bounds: Bounds, into: CostsMaker): void {
  for (let rows = bounds.low; rows <= Math.min(bounds.high, byRows.length - 1); rows += 1)
    for (const leaf of byRows[rows] ?? [])
      if (leaf.cost <= bounds.limit) into.offer(rows, leaf.topLeft * 4 + leaf.topRight, leaf.cost);
}

/** Cost of the cheapest leaf of each item. */
function itemFloors<L extends Leaf>(problem: Problem<L>): readonly number[] {
  return problem.items.map((item) => {
    let least = Number.POSITIVE_INFINITY;
    for (let columns = 1; columns <= problem.columns; columns += 1)
      for (const leaves of item.leaves(columns)) least = Math.min(least, leaves[0]?.cost ?? least);
    return least;
  });
}

/** Smallest and greatest area that an item takes within a cost. */
function itemAreas<L extends Leaf>(problem: Problem<L>, at: number, limit: number): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let columns = 1; columns <= problem.columns; columns += 1)
    problem.items[at]?.leaves(columns).forEach((leaves, rows) => {
      if ((leaves[0]?.cost ?? Number.POSITIVE_INFINITY) > limit) return;
      least = Math.min(least, columns * rows);
      most = Math.max(most, columns * rows);
    });
  return { least, most };
}

function subsetSums(count: number, value: (item: number) => number): Float64Array {
  const sums = new Float64Array(1 << count);
  for (let mask = 1; mask < 1 << count; mask += 1) {
    const item = 31 - Math.clz32(mask);
    sums[mask] = (sums[mask & ~(1 << item)] as number) + value(item);
  }
  return sums;
}
