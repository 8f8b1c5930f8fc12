/**
 * How cheap each item can be, given that the page must be filled. The area of a page is fixed, so a price on each grid
 * cell changes no comparison between pages; the right price (a Lagrange multiplier) makes the sum of the items' cheapest
 * leaves a bound close to the best page, and the search that prunes by it fast.
 */
import { NO_COSTS } from './costs.ts';
import type { Leaf, Problem, Unit } from './problem.ts';

/** The price of a cell, and each item's least cost at that price. */
export interface Floors {
  /** Points a grid cell. */
  readonly price: number;
  /** Least of cost − price × area over the item's leaves, or the cost of leaving it out. */
  readonly items: readonly number[];
  /** Least that the first cut of a page costs. */
  readonly cut: number;
  /** No page costs less. */
  readonly page: number;
  /** Cells that the heads of groups take at most. */
  readonly headArea: number;
  /** Smallest and greatest area of each item's leaves that cost at most `budget` above its floor. */
  areas(budget: number): readonly { readonly least: number; readonly most: number }[];
}

/** Greatest price tried either way, points a cell. */
const MOST_PRICE = 4;
/** Steps of the ternary search: the interval shrinks to a millionth. */
const STEPS = 36;

/** The cheapest leaf of an item at each area that it can take. */
interface Points {
  readonly areas: readonly number[];
  readonly costs: readonly number[];
}

/** Floors at the price that makes the bound on the page highest. */
export function floorsOf<L extends Leaf>(problem: Problem<L>): Floors {
  const points = problem.items.map((_, index) => pointsOf(problem, index));
  const headArea = headAreaOf(problem, problem.units);
  const page = problem.columns * problem.rows;
  const cut = requiredUnits(problem) > 1 ? problem.firstCut : 0;
  const floor = (price: number): readonly number[] =>
    points.map((one, index) => leastAtPrice(one, price, problem.items[index]?.leftOut));
  const bound = (price: number, items: readonly number[]): number =>
    items.reduce((sum, one) => sum + one, 0) + price * (price > 0 ? page - headArea : page);
  let [low, high] = [-MOST_PRICE, MOST_PRICE];
  for (let step = 0; step < STEPS; step += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (bound(left, floor(left)) < bound(right, floor(right))) low = left;
    else high = right;
  }
  const price = (low + high) / 2;
  const items = floor(price);
  const areas = (budget: number) =>
    points.map((one, index) =>
      areasWithin(one, price, (items[index] as number) + budget, problem.items[index]?.leftOut),
    );
  return { price, items, cut, page: bound(price, items) + cut, headArea, areas };
}

/** Least of the points once each cell is paid for, or of leaving the item out. */
function leastAtPrice({ areas, costs }: Points, price: number, leftOut = Number.POSITIVE_INFINITY): number {
  let least = leftOut;
  for (let at = 0; at < areas.length; at += 1) {
    const paid = (costs[at] as number) - price * (areas[at] as number);
    if (paid < least) least = paid;
  }
  return least;
}

/** Units that every page holds. */
const requiredUnits = <L extends Leaf>({ units, items }: Problem<L>): number =>
  units.filter((unit) => typeof unit !== 'number' || items[unit]?.leftOut === undefined).length;

function pointsOf<L extends Leaf>(problem: Problem<L>, index: number): Points {
  const cheapest = new Map<number, number>();
  for (let columns = 1; columns <= problem.columns; columns += 1) {
    const { low, high, from, least } = problem.items[index]?.costs(columns) ?? NO_COSTS;
    for (let rows = low; rows <= high; rows += 1) {
      const cost = least[from + rows - low] as number;
      const area = columns * rows;
      if (cost < (cheapest.get(area) ?? Number.POSITIVE_INFINITY)) cheapest.set(area, cost);
    }
  }
  return { areas: [...cheapest.keys()], costs: [...cheapest.values()] };
}

function areasWithin({ areas, costs }: Points, price: number, limit: number, leftOut: number | undefined) {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  areas.forEach((area, at) => {
    if ((costs[at] as number) - price * area > limit) return;
    least = Math.min(least, area);
    most = Math.max(most, area);
  });
  return { least: leftOut !== undefined && leftOut <= limit ? 0 : least, most };
}

function headAreaOf<L extends Leaf>(problem: Problem<L>, units: readonly Unit<L>[]): number {
  let area = 0;
  for (const unit of units) {
    if (typeof unit === 'number') continue;
    let most = 0;
    for (let columns = 1; columns <= problem.columns; columns += 1)
      most = Math.max(most, columns * (unit.headRows(columns) ?? 0));
    area += most + headAreaOf(problem, unit.units);
  }
  return area;
}
