/** The gaps of one line, closed or opened until the line has its measure: tier by tier, in CLREQ's order. */
import type { Mils, Px } from '../units.ts';
import { naturalWidth, STRETCH_LIMIT } from './cost.ts';
import { type Strip, TIERS } from './strip.ts';

/** What the gaps are brought to. */
export interface OpeningSpec {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly measure: Px;
  /** Left free before the first character. */
  readonly indent: Px;
  /** Bring the line to the measure. */
  readonly justify: boolean;
  /** Added to every gap that is none inside a word, mils of the size (tracking of heads). */
  readonly tracking?: Mils;
}

/** The gaps of a line that was opened to its measure. */
export interface Openings {
  /** Gap after each character of the line but the last, CSS px. */
  readonly gaps: Float64Array;
  /** What every slot was opened by. */
  readonly each: Px;
  /** Air taken out of the line. */
  readonly taken: Px;
}

/** Final gaps of a line. */
export function openings(strip: Strip, spec: OpeningSpec): Openings {
  const { from, to, measure, indent, justify } = spec;
  const last = to - 1;
  const gaps = strip.gap.slice(from, last);
  const spare = measure - indent - naturalWidth(strip, from, to);
  if (spec.tracking) track(strip, from, gaps, (spec.tracking * strip.size) / 1000);
  if (spare < 0) squeeze(strip, from, gaps, -spare);
  if (spare <= 0 || !justify) return { gaps, each: 0, taken: Math.max(0, -spare) };
  const afterWords = grow(strip.growWords, from, gaps, spare);
  const rest = grow(strip.growMixed, from, gaps, afterWords);
  const slots = (strip.slots[last] ?? 0) - (strip.slots[from] ?? 0);
  if (slots === 0) return { gaps, each: 0, taken: 0 };
  // The limit is for Han text; in alphabetic text a foreign name must not keep the line from its measure.
  const each = strip.latin ? rest / slots : Math.min(rest / slots, STRETCH_LIMIT * strip.size);
  track(strip, from, gaps, each);
  return { gaps, each, taken: 0 };
}

/** Opens every gap that is none inside a word. */
function track(strip: Strip, from: number, gaps: Float64Array, by: Px): void {
  for (let at = 0; at < gaps.length; at += 1) {
    if ((strip.slots[from + at + 1] ?? 0) > (strip.slots[from + at] ?? 0)) gaps[at] = (gaps[at] ?? 0) + by;
  }
}

/** Takes air out of the gaps, tier by tier; within a tier every gap gives the same share. */
function squeeze(strip: Strip, from: number, gaps: Float64Array, needed: Px): void {
  let rest = needed;
  for (let tier = 0; tier < TIERS && rest > 1e-9; tier += 1) {
    const sums = strip.squeeze[tier];
    if (!sums) return;
    const air = (sums[from + gaps.length] ?? 0) - (sums[from] ?? 0);
    if (air <= 0) continue;
    const share = Math.min(1, rest / air);
    for (let at = 0; at < gaps.length; at += 1) {
      gaps[at] = (gaps[at] ?? 0) - share * ((sums[from + at + 1] ?? 0) - (sums[from + at] ?? 0));
    }
    rest -= air * share;
  }
}

/** Opens the gaps that the prefix sums name, up to their sums; what is left over. */
function grow(sums: Float64Array, from: number, gaps: Float64Array, spare: Px): Px {
  const room = (sums[from + gaps.length] ?? 0) - (sums[from] ?? 0);
  if (room <= 0) return spare;
  const share = Math.min(1, spare / room);
  for (let at = 0; at < gaps.length; at += 1) {
    gaps[at] = (gaps[at] ?? 0) + share * ((sums[from + at + 1] ?? 0) - (sums[from + at] ?? 0));
  }
  return spare - room * share;
}
