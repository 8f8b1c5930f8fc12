/**
 * Free guillotine dynamic programming over subsets (Gange, Marriott, Stuckey, DocEng 2012), with the faces at the two
 * top corners in the state, so that butting heads cannot arise at a cut. A table holds, for a set of units and a width,
 * the least cost at each height and pair of faces. A stack adds heights, a side by side needs equal ones: no holes.
 * A group is solved as a page of its own first, and is then one unit of the scope around it.
 *
 * A block is dropped when its cost and the least that all other items can cost exceed the bound on the page by more than
 * `budget`: no page within the budget contains it. So a search within a budget that finds a page has found the best.
 */
import type { Rows } from '../../units.ts';
import { agree, type Face } from '../shape/shape.ts';
import { CostSheet, type Costs, cheaper, FACE_PAIRS, leastAtPrice, NO_COSTS } from './costs.ts';
import type { Floors } from './floors.ts';
import { type Group, type Leaf, maskOf, type Problem, type Unit } from './problem.ts';

const EPSILON = 1e-9;

/** One set of units at one width: all blocks, those that are no stack, those that are no side by side. */
export interface Cell {
  readonly all: Costs;
  readonly noStack: Costs;
  readonly noSide: Costs;
  /** Least of each at the price of a cell. */
  readonly priced: { readonly all: number; readonly noStack: number; readonly noSide: number };
}

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

/** Fills the tables of a problem within a budget above the floors' bound. */
export function fillTables<L extends Leaf>(problem: Problem<L>, floors: Floors, budget: number): Scope<L> {
  return new Filler(problem, floors, budget).scope(problem.units);
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
  readonly #floors: Floors;
  readonly #areas: readonly { readonly least: number; readonly most: number }[];
  readonly #total: { readonly least: number; readonly most: number };
  /** Budget, widened by what the heads of groups may shift. */
  readonly #budget: number;

  constructor(problem: Problem<L>, floors: Floors, budget: number) {
    this.#problem = problem;
    this.#floors = floors;
    this.#budget = budget + Math.abs(floors.price) * floors.headArea + EPSILON;
    this.#areas = floors.areas(this.#budget);
    this.#total = {
      least: this.#areas.reduce((sum, area) => sum + area.least, 0),
      most: this.#areas.reduce((sum, area) => sum + area.most, 0) + floors.headArea,
    };
  }

  scope(units: readonly Unit<L>[]): Scope<L> {
    const inside = units.map((unit) => (typeof unit === 'number' ? undefined : this.scope(unit.units)));
    const count = units.length;
    const members = units.map((unit) => itemsOf(maskOf(unit)));
    const sums = (value: (item: number) => number) =>
      subsetSums(count, (unit) => (members[unit] ?? []).reduce((sum, item) => sum + value(item), 0));
    const items = new Int32Array(1 << count);
    for (let set = 1; set < 1 << count; set += 1) {
      const unit = 31 - Math.clz32(set);
      items[set] = (items[set & ~(1 << unit)] as number) | maskOf(units[unit] ?? 0);
    }
    const filler = new ScopeFiller<L>({
      problem: this.#problem,
      units,
      inside,
      items,
      floor: sums((item) => this.#floors.items[item] as number),
      leastArea: sums((item) => this.#areas[item]?.least ?? 0),
      mostArea: sums((item) => this.#areas[item]?.most ?? 0),
      total: this.#total,
      price: this.#floors.price,
      budget: this.#budget,
    });
    return filler.fill();
  }
}

/** What a scope is filled from; sums are by set of units. */
interface ScopeSource<L extends Leaf> {
  readonly problem: Problem<L>;
  readonly units: readonly Unit<L>[];
  readonly inside: readonly (Scope<L> | undefined)[];
  readonly items: Int32Array;
  readonly floor: Float64Array;
  readonly leastArea: Float64Array;
  readonly mostArea: Float64Array;
  readonly total: { readonly least: number; readonly most: number };
  readonly price: number;
  readonly budget: number;
}

class ScopeFiller<L extends Leaf> {
  readonly #source: ScopeSource<L>;
  readonly #cells: (Cell | undefined)[][] = [];
  readonly #sheet: CostSheet;
  readonly #other: CostSheet;

  constructor(source: ScopeSource<L>) {
    this.#source = source;
    this.#sheet = new CostSheet(source.problem.rows);
    this.#other = new CostSheet(source.problem.rows);
  }

  fill(): Scope<L> {
    const { units, inside, items, floor, price, budget, problem } = this.#source;
    for (let set = 1; set < 1 << units.length; set += 1) {
      const cells: (Cell | undefined)[] = [];
      this.#cells[set] = cells;
      for (let columns = 1; columns <= problem.columns; columns += 1) {
        const cell = this.#cell(set, columns);
        if (cell && cell.all.high >= cell.all.low) cells[columns] = cell;
      }
    }
    const limit = (set: number, area: number): number => (floor[set] as number) + price * area + budget;
    return { units, cells: this.#cells, items, inside, limit };
  }

  /** Heights that leave the other items an area that they can take. */
  #bounds(set: number, columns: number): Bounds | undefined {
    const { problem, total, leastArea, mostArea, floor, price, budget } = this.#source;
    const page = problem.columns * problem.rows;
    const low = Math.max(1, Math.ceil((page - (total.most - (mostArea[set] as number))) / columns));
    const high = Math.min(problem.rows, Math.floor((page - (total.least - (leastArea[set] as number))) / columns));
    return low > high ? undefined : { low, high, limit: (floor[set] as number) + budget, slope: price * columns };
  }

  #cell(set: number, columns: number): Cell | undefined {
    const bounds = this.#bounds(set, columns);
    if (!bounds) return undefined;
    if ((set & (set - 1)) === 0) return this.#unitCell(31 - Math.clz32(set), columns, bounds);
    for (let first = (set - 1) & set; first > 0; first = (first - 1) & set) {
      this.#stacks(first, set & ~first, columns, bounds);
      if (columns > 1) this.#sides(first, set & ~first, columns, bounds);
    }
    const noSide = this.#sheet.take();
    const noStack = this.#other.take();
    return this.#priced(cheaper(noSide, noStack), noStack, noSide, columns);
  }

  /** An item's leaves, or a whole group under its head. */
  #unitCell(index: number, columns: number, bounds: Bounds): Cell {
    const { units, problem } = this.#source;
    const unit = units[index];
    const costs = typeof unit === 'number' ? problem.items[unit]?.costs(columns) : this.#headed(unit, index, columns);
    const { low, high, cost: all } = costs ?? NO_COSTS;
    for (let rows = Math.max(bounds.low, low); rows <= Math.min(bounds.high, high); rows += 1) {
      const limit = bounds.limit + bounds.slope * rows;
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const cost = all[(rows - low) * FACE_PAIRS + pair] as number;
        if (cost <= limit) this.#sheet.offer(rows, pair, cost);
      }
    }
    const only = this.#sheet.take();
    return this.#priced(only, only, only, columns);
  }

  #priced(all: Costs, noStack: Costs, noSide: Costs, columns: number): Cell {
    const slope = this.#source.price * columns;
    const least = { noStack: leastAtPrice(noStack, slope), noSide: leastAtPrice(noSide, slope) };
    return { all, noStack, noSide, priced: { ...least, all: Math.min(least.noStack, least.noSide) } };
  }

  #headed(group: Group<L> | undefined, index: number, columns: number): Costs | undefined {
    const scope = this.#source.inside[index];
    const whole = scope?.cells[(1 << scope.units.length) - 1]?.[columns]?.all;
    const head = group?.headRows(columns);
    if (!group || !whole || head === undefined) return undefined;
    for (let rows = whole.low; rows <= whole.high && rows + head <= this.#source.problem.rows; rows += 1)
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const cost = whole.cost[(rows - whole.low) * FACE_PAIRS + pair] as number;
        if (cost < Number.POSITIVE_INFINITY) this.#sheet.offer(rows + head, facePair(group, pair), cost);
      }
    return this.#sheet.take();
  }

  #stacks(top: number, bottom: number, columns: number, bounds: Bounds): void {
    const first = this.#cells[top]?.[columns];
    const second = this.#cells[bottom]?.[columns];
    if (!first || !second || first.priced.noStack + second.priced.all > bounds.limit) return;
    const { noStack: over } = first;
    const { all: under } = second;
    if (over.low + under.low > bounds.high || over.high + under.high < bounds.low) return;
    const { items, problem } = this.#source;
    const cut = problem.stackCost(items[top] as number, items[bottom] as number, columns);
    const spare = bounds.limit - second.priced.all - cut;
    if (first.priced.noStack > spare) return;
    for (let above = over.low; above <= over.high; above += 1) {
      const most = spare + bounds.slope * above;
      if ((over.least[above - over.low] as number) > most) continue;
      const from = Math.max(under.low, bounds.low - above);
      const to = Math.min(under.high, bounds.high - above);
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const alone = over.cost[(above - over.low) * FACE_PAIRS + pair] as number;
        if (alone > most) continue;
        const cost = alone + cut;
        for (let below = from; below <= to; below += 1) {
          const total = cost + (under.least[below - under.low] as number);
          const rows = above + below;
          if (total <= bounds.limit + bounds.slope * rows) this.#sheet.offer(rows, pair, total);
        }
      }
    }
  }

  #sides(left: number, right: number, columns: number, bounds: Bounds): void {
    const { items, problem } = this.#source;
    for (let at = 1; at < columns; at += 1) {
      const near = this.#cells[left]?.[at];
      const far = this.#cells[right]?.[columns - at];
      if (!near || !far || near.priced.noSide + far.priced.all > bounds.limit) continue;
      const { noSide: first } = near;
      const { all: second } = far;
      const from = Math.max(first.low, second.low, bounds.low);
      const to = Math.min(first.high, second.high, bounds.high);
      for (let rows = from; rows <= to; rows += 1) {
        const limit = bounds.limit + bounds.slope * rows;
        const least = (first.least[rows - first.low] as number) + (second.least[rows - second.low] as number);
        if (least > limit) continue;
        const cut = problem.sideCost(items[left] as number, items[right] as number, rows, at);
        if (least + cut <= limit) this.#join(first, second, rows, cut, limit);
      }
    }
  }

  #join(left: Costs, right: Costs, rows: Rows, cut: number, limit: number): void {
    const a = (rows - left.low) * FACE_PAIRS;
    const b = (rows - right.low) * FACE_PAIRS;
    const spare = limit - (right.least[rows - right.low] as number);
    for (let first = 0; first < FACE_PAIRS; first += 1) {
      const cost = (left.cost[a + first] as number) + cut;
      if (cost > spare) continue;
      for (let second = 0; second < FACE_PAIRS; second += 1) {
        const total = cost + (right.cost[b + second] as number);
        if (total <= limit && MEETS[first * FACE_PAIRS + second])
          this.#other.offer(rows, (first & 12) | (second & 3), total);
      }
    }
  }
}

/** Faces of a group whose members show this pair. */
export const facePair = <L extends Leaf>(group: Group<L>, pair: number): number =>
  group.face === undefined ? pair : group.face * 5;

/** Whether a block of the first pair of faces may stand left of one of the second; index = first × 16 + second. */
const MEETS: readonly boolean[] = Array.from({ length: FACE_PAIRS * FACE_PAIRS }, (_, index) => {
  const [first, second] = [index >> 4, index & 15];
  return agree((first & 3) as Face, (second >> 2) as Face);
});

function itemsOf(mask: number): readonly number[] {
  const items: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) items.push(31 - Math.clz32(left & -left));
  return items;
}

function subsetSums(count: number, value: (unit: number) => number): Float64Array {
  const sums = new Float64Array(1 << count);
  for (let set = 1; set < 1 << count; set += 1) {
    const unit = 31 - Math.clz32(set);
    sums[set] = (sums[set & ~(1 << unit)] as number) + value(unit);
  }
  return sums;
}
