/** The innermost steps of the tables: costs of two blocks together, one over the other or side by side, offered to a sheet. */
import type { Rows } from '../../units.ts';
import { type CostSheet, type Costs, FACE_PAIRS, type LeastCosts } from './costs.ts';

/** Heights of what stands under a cut. */
export interface Below {
  readonly under: LeastCosts;
  readonly from: Rows;
  readonly to: Rows;
}

/** Offers one height of a block over each of some heights of another; `slope` is what a row adds to the limit. */
export function pile(
  sheet: CostSheet,
  over: Costs,
  above: Rows,
  cut: number,
  { under, from, to }: Below,
  limit: number,
  slope: number,
): void {
  const { cost } = sheet;
  const { least } = under;
  const at = over.from + above - over.low;
  const shift = under.from - under.low;
  for (let left = over.pairs[at] as number; left !== 0; left &= left - 1) {
    const pair = 31 - Math.clz32(left & -left);
    const add = (over.cost[at * FACE_PAIRS + pair] as number) + cut;
    for (let below = from; below <= to; below += 1) {
      const rows = above + below;
      const total = add + (least[shift + below] as number);
      const index = rows * FACE_PAIRS + pair;
      if (total <= limit + slope * rows && total < (cost[index] as number)) cost[index] = total;
    }
  }
  sheet.touch(above + from);
  sheet.touch(above + to);
}

/** Offers two blocks of one height side by side, for every pair of faces that agrees between them. */
export function join(sheet: CostSheet, left: Costs, right: Costs, rows: Rows, cut: number, limit: number): void {
  const a = left.from + rows - left.low;
  const b = (right.from + rows - right.low) * FACE_PAIRS;
  const to = rows * FACE_PAIRS;
  const spare = limit - (right.least[right.from + rows - right.low] as number) - cut;
  for (let shown = left.pairs[a] as number; shown !== 0; shown &= shown - 1) {
    const pair = 31 - Math.clz32(shown & -shown);
    const one = left.cost[a * FACE_PAIRS + pair] as number;
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
