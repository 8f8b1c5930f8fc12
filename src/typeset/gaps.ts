/** The gaps between characters: how wide they are, what they can give up and how far they may open. */
import {
  type CharClass,
  DASH,
  DOT,
  DOTS,
  FIGURE,
  HAN,
  hasRightAir,
  isAlphabetic,
  LATIN,
  OPEN,
  PAUSE,
  POINT,
  STOP,
} from './classes.ts';
import { NO_SPACE, WIDE_SPACE } from './collect.ts';
import { GAPS, overlap, type Strip, styleAt, TIERS } from './strip.ts';
import { milsToPx } from './style.ts';

/** Indexes into SQUEEZE_TIERS. */
const WORD = 0;
const BRACKETS = 2;
const PAUSES = 3;
const MIXED = 4;
const STOPS = 5;

/** The gap that is being judged; one for all, since there are so many. */
const gap = {
  natural: 0,
  /** Tier that gives air up, and how much. */
  tier: 0,
  give: 0,
  words: 0,
  mixed: 0,
  slot: true,
  blank: 0,
};

/** Judges the gap after a character and adds it to the sums. */
export function setGap(strip: Strip, at: number): void {
  gap.natural = gap.tier = gap.give = gap.words = gap.mixed = gap.blank = 0;
  gap.slot = at + 1 < strip.count;
  if (gap.slot) judgeGap(strip, at);
  const next = at + 1;
  strip.gap[at] = gap.natural;
  strip.blank[at] = gap.blank;
  strip.x[next] = (strip.x[at] ?? 0) + (strip.core[at] ?? 0) + gap.natural;
  for (let tier = 0; tier < TIERS; tier += 1) {
    const sums = strip.squeeze[tier];
    if (sums) sums[next] = (sums[at] ?? 0) + (tier === gap.tier ? gap.give : 0);
  }
  strip.squeezeAll[next] = (strip.squeezeAll[at] ?? 0) + gap.give;
  strip.growWords[next] = (strip.growWords[at] ?? 0) + gap.words;
  strip.growMixed[next] = (strip.growMixed[at] ?? 0) + gap.mixed;
  strip.slots[next] = (strip.slots[at] ?? 0) + (gap.slot ? 1 : 0);
}

function judgeGap(strip: Strip, at: number): void {
  const before = strip.classes[at] ?? HAN;
  const after = strip.classes[at + 1] ?? HAN;
  const space = strip.characters.space[at];
  if (before === HAN && after === HAN && space === NO_SPACE) return;
  if (space !== NO_SPACE && blankGap(strip, at, before, after)) return;
  if (isAlphabetic(before) && isAlphabetic(after)) gap.slot = false;
  else if (before === after && (before === DASH || before === DOTS)) {
    gap.slot = false;
    gap.natural = before === DASH ? -overlap(strip, at) : 0;
  } else if (isMixed(before, after)) mixedGap(strip);
  else markGap(strip, at, before, after);
}

/** Between a Han character and a letter or figure; next to ASCII marks and Chinese marks there is none. */
const isMixed = (before: CharClass, after: CharClass): boolean =>
  (before === HAN && (after === LATIN || after === FIGURE)) ||
  (after === HAN && (before === LATIN || before === FIGURE));

function mixedGap(strip: Strip): void {
  const { natural, least, most } = GAPS.mixed;
  gap.natural = milsToPx(strip.tight ? natural / 2 : natural, strip.size);
  if (strip.tight) return;
  gap.tier = MIXED;
  gap.give = milsToPx(natural - least, strip.size);
  gap.mixed = milsToPx(most - natural, strip.size);
}

/** Written white space; false where Chinese gives none (between Han and letters, beside marks). */
function blankGap(strip: Strip, at: number, before: CharClass, after: CharClass): boolean {
  const { face, size } = styleAt(strip, at);
  const drawn = milsToPx(strip.metrics[face]?.advance(0x20) ?? 0, size);
  const isWords = isAlphabetic(before) && isAlphabetic(after);
  const isWide = strip.characters.space[at] === WIDE_SPACE;
  if (!isWide && !isWords && !(before === HAN && after === HAN)) return blankAtPoint(strip, before, after);
  gap.blank = drawn;
  gap.tier = WORD;
  if (isWords && strip.latin) {
    gap.natural = drawn;
    gap.give = drawn * GAPS.latinWord.shrink;
    gap.words = drawn * GAPS.latinWord.grow;
    return true;
  }
  const { natural, least, most } = isWide ? GAPS.wide : isWords ? GAPS.word : GAPS.blank;
  gap.natural = milsToPx(strip.tight ? least : natural, strip.size);
  if (strip.tight) return true;
  gap.give = milsToPx(natural - least, strip.size);
  gap.words = milsToPx(most - natural, strip.size);
  return true;
}

/** A blank between a Han character and an ASCII mark is twice the gap that letters get; others vanish. */
function blankAtPoint(strip: Strip, before: CharClass, after: CharClass): boolean {
  if (!((before === HAN && after === POINT) || (before === POINT && after === HAN))) return false;
  gap.natural = milsToPx(GAPS.mixed.most, strip.size);
  gap.tier = MIXED;
  gap.give = gap.natural;
  return true;
}

/** Share of the air beside marks that heads keep. */
const TIGHT = 0.3;

/** Around Chinese marks: the air of one of them, or of none. */
function markGap(strip: Strip, at: number, before: CharClass, after: CharClass): void {
  const right = keepsRight(strip, at, before, after);
  const left = !right && after === OPEN && before !== OPEN && before !== DOT;
  if (!right && !left) return;
  gap.natural = milsToPx(GAPS.half, strip.size) * (strip.tight ? TIGHT : 1);
  if (strip.tight) return;
  gap.give = gap.natural;
  gap.tier = left ? BRACKETS : tierOf(before);
}

/**
 * Whether the air to the right of a mark is kept. Of two marks side by side one loses its air, so that they take an
 * em and a half (CLREQ 6.3.1); ！！ takes one em, ！！！ two.
 */
function keepsRight(strip: Strip, at: number, before: CharClass, after: CharClass): boolean {
  if (!hasRightAir(before) || hasRightAir(after) || after === DOT) return false;
  return !(before === STOP && isShout(strip, at) && isShout(strip, at - 1) && !isShout(strip, at - 2));
}

const isShout = (strip: Strip, at: number): boolean => '！？'.includes(strip.characters.text[at] ?? ' ');

function tierOf(cls: CharClass): number {
  if (cls === STOP) return STOPS;
  return cls === PAUSE ? PAUSES : BRACKETS;
}
