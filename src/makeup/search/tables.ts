/**
 * Free guillotine dynamic programming over subsets (Gange, Marriott, Stuckey, DocEng 2012), with the faces at the two
 * top corners in the state, so that butting heads cannot arise at a cut. A table holds, for a set of units and a width,
 * the least cost at each height and pair of faces: no holes. A group is solved as a page of its own first, and is then
 * one unit of the scope around it.
 *
 * A block is dropped when its cost and the least that all other items can cost exceed the bound on the page by more than
 * `budget`: no page within the budget contains it. So a search within a budget that finds a page has found the best.
 */
import { Arena } from './costs.ts';
import type { Floors } from './floors.ts';
import { type Leaf, maskOf, type Problem, type Unit } from './problem.ts';
import { type Scope, ScopeFiller } from './scope.ts';

/** What sums of costs added in another order may differ by. */
const EPSILON = 1e-9;

/** Holds the tables that were filled last; those before them are done with. */
const arena = new Arena();

/** Fills the tables of a problem within a budget above the floors' bound. */
export function fillTables<L extends Leaf>(problem: Problem<L>, floors: Floors, budget: number): Scope<L> {
  arena.wipe();
  return new Filler(problem, floors, budget).page();
}

class Filler<L extends Leaf> {
  readonly #problem: Problem<L>;
  readonly #floors: Floors;
  readonly #areas: readonly { readonly least: number; readonly most: number }[];
  readonly #total: { readonly least: number; readonly most: number };
  /** Budget of a whole page, widened by what the heads of groups may shift. */
  readonly #budget: number;

  constructor(problem: Problem<L>, floors: Floors, budget: number) {
    this.#problem = problem;
    this.#floors = floors;
    this.#budget = budget + floors.cut + Math.abs(floors.price) * floors.headArea + EPSILON;
    this.#areas = floors.areas(this.#budget - floors.cut);
    this.#total = {
      least: this.#areas.reduce((sum, area) => sum + area.least, 0),
      most: this.#areas.reduce((sum, area) => sum + area.most, 0) + floors.headArea,
    };
  }

  page(): Scope<L> {
    const { units, items } = this.#problem;
    const required = units.reduce<number>((set, unit, index) => {
      const free = typeof unit === 'number' && items[unit]?.leftOut !== undefined;
      return free ? set : set | (1 << index);
    }, 0);
    return this.#scope(units, (set) => (set & required) === required);
  }

  /** A scope; sets that can be a whole page pay for its first cut themselves, to all others that is still to come. */
  #scope(units: readonly Unit<L>[], whole: (set: number) => boolean): Scope<L> {
    const inside = units.map((unit) => (typeof unit === 'number' ? undefined : this.#scope(unit.units, () => false)));
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
      arena,
      units,
      inside,
      items,
      floor: sums((item) => this.#floors.items[item] as number),
      leastArea: sums((item) => this.#areas[item]?.least ?? 0),
      mostArea: sums((item) => this.#areas[item]?.most ?? 0),
      total: this.#total,
      price: this.#floors.price,
      budget: (set) => (whole(set) ? this.#budget : this.#budget - this.#floors.cut),
    });
    return filler.fill();
  }
}

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
