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
  /** Least demerits of a pour into a capacity of `rows` in `legs` legs, the shortfall of the last included; infinite where none exists. */
  cost(rows: Rows, legs: number): number;
}

/** Most legs that a story has. */
const MOST_LEGS = 40;

/** Reads the bounds out of the variants of the blocks; `shortCost` is what each row costs that the last leg is short. */
export function boundsOf(galley: Galley, shortCost: number): GalleyBounds {
  const { saving, adding } = deltas(galley);
  const airs = galley.blocks.map((block) => block.headAir).sort((a, b) => b - a);
  const dropped = Array.from({ length: MOST_LEGS + 1 }, (_, legs) =>
    airs.slice(0, legs).reduce((sum, air) => sum + air, 0),
  );
  const best = galley.rows.best;
  const least = (legs: number): Rows => galley.rows.min - (dropped[legs] ?? 0);
  const set = (rows: Rows, air: Rows): number => {
    if (rows < galley.rows.min - air || rows > galley.rows.max) return Number.POSITIVE_INFINITY;
    const squeeze = best - rows - air;
    if (squeeze > 0) return saving[Math.min(squeeze, saving.length - 1)] ?? 0;
    return rows > best ? (adding[Math.min(rows - best, adding.length - 1)] ?? 0) : 0;
  };
  const known: Float64Array[] = [];
  const cost = (rows: Rows, legs: number): number => {
    if (rows < 0 || rows > galley.rows.max + MOST_LEGS) return Number.POSITIVE_INFINITY;
    known[legs] ??= new Float64Array(galley.rows.max + MOST_LEGS + 1).fill(Number.NaN);
    const kept = known[legs][rows] as number;
    if (!Number.isNaN(kept)) return kept;
    let cheapest = Number.POSITIVE_INFINITY;
    for (let short = 0; short < legs; short += 1)
      cheapest = Math.min(cheapest, set(rows - short, dropped[legs] ?? 0) + short * shortCost);
    known[legs][rows] = cheapest;
    return cheapest;
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

/** Lines that a jumped story shows at least before the jump, and after it (R40: four and six inches). */
export const JUMP_LINES = { before: 24, after: 36 } as const;
/** Points of carrying the whole story over; a part of it costs its share. */
const CARRY_DEMERITS = 150;

/**
 * Bounds of a story that goes on elsewhere: any capacity that leaves lines enough on both sides. The last row of the
 * last leg is the jump line's.
 */
export function openBounds(bounds: GalleyBounds): GalleyBounds {
  const total = bounds.galley.rows.best;
  const most = total - JUMP_LINES.after + 1;
  const cost = (rows: Rows): number =>
    rows <= JUMP_LINES.before || rows > most ? Number.POSITIVE_INFINITY : CARRY_DEMERITS * (1 - rows / total);
  return { galley: bounds.galley, least: () => JUMP_LINES.before + 1, most, cost };
}
