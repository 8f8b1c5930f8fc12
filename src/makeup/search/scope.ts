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
  /** Widths at which a set has blocks, as bits, and the least of them all at the price of a cell. */
  readonly #widths: Int32Array;
  readonly #priced: Float64Array;
  readonly #arena = new Arena();
  /** Stacks and leaves, side by sides, by width. */
  readonly #stacked: readonly CostSheet[];
  readonly #beside: readonly CostSheet[];

  constructor(source: ScopeSource<L>) {
    const { units, problem } = source;
    const sheets = () => Array.from({ length: problem.columns + 1 }, () => new CostSheet(problem.rows));
    this.#source = source;
    this.#widths = new Int32Array(1 << units.length);
    this.#priced = new Float64Array(1 << units.length).fill(Number.POSITIVE_INFINITY);
    this.#stacked = sheets();
    this.#beside = sheets();
  }

  fill(): Scope<L> {
    const { units, inside, items, floor, price, problem } = this.#source;
    for (let set = 1; set < 1 << units.length; set += 1) {
      const bounds: (Bounds | undefined)[] = [];
      for (let columns = 1; columns <= problem.columns; columns += 1) bounds[columns] = this.#bounds(set, columns);
      if ((set & (set - 1)) === 0) this.#unit(31 - Math.clz32(set), bounds);
      else if (bounds.some((one) => one !== undefined)) this.#splits(set, bounds);
      this.#take(set);
    }
    const limit = (set: number, area: number): number =>
      (floor[set] as number) + price * area + this.#source.budget(set);
    return { units, cells: this.#cells, items, inside, limit };
  }

  /** Every way to make a set of two smaller ones whose least costs do not exceed its limit. */
  #splits(set: number, bounds: readonly (Bounds | undefined)[]): void {
    const limit = (this.#source.floor[set] as number) + this.#source.budget(set);
    for (let first = (set - 1) & set; first > 0; first = (first - 1) & set) {
      const second = set & ~first;
      if ((this.#priced[first] as number) + (this.#priced[second] as number) > limit) continue;
      const [near, far] = [this.#widths[first] as number, this.#widths[second] as number];
      for (let left = near & far; left !== 0; left &= left - 1) {
        const columns = 31 - Math.clz32(left & -left);
        const of = bounds[columns];
        if (of) this.#stacks(first, second, columns, of);
      }
      for (let left = near; left !== 0; left &= left - 1) {
        const at = 31 - Math.clz32(left & -left);
        for (let right = far & ((2 << (this.#source.problem.columns - at)) - 1); right !== 0; right &= right - 1) {
          const columns = at + 31 - Math.clz32(right & -right);
          const of = bounds[columns];
          if (of) this.#sides(first, second, columns, at, of);
        }
      }
    }
  }

  /** Takes the cells of a set off the sheets. */
  #take(set: number): void {
    const { problem, price } = this.#source;
    const single = (set & (set - 1)) === 0;
    const cells: (Cell | undefined)[] = [];
    for (let columns = 1; columns <= problem.columns; columns += 1) {
      const noSide = (this.#stacked[columns] as CostSheet).take(this.#arena, price * columns);
      const noStack = single ? noSide : (this.#beside[columns] as CostSheet).take(this.#arena, price * columns);
      const cell = cellOf(noStack, noSide, price * columns, this.#arena);
      if (!cell) continue;
      cells[columns] = cell;
      this.#widths[set] = (this.#widths[set] as number) | (1 << columns);
      this.#priced[set] = Math.min(this.#priced[set] as number, cell.priced.all);
    }
    this.#cells[set] = cells;
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

  /** An item's leaves, or a whole group under its head. */
  #unit(index: number, bounds: readonly (Bounds | undefined)[]): void {
    const { units, problem } = this.#source;
    const unit = units[index];
    bounds.forEach((of, columns) => {
      if (!of) return;
      if (typeof unit === 'number') this.#offerAll(problem.items[unit]?.costs(columns) ?? NO_COSTS, columns, of);
      else if (unit) this.#offerHeaded(unit, index, columns, of);
    });
  }

  #offerAll(
    { low, high, from, cost }: Costs,
    columns: number,
    bounds: Bounds,
    headRows: Rows = 0,
    group?: Group<L>,
  ): void {
    const sheet = this.#stacked[columns] as CostSheet;
    for (let rows = Math.max(bounds.low - headRows, low); rows <= Math.min(bounds.high - headRows, high); rows += 1) {
      const limit = bounds.limit + bounds.slope * (rows + headRows);
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const one = cost[(from + rows - low) * FACE_PAIRS + pair] as number;
        if (one <= limit) sheet.offer(rows + headRows, group ? facePair(group, pair) : pair, one);
      }
    }
  }

  #offerHeaded(group: Group<L>, index: number, columns: number, bounds: Bounds): void {
    const scope = this.#source.inside[index];
    const whole = scope?.cells[(1 << scope.units.length) - 1]?.[columns];
    const head = group.headRows(columns);
    if (!whole || head === undefined) return;
    this.#offerAll(whole.noStack, columns, bounds, head, group);
    if (whole.noSide !== whole.noStack) this.#offerAll(whole.noSide, columns, bounds, head, group);
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
    if (first.priced.noStack + second.priced.all + cut > bounds.limit) return;
    const sheet = this.#stacked[columns] as CostSheet;
    for (let above = over.low; above <= over.high; above += 1) {
      const room = bounds.limit - cut - (over.priced[over.from + above - over.low] as number);
      if (second.priced.all > room) continue;
      const from = Math.max(under.low, bounds.low - above);
      const to = Math.min(under.high, bounds.high - above);
      for (let below = from; below <= to; below += 1) {
        const at = under.from + below - under.low;
        if ((under.priced[at] as number) > room) continue;
        const rows = above + below;
        pile(sheet, over, above, cut + (under.least[at] as number), rows, bounds.limit + bounds.slope * rows);
      }
    }
  }

  /** One block beside another, cut at a width. */
  #sides(left: number, right: number, columns: number, at: number, bounds: Bounds): void {
    const near = this.#cells[left]?.[at];
    const far = this.#cells[right]?.[columns - at];
    if (!near || !far || near.priced.noSide + far.priced.all > bounds.limit) return;
    const { items, problem } = this.#source;
    const { noSide: first } = near;
    const { right: second } = far;
    const sheet = this.#beside[columns] as CostSheet;
    const from = Math.max(first.low, second.low, bounds.low);
    const to = Math.min(first.high, second.high, bounds.high);
    const [one, two] = [first.from - first.low, second.from - second.low];
    // Only a cut through the whole page may cost more or less for its height.
    let inside = Number.NaN;
    for (let rows = from; rows <= to; rows += 1) {
      const least = (first.priced[one + rows] as number) + (second.priced[two + rows] as number);
      if (least > bounds.limit) continue;
      const whole = rows === problem.rows;
      if (whole || Number.isNaN(inside))
        inside = problem.sideCost(items[left] as number, items[right] as number, rows, at);
      if (least + inside <= bounds.limit) join(sheet, first, second, rows, inside, bounds.limit + bounds.slope * rows);
    }
  }
}

/** Offers one height of a block with something of a known cost under it. */
function pile(sheet: CostSheet, over: Costs, above: Rows, add: number, rows: Rows, limit: number): void {
  const at = (over.from + above - over.low) * FACE_PAIRS;
  const to = rows * FACE_PAIRS;
  for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
    const total = (over.cost[at + pair] as number) + add;
    if (total <= limit && total < (sheet.cost[to + pair] as number)) sheet.cost[to + pair] = total;
  }
  sheet.touch(rows);
}

/** Offers two blocks of one height side by side, for every pair of faces that agrees between them. */
function join(sheet: CostSheet, left: Costs, right: Costs, rows: Rows, cut: number, limit: number): void {
  const a = (left.from + rows - left.low) * FACE_PAIRS;
  const b = (right.from + rows - right.low) * FACE_PAIRS;
  const to = rows * FACE_PAIRS;
  const spare = limit - (right.least[right.from + rows - right.low] as number) - cut;
  for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
    const one = left.cost[a + pair] as number;
    if (one > spare) continue;
    const corner = to + (pair & 12);
    const near = b + (pair & 3) * 4;
    for (let face = 0; face < 4; face += 1) {
      const total = one + cut + (right.cost[near + face] as number);
      if (total > limit || total >= (sheet.cost[corner + face] as number)) continue;
      sheet.cost[corner + face] = total;
      sheet.touch(rows);
    }
  }
}

/** Faces of a group whose members show this pair. */
export const facePair = <L extends Leaf>(group: Group<L>, pair: number): number =>
  group.face === undefined ? pair : group.face * 5;
