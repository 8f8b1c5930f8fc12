/**
 * Free guillotine dynamic programming over subsets (Gange, Marriott, Stuckey, DocEng 2012), with the faces at the two
 * top corners in the state, so that butting heads cannot arise at a cut. A table holds, for a set of items and a width,
 * the least cost at each height and pair of faces. A stack adds heights, a side by side needs equal ones: no holes.
 *
 * A block is dropped when its cost and the least that all other items can cost exceed the bound on the page by more than
 * `budget`: no page within the budget contains it. So a search within a budget that finds a page has found the best.
 */
import type { Rows } from '../../units.ts';
import { agree, type Face } from '../shape/shape.ts';
import { CostSheet, type Costs, cheaper, FACE_PAIRS, leastAt, NO_COSTS } from './costs.ts';
import { areasOf, type Floors } from './floors.ts';
import type { Leaf, Problem } from './problem.ts';

const EPSILON = 1e-9;

/** One set at one width: all blocks, those that are no stack, those that are no side by side. */
export interface Cell {
  readonly all: Costs;
  readonly noStack: Costs;
  readonly noSide: Costs;
  /** Only for a whole group: its blocks without the group's head. */
  readonly inside?: Costs;
}

/** The tables of a problem within a budget. */
export interface Tables {
  /** By set, then width. */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  /** Most that a block of a set may cost at an area. */
  limit(mask: number, area: number): number;
}

/** Fills the tables of a problem within a budget above the floors' bound. */
export function fillTables<L extends Leaf>(problem: Problem<L>, floors: Floors, budget: number): Tables {
  const filler = new Filler(problem, floors, budget);
  for (let mask = 1; mask < 1 << problem.items.length; mask += 1) filler.fill(mask);
  return filler.tables;
}

interface Bounds {
  readonly low: Rows;
  readonly high: Rows;
  /** Most cost of a block of no rows, and what each row adds. */
  readonly limit: number;
  readonly slope: number;
}

class Filler<L extends Leaf> {
  readonly #problem: Problem<L>;
  readonly #full: number;
  readonly #price: number;
  readonly #floor: Float64Array;
  readonly #leastArea: Float64Array;
  readonly #mostArea: Float64Array;
  readonly #cells: (Cell | undefined)[][] = [];
  readonly #budget: number;
  readonly #sheet: CostSheet;
  readonly #other: CostSheet;

  constructor(problem: Problem<L>, floors: Floors, budget: number) {
    const count = problem.items.length;
    const areas = areasOf(problem, floors, budget);
    this.#problem = problem;
    this.#budget = budget;
    this.#price = floors.price;
    this.#full = (1 << count) - 1;
    this.#floor = subsetSums(count, (item) => floors.items[item] as number);
    this.#leastArea = subsetSums(count, (item) => areas[item]?.least ?? 0);
    this.#mostArea = subsetSums(count, (item) => areas[item]?.most ?? 0);
    this.#sheet = new CostSheet(problem.rows);
    this.#other = new CostSheet(problem.rows);
  }

  get tables(): Tables {
    const limit = (mask: number, area: number): number =>
      (this.#floor[mask] as number) + this.#price * area + this.#budget + EPSILON;
    return { cells: this.#cells, limit };
  }

  /** Fills the cells of one set; its subsets are filled already. */
  fill(mask: number): void {
    const cells: (Cell | undefined)[] = [];
    this.#cells[mask] = cells;
    if (this.#cutsGroup(mask)) return;
    for (let columns = 1; columns <= this.#problem.columns; columns += 1) {
      const cell = this.#cell(mask, columns);
      if (cell && cell.all.high >= cell.all.low) cells[columns] = cell;
    }
  }

  /** A set that holds a part of a group and something else can be no block. */
  #cutsGroup(mask: number): boolean {
    return this.#problem.groups.some((group) => {
      const shared = mask & group.mask;
      return shared !== 0 && shared !== group.mask && shared !== mask;
    });
  }

  /** Heights that leave the other items an area that they can take. */
  #bounds(mask: number, columns: number): Bounds | undefined {
    const rest = this.#full & ~mask;
    const page = this.#problem.columns * this.#problem.rows;
    const low = Math.max(1, Math.ceil((page - (this.#mostArea[rest] as number)) / columns));
    const high = Math.min(this.#problem.rows, Math.floor((page - (this.#leastArea[rest] as number)) / columns));
    if (low > high) return undefined;
    const limit = (this.#floor[mask] as number) + this.#budget + EPSILON;
    return { low, high, limit, slope: this.#price * columns };
  }

  #cell(mask: number, columns: number): Cell | undefined {
    const bounds = this.#bounds(mask, columns);
    if (!bounds) return undefined;
    if ((mask & (mask - 1)) === 0) return this.#leafCell(31 - Math.clz32(mask), columns, bounds);
    const group = this.#problem.groups.find((one) => one.mask === mask);
    const head = group ? group.headRows(columns) : 0;
    if (head === undefined) return undefined;
    const cut: Bounds = {
      low: Math.max(1, bounds.low - head),
      high: bounds.high - head,
      limit: bounds.limit + bounds.slope * head,
      slope: bounds.slope,
    };
    for (let first = (mask - 1) & mask; first > 0; first = (first - 1) & mask) {
      this.#stacks(first, mask & ~first, columns, cut);
      if (columns > 1) this.#sides(first, mask & ~first, columns, cut);
    }
    const noSide = this.#sheet.take();
    const noStack = this.#other.take();
    const all = cheaper(noSide, noStack);
    if (!group) return { all, noStack, noSide };
    for (let rows = all.low; rows <= all.high; rows += 1) {
      const cost = leastAt(all, rows);
      if (cost < Number.POSITIVE_INFINITY) this.#sheet.offer(rows + head, group.face * 5, cost);
    }
    const whole = this.#sheet.take();
    return { all: whole, noStack: whole, noSide: whole, inside: all };
  }

  #leafCell(index: number, columns: number, bounds: Bounds): Cell {
    const costs = this.#problem.items[index]?.costs(columns) ?? NO_COSTS;
    for (let rows = Math.max(bounds.low, costs.low); rows <= Math.min(bounds.high, costs.high); rows += 1) {
      const limit = bounds.limit + bounds.slope * rows;
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const cost = costs.cost[(rows - costs.low) * FACE_PAIRS + pair] as number;
        if (cost <= limit) this.#sheet.offer(rows, pair, cost);
      }
    }
    const only = this.#sheet.take();
    return { all: only, noStack: only, noSide: only };
  }

  #stacks(top: number, bottom: number, columns: number, bounds: Bounds): void {
    const over = this.#cells[top]?.[columns]?.noStack;
    const under = this.#cells[bottom]?.[columns]?.all;
    if (!over || !under || over.high < over.low) return;
    if (over.low + under.low > bounds.high || over.high + under.high < bounds.low) return;
    const cut = this.#problem.stackCost(top, bottom, columns);
    if (cut === Number.POSITIVE_INFINITY) return;
    for (let above = over.low; above <= over.high; above += 1) {
      if ((over.least[above - over.low] as number) === Number.POSITIVE_INFINITY) continue;
      const from = Math.max(under.low, bounds.low - above);
      const to = Math.min(under.high, bounds.high - above);
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const cost = (over.cost[(above - over.low) * FACE_PAIRS + pair] as number) + cut;
        if (cost === Number.POSITIVE_INFINITY) continue;
        for (let below = from; below <= to; below += 1) {
          const total = cost + (under.least[below - under.low] as number);
          const rows = above + below;
          if (total <= bounds.limit + bounds.slope * rows) this.#sheet.offer(rows, pair, total);
        }
      }
    }
  }

  #sides(left: number, right: number, columns: number, bounds: Bounds): void {
    for (let at = 1; at < columns; at += 1) {
      const first = this.#cells[left]?.[at]?.noSide;
      const second = this.#cells[right]?.[columns - at]?.all;
      if (!first || !second) continue;
      const from = Math.max(first.low, second.low, bounds.low);
      const to = Math.min(first.high, second.high, bounds.high);
      for (let rows = from; rows <= to; rows += 1) {
        const limit = bounds.limit + bounds.slope * rows;
        const least = (first.least[rows - first.low] as number) + (second.least[rows - second.low] as number);
        if (least > limit) continue;
        const cut = this.#problem.sideCost(left, right, rows, at);
        if (least + cut <= limit) this.#join(first, second, rows, cut, limit);
      }
    }
  }

  #join(left: Costs, right: Costs, rows: Rows, cut: number, limit: number): void {
    const [a, b] = [(rows - left.low) * FACE_PAIRS, (rows - right.low) * FACE_PAIRS];
    for (let first = 0; first < FACE_PAIRS; first += 1) {
      const cost = (left.cost[a + first] as number) + cut;
      if (cost > limit) continue;
      for (let second = 0; second < FACE_PAIRS; second += 1) {
        const total = cost + (right.cost[b + second] as number);
        if (total <= limit && MEETS[first * FACE_PAIRS + second])
          this.#other.offer(rows, (first & 12) | (second & 3), total);
      }
    }
  }
}

/** Whether a block of the first pair of faces may stand left of one of the second; index = first × 16 + second. */
const MEETS: readonly boolean[] = Array.from({ length: FACE_PAIRS * FACE_PAIRS }, (_, index) => {
  const [first, second] = [index >> 4, index & 15];
  return agree((first & 3) as Face, (second >> 2) as Face);
});

function subsetSums(count: number, value: (item: number) => number): Float64Array {
  const sums = new Float64Array(1 << count);
  for (let mask = 1; mask < 1 << count; mask += 1) {
    const item = 31 - Math.clz32(mask);
    sums[mask] = (sums[mask & ~(1 << item)] as number) + value(item);
  }
  return sums;
}
