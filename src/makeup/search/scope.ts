/**
 * The tables of one scope, filled set by set: an item's leaves, then every way to put two smaller sets one over the
 * other or side by side. A stack adds heights, a side by side needs equal ones.
 */
import type { Rows } from '../../units.ts';
import { type Cell, cellOf } from './cell.ts';
import { Arena, CostSheet, type Costs, FACE_PAIRS, NO_COSTS } from './costs.ts';
import type { Group, Leaf, Problem, Unit } from './problem.ts';

/** The tables of one scope: the page, or a group. Sets are masks of its units. */
export interface Scope<L extends Leaf> {
  readonly units: readonly Unit<L>[];
  /** By set, then width. */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  /** Items of each set of units. */
  readonly items: Int32Array;
  /** Scopes of the groups among the units, by unit. */
  readonly inside: readonly (Scope<L> | undefined)[];
  /** Most that a block of a set may cost at an area. */
  limit(set: number, area: number): number;
}

/** What a scope is filled from; sums are by set of units. */
export interface ScopeSource<L extends Leaf> {
  readonly problem: Problem<L>;
  readonly units: readonly Unit<L>[];
  readonly inside: readonly (Scope<L> | undefined)[];
  readonly items: Int32Array;
  readonly floor: Float64Array;
  readonly leastArea: Float64Array;
  readonly mostArea: Float64Array;
  readonly total: { readonly least: number; readonly most: number };
  readonly price: number;
  /** Most that a block of a set may cost above its floor. */
  budget(set: number): number;
}

interface Bounds {
  readonly low: Rows;
  readonly high: Rows;
  /** Most cost of a block of no rows, and what each row adds. */
  readonly limit: number;
  readonly slope: number;
}

/** Fills the tables of a scope. */
export class ScopeFiller<L extends Leaf> {
  readonly #source: ScopeSource<L>;
  readonly #cells: (Cell | undefined)[][] = [];
  readonly #arena = new Arena();
  /** Stacks and leaves; side by sides. */
  readonly #stacked: CostSheet;
  readonly #beside: CostSheet;

  constructor(source: ScopeSource<L>) {
    this.#source = source;
    this.#stacked = new CostSheet(source.problem.rows);
    this.#beside = new CostSheet(source.problem.rows);
  }

  fill(): Scope<L> {
    const { units, inside, items, floor, price, problem } = this.#source;
    for (let set = 1; set < 1 << units.length; set += 1) {
      const cells: (Cell | undefined)[] = [];
      this.#cells[set] = cells;
      for (let columns = 1; columns <= problem.columns; columns += 1) {
        const bounds = this.#bounds(set, columns);
        cells.push(bounds && this.#cell(set, columns, bounds));
      }
      cells.unshift(undefined);
    }
    const limit = (set: number, area: number): number =>
      (floor[set] as number) + price * area + this.#source.budget(set);
    return { units, cells: this.#cells, items, inside, limit };
  }

  /** Heights that leave the other items an area that they can take. */
  #bounds(set: number, columns: number): Bounds | undefined {
    const { problem, total, leastArea, mostArea, floor, price } = this.#source;
    const page = problem.columns * problem.rows;
    const low = Math.max(1, Math.ceil((page - (total.most - (mostArea[set] as number))) / columns));
    const high = Math.min(problem.rows, Math.floor((page - (total.least - (leastArea[set] as number))) / columns));
    if (low > high) return undefined;
    return { low, high, limit: (floor[set] as number) + this.#source.budget(set), slope: price * columns };
  }

  #cell(set: number, columns: number, bounds: Bounds): Cell | undefined {
    if ((set & (set - 1)) === 0) return this.#unitCell(31 - Math.clz32(set), columns, bounds);
    for (let first = (set - 1) & set; first > 0; first = (first - 1) & set) {
      this.#stacks(first, set & ~first, columns, bounds);
      if (columns > 1) this.#sides(first, set & ~first, columns, bounds);
    }
    const noSide = this.#stacked.take(this.#arena);
    const noStack = this.#beside.take(this.#arena);
    return cellOf(noStack, noSide, bounds.slope, this.#arena);
  }

  /** An item's leaves, or a whole group under its head. */
  #unitCell(index: number, columns: number, bounds: Bounds): Cell | undefined {
    const { units, problem } = this.#source;
    const unit = units[index];
    if (typeof unit === 'number') this.#offerAll(problem.items[unit]?.costs(columns) ?? NO_COSTS, bounds);
    else if (unit) this.#offerHeaded(unit, index, columns, bounds);
    const only = this.#stacked.take(this.#arena);
    return cellOf(only, only, bounds.slope, this.#arena);
  }

  #offerAll({ low, high, from, cost }: Costs, bounds: Bounds, headRows: Rows = 0, group?: Group<L>): void {
    for (let rows = Math.max(bounds.low - headRows, low); rows <= Math.min(bounds.high - headRows, high); rows += 1) {
      const limit = bounds.limit + bounds.slope * (rows + headRows);
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const one = cost[(from + rows - low) * FACE_PAIRS + pair] as number;
        if (one <= limit) this.#stacked.offer(rows + headRows, group ? facePair(group, pair) : pair, one);
      }
    }
  }

  #offerHeaded(group: Group<L>, index: number, columns: number, bounds: Bounds): void {
    const scope = this.#source.inside[index];
    const whole = scope?.cells[(1 << scope.units.length) - 1]?.[columns];
    const head = group.headRows(columns);
    if (!whole || head === undefined) return;
    this.#offerAll(whole.noStack, bounds, head, group);
    if (whole.noSide !== whole.noStack) this.#offerAll(whole.noSide, bounds, head, group);
  }

  #stacks(top: number, bottom: number, columns: number, bounds: Bounds): void {
    const first = this.#cells[top]?.[columns];
    const second = this.#cells[bottom]?.[columns];
    if (!first || !second || first.priced.noStack + second.priced.all > bounds.limit) return;
    const { noStack: over } = first;
    const { right: under } = second;
    if (over.low + under.low > bounds.high || over.high + under.high < bounds.low) return;
    const { items, problem } = this.#source;
    const cut = problem.stackCost(items[top] as number, items[bottom] as number, columns);
    const spare = bounds.limit - second.priced.all - cut;
    if (first.priced.noStack > spare) return;
    for (let above = over.low; above <= over.high; above += 1) {
      const least = over.least[over.from + above - over.low] as number;
      if (least > spare + bounds.slope * above) continue;
      const from = Math.max(under.low, bounds.low - above);
      const to = Math.min(under.high, bounds.high - above);
      for (let below = from; below <= to; below += 1) {
        const add = cut + (under.least[under.from + below - under.low] as number);
        const limit = bounds.limit + bounds.slope * (above + below);
        if (least + add <= limit) this.#pile(over, above, add, above + below, limit);
      }
    }
  }

  /** Offers one height of a block with something of a known cost under it. */
  #pile({ cost, from, low }: Costs, above: Rows, add: number, rows: Rows, limit: number): void {
    const sheet = this.#stacked.cost;
    const at = (from + above - low) * FACE_PAIRS;
    const to = rows * FACE_PAIRS;
    for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
      const total = (cost[at + pair] as number) + add;
      if (total <= limit && total < (sheet[to + pair] as number)) sheet[to + pair] = total;
    }
    this.#stacked.touch(rows);
  }

  #sides(left: number, right: number, columns: number, bounds: Bounds): void {
    const { items, problem } = this.#source;
    const [lefts, rights] = [this.#cells[left], this.#cells[right]];
    for (let at = 1; at < columns; at += 1) {
      const near = lefts?.[at];
      const far = rights?.[columns - at];
      if (!near || !far || near.priced.noSide + far.priced.all > bounds.limit) continue;
      const { noSide: first } = near;
      const { right: second } = far;
      const from = Math.max(first.low, second.low, bounds.low);
      const to = Math.min(first.high, second.high, bounds.high);
      for (let rows = from; rows <= to; rows += 1) {
        const limit = bounds.limit + bounds.slope * rows;
        const least =
          (first.least[first.from + rows - first.low] as number) +
          (second.least[second.from + rows - second.low] as number);
        if (least > limit) continue;
        const cut = problem.sideCost(items[left] as number, items[right] as number, rows, at);
        if (least + cut <= limit) this.#join(first, second, rows, cut, limit);
      }
    }
  }

  #join(left: Costs, right: Costs, rows: Rows, cut: number, limit: number): void {
    const sheet = this.#beside.cost;
    const a = (left.from + rows - left.low) * FACE_PAIRS;
    const b = (right.from + rows - right.low) * FACE_PAIRS;
    const to = rows * FACE_PAIRS;
    const spare = limit - (right.least[right.from + rows - right.low] as number) - cut;
    for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
      const one = left.cost[a + pair] as number;
      if (one > spare) continue;
      const [corner, near] = [to + (pair & 12), b + (pair & 3) * 4];
      for (let face = 0; face < 4; face += 1) {
        const total = one + cut + (right.cost[near + face] as number);
        if (total <= limit && total < (sheet[corner + face] as number)) {
          sheet[corner + face] = total;
          this.#beside.touch(rows);
        }
      }
    }
  }
}

/** Faces of a group whose members show this pair. */
export const facePair = <L extends Leaf>(group: Group<L>, pair: number): number =>
  group.face === undefined ? pair : group.face * 5;
