/**
 * What a line looks like when it is brought to its measure, and what that costs. The unit is a hundredth of a line at
 * the limit of its stretch; costs of a paragraph add up, and the squares make even lines cheaper than one good and one
 * bad (Knuth and Plass, Breaking Paragraphs into Lines, 1981).
 */
import type { Px } from '../units.ts';
import { CLOSES, type LetterLine, reachOf, SHORT_WORDS, USUAL_GROWTH, wordsAt } from './letters.ts';
import { type Strip, TIERS } from './strip.ts';

/** No gap between Han characters opens wider: a rule of the house, 0.12 em. */
export const STRETCH_LIMIT = 0.12;

/** The terms of a line's cost. */
export const COSTS = {
  /** All gaps at their limit: by definition. */
  stretch: 100,
  /** Word spaces at their most, Han–Latin gaps at their most: CLREQ's first two steps of stretching, hardly seen. */
  growWords: 6,
  growMixed: 4,
  /** Each squeeze tier emptied, in CLREQ's order; below half of a stretch, since 先挤进，后推出: squeeze first, then push out. */
  squeeze: [4, 4, 6, 10, 8, 20],
  /** Word spaces of alphabetic text at their usual most and least (Knuth and Plass: 100 r³). */
  latin: 100,
  /** Letters of alphabetic text closed as far as they may be, by the square. */
  closeLetters: 300,
  /** Last line of less than three characters, above the two that the rule asks for. */
  shortEnd: 15,
  /** Only where nothing else is possible: */
  /** a word torn where no pattern divides it, or a number, */
  torn: 6000,
  tornLatin: 20_000,
  /** a line that does not reach its measure, and the square of what it lacks in ems, */
  ragged: 4000,
  lacks: 20_000,
  /** a line of letters that does not: dearer than any that is opened, and the square of the share of its measure that it lacks, */
  raggedLatin: 4000,
  lacksLatin: 60_000,
  /** one lone Han character on the last line (孤字), */
  lone: 30_000,
  /** a break that 禁则 forbids, since the unbreakable is wider than the measure. */
  forbidden: 100_000,
} as const;

/** No line can be made of it. */
export const IMPOSSIBLE = Number.POSITIVE_INFINITY;

/** Rounding of sums over a paragraph. */
const SLACK: Px = 1e-6;

/** Width of characters `from` to `to` (not included) at their natural gaps, a hyphen included. */
export const naturalWidth = (strip: Strip, from: number, to: number): Px =>
  (strip.x[to - 1] ?? 0) + (strip.core[to - 1] ?? 0) - (strip.x[from] ?? 0) + (strip.hyphen[to] ?? 0);

/** Least width that the squeeze allows. */
export const leastWidth = (strip: Strip, from: number, to: number): Px =>
  naturalWidth(strip, from, to) - (strip.squeezeAll[to - 1] ?? 0) + (strip.squeezeAll[from] ?? 0);

/** Least width of a line that is justified: its letters may close too, where it has letters alone. */
export const closestWidth = (strip: Strip, from: number, to: number): Px =>
  leastWidth(strip, from, to) - closingOf(strip, from, to);

/** Letters close beside word spaces alone, which take what a lost ligature is wider by. */
function closingOf(strip: Strip, from: number, to: number): Px {
  const hasWords = (strip.slots[to - 1] ?? 0) > (strip.slots[from] ?? 0);
  return strip.letters && hasWords ? (to - from) * CLOSES * strip.size : 0;
}

/** Cost of a line in the middle of a paragraph; IMPOSSIBLE when it would have to open or close too far. */
export function lineCost(strip: Strip, from: number, to: number, measure: Px): number {
  const spare = measure - naturalWidth(strip, from, to);
  return spare >= 0 ? stretchCost(strip, from, to, spare) : squeezeCost(strip, from, to, -spare);
}

/** Cost of a paragraph's last line, which keeps its natural gaps when they fit. */
export function endCost(strip: Strip, from: number, to: number, measure: Px): number {
  const spare = measure - naturalWidth(strip, from, to);
  return spare < 0 ? squeezeCost(strip, from, to, -spare) : 0;
}

/**
 * Cost of a line that cannot reach its measure within the limits, and stays short.
 */
export function needCost(strip: Strip, from: number, to: number, measure: Px): number {
  const spare = measure - naturalWidth(strip, from, to);
  if (spare <= 0) return IMPOSSIBLE;
  const last = to - 1;
  const words = (strip.growWords[last] ?? 0) - (strip.growWords[from] ?? 0);
  const mixed = (strip.growMixed[last] ?? 0) - (strip.growMixed[from] ?? 0);
  const slots = (strip.slots[last] ?? 0) - (strip.slots[from] ?? 0);
  if (strip.latin)
    return COSTS.raggedLatin + COSTS.lacksLatin * ((spare - slots * SHORT_WORDS * strip.size) / measure) ** 2;
  const lacks = (spare - words - mixed) / strip.size - slots * STRETCH_LIMIT;
  return COSTS.ragged + COSTS.lacks * lacks * lacks;
}

function stretchCost(strip: Strip, from: number, to: number, spare: Px): number {
  const last = to - 1;
  const words = (strip.growWords[last] ?? 0) - (strip.growWords[from] ?? 0);
  const mixed = (strip.growMixed[last] ?? 0) - (strip.growMixed[from] ?? 0);
  const slots = (strip.slots[last] ?? 0) - (strip.slots[from] ?? 0);
  if (strip.latin) return latinStretch({ spare, words: slots, letters: to - from + slots, size: strip.size }, words);
  let rest = spare;
  let cost = 0;
  if (words > 0) {
    const used = Math.min(rest, words);
    cost += COSTS.growWords * (used / words) ** 2;
    rest -= used;
  }
  if (mixed > 0) {
    const used = Math.min(rest, mixed);
    cost += COSTS.growMixed * (used / mixed) ** 2;
    rest -= used;
  }
  if (rest <= SLACK) return cost;
  const share = rest / (slots * STRETCH_LIMIT * strip.size);
  return share > 1 + SLACK ? IMPOSSIBLE : cost + COSTS.stretch * share * share;
}

/** By the cube of what a word space opens by, as a share of its usual growth. */
function latinStretch(line: LetterLine, grows: Px): number {
  if (line.spare <= SLACK) return 0;
  const reach = reachOf(line);
  if (reach > 1 + SLACK) return IMPOSSIBLE;
  const usual = line.words > 0 ? grows / line.words : USUAL_GROWTH * line.size;
  const opened = reach > 0 ? wordsAt(reach) * line.size : line.spare / line.words;
  return COSTS.latin * (opened / usual) ** 3;
}

function squeezeCost(strip: Strip, from: number, to: number, needed: Px): number {
  let rest = needed - SLACK;
  let cost = 0;
  const last = to - 1;
  for (let tier = 0; tier < TIERS && rest > 0; tier += 1) {
    const sums = strip.squeeze[tier];
    const air = (sums?.[last] ?? 0) - (sums?.[from] ?? 0);
    if (air <= 0) continue;
    const share = Math.min(1, rest / air);
    cost += (strip.latin ? COSTS.latin * share : (COSTS.squeeze[tier] ?? 0)) * share * share;
    rest -= air;
  }
  if (rest <= SLACK) return cost;
  const closing = closingOf(strip, from, to);
  return rest > closing ? IMPOSSIBLE : cost + COSTS.closeLetters * (rest / closing) ** 2;
}
