/** Sizes of headlines: the classical Chinese sizes, on the quarter-pixel grid, about a fifth apart. */
import type { Px } from '../units.ts';

/** 小四 四号 三号 小二 二号 一号 (31.5 pt) 小初 初号 (48 pt) 54 pt 63 pt, in CSS px. */
export const LADDER: readonly Px[] = [16, 18.75, 21.25, 24, 29.25, 34.75, 42, 48, 56, 64, 72, 84];

/** Kicker and deck stand about two steps below the headline; never smaller than the body, larger than 32 px. */
export function belowOf(size: Px, least: Px): Px {
  return Math.min(32, Math.max(least, Math.round(size * 0.5 * 4) / 4));
}
