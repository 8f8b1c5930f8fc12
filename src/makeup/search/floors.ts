/**
 * How cheap each item can be, given that the page must be filled. The area of a page is fixed, so a price on each grid
 * cell changes no comparison between pages; the right price (a Lagrange multiplier) makes the sum of the items' cheapest
 * leaves a bound close to the best page, and the search that prunes by it fast.
 */
import type { Rows } from '../../units.ts';
import type { Leaf, Problem } from './problem.ts';

/** The price of a cell, and each item's least cost at that price. */
export interface Floors {
  readonly price: number;
  /** Least of cost − price × area over the item's leaves, or the cost of leaving it out. */
  readonly items: readonly number[];
  /** No page costs less. */
  readonly page: number;
}

/** Greatest price tried either way, points a cell. */
const MOST_PRICE = 4;
const STEPS = 40;

/** Floors at the price that makes the bound on the page highest. */
export function floorsOf<L extends Leaf>(problem: Problem<L>): Floors {
  const points = problem.items.map((item) => {
    const cheapest = new Map<number, number>();
    for (let columns = 1; columns <= problem.columns; columns += 1) {
      const { low, least } = item.costs(columns);
      least.forEach((cost, at) => {
        const area = columns * (low + at);
        if (cost < (cheapest.get(area) ?? Number.POSITIVE_INFINITY)) cheapest.set(area, cost);
      });
    }
    return [...cheapest].map(([area, cost]) => ({ area, cost }));
  });
  const page = problem.columns * problem.rows;
  const at = (price: number): Floors => {
    const items = points.map((list, index) => {
      let least = problem.items[index]?.leftOut ?? Number.POSITIVE_INFINITY;
      for (const { area, cost } of list) least = Math.min(least, cost - price * area);
      return least;
    });
    return { price, items, page: items.reduce((sum, one) => sum + one, 0) + price * page };
  };
  let [low, high] = [-MOST_PRICE, MOST_PRICE];
  for (let step = 0; step < STEPS; step += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left).page < at(right).page) low = left;
    else high = right;
  }
  return at((low + high) / 2);
}

/** Smallest and greatest area of each item's leaves that a page within the budget can hold. */
export function areasOf<L extends Leaf>(
  problem: Problem<L>,
  floors: Floors,
  budget: number,
): readonly { readonly least: number; readonly most: number }[] {
  return problem.items.map((item, index) => {
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    const limit = (floors.items[index] as number) + budget;
    for (let columns = 1; columns <= problem.columns; columns += 1) {
      const costs = item.costs(columns);
      for (let rows: Rows = costs.low; rows <= costs.high; rows += 1) {
        const area = columns * rows;
        if ((costs.least[rows - costs.low] as number) - floors.price * area > limit) continue;
        least = Math.min(least, area);
        most = Math.max(most, area);
      }
    }
    if (item.leftOut !== undefined && item.leftOut <= limit) least = 0;
    return { least, most };
  });
}
