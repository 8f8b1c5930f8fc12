/**
 * The tables of one scope, filled set by set: an item's leaves, then every way to put two smaller sets one over the
 * other or side by side. A stack adds heights, a side by side needs equal ones.
 */
import type { Rows } from '../../units.ts';
import { type Cell, cellOf } from './cell.ts';
import { type Arena, CostSheet, type Costs, FACE_PAIRS, NO_COSTS } from './costs.ts';
import { Extents } from './extents.ts';
import type { Group, Leaf, Problem, Unit } from './problem.ts';
import { join, pile } from './together.ts';

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
  /** Holds the costs of all its cells. */
  readonly arena: Arena;
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

/** What blocks of a set may be. */
interface Bounds {
  /** Heights by width; none where the lowest is beyond the highest. */
  readonly low: Int16Array;
  readonly high: Int16Array;
  /** Most cost of a block of no area. */
  limit: number;
}

/** Stacks and leaves, side by sides, by width. */
interface Sheets {
  readonly stacked: readonly CostSheet[];
  readonly beside: readonly CostSheet[];
}

/** Blank between two sets, so that all scopes share those of their height; made for the widest so far. */
const sheets = new Map<Rows, Sheets>();

function sheetsOf({ columns, rows }: Pick<Problem<Leaf>, 'columns' | 'rows'>): Sheets {
  const known = sheets.get(rows);
  if (known && known.stacked.length > columns) return known;
  const some = (): CostSheet[] => Array.from({ length: columns + 1 }, () => new CostSheet(rows));
  const made = { stacked: some(), beside: some() };
  sheets.set(rows, made);
  return made;
}

/** Fills the tables of a scope. */
export class ScopeFiller<L extends Leaf> {
  readonly #source: ScopeSource<L>;
  readonly #cells: (Cell | undefined)[][] = [];
  readonly #extents: Extents;
  /** Widths at which a set has blocks, as bits, and the least of them all at the price of a cell. */
  readonly #widths: Int32Array;
  readonly #priced: Float64Array;
  readonly #bounds: Bounds;
  readonly #sheets: Sheets;

  constructor(source: ScopeSource<L>) {
    const { units, problem } = source;
    const { columns } = problem;
    this.#source = source;
    this.#extents = new Extents(1 << units.length, columns);
    this.#widths = new Int32Array(1 << units.length);
    this.#priced = new Float64Array(1 << units.length).fill(Number.POSITIVE_INFINITY);
    this.#bounds = { low: new Int16Array(columns + 1), high: new Int16Array(columns + 1), limit: 0 };
    this.#sheets = sheetsOf(problem);
  }

  fill(): Scope<L> {
    const { units, inside, items, floor, price } = this.#source;
    for (let set = 1; set < 1 << units.length; set += 1) {
      const some = this.#bound(set);
      if ((set & (set - 1)) === 0) this.#unit(31 - Math.clz32(set));
      else if (some) this.#splits(set);
      this.#take(set);
    }
    const limit = (set: number, area: number): number =>
      (floor[set] as number) + price * area + this.#source.budget(set);
    return { units, cells: this.#cells, items, inside, limit };
  }

  /** Every way to make a set of two smaller ones whose least costs do not exceed its limit. */
  #splits(set: number): void {
    for (let first = (set - 1) & set; first > 0; first = (first - 1) & set) {
      const second = set & ~first;
      if ((this.#priced[first] as number) + (this.#priced[second] as number) > this.#bounds.limit) continue;
      this.#stackEach(first, second);
      this.#sideEach(first, second);
    }
  }

  /** One set over another, at each width where heights and least costs let them come together. */
  #stackEach(top: number, bottom: number): void {
    const { noStack, all, stride } = this.#extents;
    const { low, high, limit } = this.#bounds;
    for (let both = (this.#widths[top] as number) & (this.#widths[bottom] as number); both !== 0; both &= both - 1) {
      const columns = 31 - Math.clz32(both & -both);
      const over = top * stride + columns;
      const under = bottom * stride + columns;
      if ((noStack.priced[over] as number) + (all.priced[under] as number) > limit) continue;
      if ((noStack.low[over] as number) + (all.low[under] as number) > (high[columns] as number)) continue;
      if ((noStack.high[over] as number) + (all.high[under] as number) < (low[columns] as number)) continue;
      this.#stacks(top, bottom, columns);
    }
  }

  /** One set beside another, at each pair of widths. */
  #sideEach(left: number, right: number): void {
    const { noSide, all, stride } = this.#extents;
    const { low, high, limit } = this.#bounds;
    const most = this.#source.problem.columns;
    for (let near = this.#widths[left] as number; near !== 0; near &= near - 1) {
      const at = 31 - Math.clz32(near & -near);
      const one = left * stride + at;
      const room = limit - (noSide.priced[one] as number);
      for (let far = (this.#widths[right] as number) & ((2 << (most - at)) - 1); far !== 0; far &= far - 1) {
        const beside = 31 - Math.clz32(far & -far);
        const two = right * stride + beside;
        if ((all.priced[two] as number) > room) continue;
        const columns = at + beside;
        const from = Math.max(noSide.low[one] as number, all.low[two] as number, low[columns] as number);
        const to = Math.min(noSide.high[one] as number, all.high[two] as number, high[columns] as number);
        if (from <= to) this.#sides(left, right, columns, at, from, to);
      }
    }
  }

  /** Takes the cells of a set off the sheets. */
  #take(set: number): void {
    const { problem, price } = this.#source;
    const single = (set & (set - 1)) === 0;
    const cells: (Cell | undefined)[] = [];
    for (let columns = 1; columns <= problem.columns; columns += 1) {
      const noSide = (this.#sheets.stacked[columns] as CostSheet).take(this.#source.arena, price * columns);
      const noStack = single
        ? noSide
        : (this.#sheets.beside[columns] as CostSheet).take(this.#source.arena, price * columns);
      const cell = cellOf(noStack, noSide, price * columns, this.#source.arena);
      if (!cell) continue;
      cells[columns] = cell;
      this.#extents.set(set, columns, cell);
      this.#widths[set] = (this.#widths[set] as number) | (1 << columns);
      this.#priced[set] = Math.min(this.#priced[set] as number, cell.priced.all);
    }
    this.#cells[set] = cells;
  }

  /** The cell of a set that has blocks of this width. */
  #cell(set: number, columns: number): Cell {
    return this.#cells[set]?.[columns] as Cell;
  }

  /** Sets the bounds of a set: heights that leave the other items an area that they can take. False when there are none. */
  #bound(set: number): boolean {
    const { problem, total, leastArea, mostArea, floor, budget } = this.#source;
    const { low, high } = this.#bounds;
    const least = problem.columns * problem.rows - (total.most - (mostArea[set] as number));
    const most = problem.columns * problem.rows - (total.least - (leastArea[set] as number));
    let some = false;
    for (let columns = 1; columns <= problem.columns; columns += 1) {
      low[columns] = Math.min(problem.rows + 1, Math.max(1, Math.ceil(least / columns)));
      high[columns] = Math.max(0, Math.min(problem.rows, Math.floor(most / columns)));
      some ||= (low[columns] as number) <= (high[columns] as number);
    }
    this.#bounds.limit = (floor[set] as number) + budget(set);
    return some;
  }

  /** An item's leaves, or a whole group under its head. */
  #unit(index: number): void {
    const { units, problem } = this.#source;
    const unit = units[index];
    for (let columns = 1; columns <= problem.columns; columns += 1) {
      if (typeof unit === 'number') this.#offerAll(problem.items[unit]?.costs(columns) ?? NO_COSTS, columns);
      else if (unit) this.#offerHeaded(unit, index, columns);
    }
  }

  #offerAll({ low, high, from, cost }: Costs, columns: number, headRows: Rows = 0, group?: Group<L>): void {
    const sheet = this.#sheets.stacked[columns] as CostSheet;
    const { low: lowest, high: highest, limit: most } = this.#bounds;
    const first = Math.max((lowest[columns] as number) - headRows, low);
    const last = Math.min((highest[columns] as number) - headRows, high);
    for (let rows = first; rows <= last; rows += 1) {
      const limit = most + this.#source.price * columns * (rows + headRows);
      for (let pair = 0; pair < FACE_PAIRS; pair += 1) {
        const one = cost[(from + rows - low) * FACE_PAIRS + pair] as number;
        if (one <= limit) sheet.offer(rows + headRows, group ? facePair(group, pair) : pair, one);
      }
    }
  }

  #offerHeaded(group: Group<L>, index: number, columns: number): void {
    const scope = this.#source.inside[index];
    const whole = scope?.cells[(1 << scope.units.length) - 1]?.[columns];
    const head = group.headRows(columns);
    if (!whole || head === undefined) return;
    this.#offerAll(whole.noStack, columns, head, group);
    if (whole.noSide !== whole.noStack) this.#offerAll(whole.noSide, columns, head, group);
  }

  #stacks(top: number, bottom: number, columns: number): void {
    const { noStack: over, priced: pricedOver } = this.#cell(top, columns);
    const { under, priced: pricedUnder } = this.#cell(bottom, columns);
    const { items, problem, price } = this.#source;
    const { low, high, limit } = this.#bounds;
    const cut = problem.stackCost(items[top] as number, items[bottom] as number, columns);
    if (pricedOver.noStack + pricedUnder.all + cut > limit) return;
    const sheet = this.#sheets.stacked[columns] as CostSheet;
    const slope = price * columns;
    const at = under.from - under.low;
    for (let above = over.low; above <= over.high; above += 1) {
      const room = limit - cut - (over.priced[over.from + above - over.low] as number);
      if (pricedUnder.all > room) continue;
      let from = Math.max(under.low, (low[columns] as number) - above);
      let to = Math.min(under.high, (high[columns] as number) - above);
      while (from <= to && (under.priced[at + from] as number) > room) from += 1;
      while (from <= to && (under.priced[at + to] as number) > room) to -= 1;
      if (from <= to) pile(sheet, over, above, cut, { under, from, to }, limit, slope);
    }
  }

  /** One block beside another, cut at a width. */
  #sides(left: number, right: number, columns: number, at: number, from: Rows, to: Rows): void {
    const { noSide: first } = this.#cell(left, at);
    const { right: second } = this.#cell(right, columns - at);
    const { items, problem, price } = this.#source;
    const { limit } = this.#bounds;
    const sheet = this.#sheets.beside[columns] as CostSheet;
    const [one, two] = [first.from - first.low, second.from - second.low];
    // Only a cut through the whole page may cost more or less for its height.
    let inside = Number.NaN;
    for (let rows = from; rows <= to; rows += 1) {
      const least = (first.priced[one + rows] as number) + (second.priced[two + rows] as number);
      if (least > limit) continue;
      const whole = rows === problem.rows;
      if (whole || Number.isNaN(inside))
        inside = problem.sideCost(items[left] as number, items[right] as number, rows, at);
      if (least + inside <= limit) join(sheet, first, second, rows, inside, limit + price * columns * rows);
    }
  }
}

/** Faces of a group whose members show this pair. */
const facePair = <L extends Leaf>(group: Group<L>, pair: number): number =>
  group.face === undefined ? pair : group.face * 5;
