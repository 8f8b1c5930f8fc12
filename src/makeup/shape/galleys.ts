/**
 * What the make-up knows of a galley before it pours it: how many rows it can take, and the least that each number of
 * rows costs. Both are bounds that a pour can never beat, so that a search by them proves something.
 */
import type { Galley } from '../../typeset/model.ts';
import type { Rows } from '../../units.ts';

/** Bounds of one galley. */
export interface GalleyBounds {
  readonly galley: Galley;
  /** Fewest and most rows of text in `legs` legs, blank rows at leg heads dropped. */
  least(legs: number): Rows;
  readonly most: Rows;
  /** Least demerits of a pour into a capacity of `rows` in `legs` legs; infinite where none exists. */
  cost(rows: Rows, legs: number): number;
}

/** Reads the bounds out of the variants of the blocks. */
export function boundsOf(galley: Galley): GalleyBounds {
  const { saving, adding } = deltas(galley);
  const airs = galley.blocks.map((block) => block.headAir).sort((a, b) => b - a);
  const dropped = (legs: number): Rows => airs.slice(0, legs).reduce((sum, air) => sum + air, 0);
  const droppedIn = Array.from({ length: 40 }, (_, legs) => dropped(legs));
  const best = galley.rows.best;
  const least = (legs: number): Rows => galley.rows.min - (droppedIn[legs] ?? 0);
  const cost = (rows: Rows, legs: number): number => {
    if (rows < least(legs) || rows - (legs - 1) > galley.rows.max) return Number.POSITIVE_INFINITY;
    const squeeze = best - rows - (droppedIn[legs] ?? 0);
    if (squeeze > 0) return saving[Math.min(squeeze, saving.length - 1)] ?? 0;
    const stretch = rows - (legs - 1) - best;
    if (stretch > 0) return adding[Math.min(stretch, adding.length - 1)] ?? 0;
    return 0;
  };
  return { galley, least, most: galley.rows.max, cost };
}

/** Least demerits for n rows fewer, and n rows more, than the best setting: cheapest blocks first. */
function deltas(galley: Galley): { saving: readonly number[]; adding: readonly number[] } {
  const fewer: number[] = [];
  const more: number[] = [];
  for (const { variants } of galley.blocks) {
    const usual = variants[0];
    if (!usual) continue;
    for (const [direction, prices] of [
      [-1, fewer],
      [1, more],
    ] as const) {
      const reach = Math.max(0, ...variants.map((variant) => direction * (variant.rows - usual.rows)));
      const cheapest = Math.min(
        ...variants.filter((v) => direction * (v.rows - usual.rows) > 0).map((v) => (v.cost - usual.cost) / reach),
      );
      for (let row = 0; row < reach; row += 1) prices.push(Math.max(0, cheapest));
    }
  }
  return { saving: sums(fewer), adding: sums(more) };
}

function sums(prices: number[]): number[] {
  const sorted = prices.sort((a, b) => a - b);
  const running = [0];
  for (const price of sorted) running.push((running.at(-1) ?? 0) + price);
  return running;
}
