/**
 * Second step: the characters of a paragraph as one endless line of numbers, ready to be cut at any measure. All
 * widths are CSS pixels; every sum that the search needs is a difference of two prefix sums.
 *
 * A character is an ink box, `core`, with air beside it: the left half of （ and the right half of ， are air and belong
 * to the gap, so that a line's first and last air simply fall away (GB/T 15834-2011 5.1.10: a mark at a line end
 * takes half a character).
 */
import type { Px } from '../units.ts';
import { type Breaks, findBreaks, type Kinsoku } from './breaks.ts';
import {
  type CharClass,
  classOf,
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
import { type Characters, collect, NO_SPACE, WIDE_SPACE } from './collect.ts';
import { faceOf } from './faces.ts';
import type { FaceMetrics, Metrics } from './font/metrics.ts';
import { type CharStyle, milsToPx, type StyledText } from './style.ts';

/** Squeeze tiers in the order in which CLREQ gives air up; the line-end mark, its first, is always halved. */
export const SQUEEZE_TIERS = ['word space', 'interpunct', 'brackets', 'pauses', 'Han–Latin gap', 'stops'] as const;
export const TIERS = SQUEEZE_TIERS.length;
const WORD = 0;
const BRACKETS = 2;
const PAUSES = 3;
const MIXED = 4;
const STOPS = 5;

/** Widths of gaps in thousandths of an em. */
export const GAPS = {
  /** Half of a full-width mark. */
  half: 500,
  /** Between Han and letters or figures: CLREQ allows up to 1/4 em, the house takes 1/8. */
  mixed: { natural: 125, least: 0, most: 250 },
  /** Between words of letters in Chinese text: CLREQ 1/4 to 1/2. */
  word: { natural: 333, least: 250, most: 500 },
  /** A blank that the writer put between Han characters. */
  blank: { natural: 500, least: 250, most: 1000 },
  /** A full-width blank. */
  wide: { natural: 1000, least: 500, most: 1000 },
  /** Share by which a Latin word space may shrink and grow (Knuth and Plass 1981 for Computer Modern: 1/3 and 1/2). */
  latinWord: { shrink: 0.3, grow: 0.5 },
} as const;

/** A paragraph, measured. */
export interface Strip {
  readonly characters: Characters;
  readonly count: number;
  readonly metrics: Metrics;
  /** Size that gaps are shares of. */
  readonly size: Px;
  readonly latin: boolean;
  /** Heads: gaps around marks, and between Han and letters, are kept small. */
  readonly tight: boolean;
  readonly classes: Uint8Array;
  readonly advance: Float64Array;
  /** Air inside the glyph's advance, left and right of `core`; negative where the core is wider than the advance. */
  readonly airLeft: Float64Array;
  readonly airRight: Float64Array;
  readonly core: Float64Array;
  /** From the core of a character to that of the next. */
  readonly gap: Float64Array;
  /** Advance of the blank drawn after a character; 0 where none is drawn. */
  readonly blank: Float64Array;
  /** Left edge of each core on the endless line. */
  readonly x: Float64Array;
  /** Prefix sums over gaps: air that each tier can give up, one array a tier. */
  readonly squeeze: readonly Float64Array[];
  readonly squeezeAll: Float64Array;
  /** Prefix sums: growth of word spaces, of Han–Latin gaps. */
  readonly growWords: Float64Array;
  readonly growMixed: Float64Array;
  /** Prefix count of gaps that open when all do: between any two characters that are no unit. */
  readonly slots: Int32Array;
  readonly breaks: Breaks;
  /** Width of a hyphen at each break that adds one. */
  readonly hyphen: Float64Array;
}

export interface StripOptions {
  readonly metrics: Metrics;
  readonly size: Px;
  readonly latin: boolean;
  readonly kinsoku: Kinsoku;
  readonly missing: (character: string) => void;
  readonly tight?: boolean;
}

/** Measures a text. */
export function buildStrip(texts: readonly StyledText[], options: StripOptions): Strip {
  const { metrics, size, latin, kinsoku, tight = false } = options;
  const characters = collect(texts, options);
  const { count } = characters;
  const column = columns(count + 1);
  const advance = advances(characters, metrics, column());
  const classes = classify(characters, advance, metrics);
  const strip: Strip = {
    characters,
    count,
    metrics,
    size,
    latin,
    tight,
    classes,
    advance,
    airLeft: column(),
    airRight: column(),
    core: column(),
    gap: column(),
    blank: column(),
    x: column(),
    squeeze: SQUEEZE_TIERS.map(column),
    squeezeAll: column(),
    growWords: column(),
    growMixed: column(),
    slots: new Int32Array(count + 1),
    breaks: findBreaks(characters, classes, kinsoku),
    hyphen: column(),
  };
  for (let at = 0; at < count; at += 1) setCore(strip, at);
  for (let at = 0; at < count; at += 1) setGap(strip, at);
  for (let at = 1; at < count; at += 1) if (strip.breaks.hyphen[at]) strip.hyphen[at] = hyphenWidth(strip, at - 1);
  return strip;
}

/** Columns of a strip: advance, airs, core, gap, blank, x, hyphen, the tiers and three more sums. */
const COLUMNS = 11 + TIERS;

/** Hands out columns of one stretch of memory. */
function columns(length: number): () => Float64Array {
  const room = new Float64Array(COLUMNS * length);
  let used = 0;
  return () => room.subarray(used * length, ++used * length);
}

/** Advances in pixels; words of Latin faces are shaped, so that they have their kerning. */
function advances(characters: Characters, metrics: Metrics, widths: Float64Array): Float64Array {
  const { count, code, style } = characters;
  let known: CharStyle | undefined;
  let face: FaceMetrics | undefined;
  for (let at = 0; at < count; at += 1) {
    const here = style[at];
    if (!here) break;
    if (here !== known) {
      known = here;
      face = metrics[here.face];
    }
    if (face?.face.script === 'latin') at = shapeWord(characters, face, at, widths) - 1;
    else widths[at] = milsToPx(face?.advance(code[at] ?? 0) ?? 0, here.size);
  }
  return widths;
}

/** Advances of one word of a Latin face; where the next one begins. */
function shapeWord(
  { count, text, style, space }: Characters,
  face: FaceMetrics,
  at: number,
  widths: Float64Array,
): number {
  let end = at + 1;
  while (end < count && style[end] === style[at] && space[end - 1] === NO_SPACE) end += 1;
  const shaped = face.shape(text.slice(at, end).join(''));
  let unit = 0;
  for (let index = at; index < end; index += 1) {
    let sum = 0;
    for (let last = unit + (text[index]?.length ?? 0); unit < last; unit += 1) sum += shaped[unit] ?? 0;
    widths[index] = milsToPx(sum, style[at]?.size ?? 0);
  }
  return end;
}

function classify({ count, code, style }: Characters, advance: Float64Array, metrics: Metrics): Uint8Array {
  const classes = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const here = style[at];
    if (!here) break;
    const mils = ((advance[at] ?? 0) * 1000) / here.size;
    classes[at] = classOf(code[at] ?? 0, mils, metrics[here.face]?.face.script === 'latin');
  }
  return classes;
}

/** Style of a character; every character has one. */
export function styleAt({ characters }: Strip, at: number): CharStyle {
  const style = characters.style[at];
  if (!style) throw new RangeError(`bug: no character ${at} in a paragraph of ${characters.count}`);
  return style;
}

function hyphenWidth(strip: Strip, at: number): Px {
  const { face, size } = styleAt(strip, at);
  return milsToPx(strip.metrics[face]?.advance(0x2d) ?? 0, size);
}

/** Splits a glyph into ink box and air. Full-width marks are half a character, interpuncts sit in the middle of one. */
function setCore(strip: Strip, at: number): void {
  const width = strip.advance[at] ?? 0;
  const cls = strip.classes[at] ?? HAN;
  strip.core[at] = width;
  if (cls === HAN || cls >= LATIN) return;
  const half = milsToPx(GAPS.half, styleAt(strip, at).size);
  let left = 0;
  let right = 0;
  if (cls === DASH) [left, right] = dashAir(strip, at, width);
  // A face that draws a mark narrow: centred in the half that it has.
  else if (cls === DOT || (width < half * NARROW && (cls === OPEN || hasRightAir(cls))))
    left = right = (width - half) / 2;
  else if (cls === OPEN) left = width - half;
  else if (hasRightAir(cls)) right = width - half;
  strip.airLeft[at] = left;
  strip.airRight[at] = right;
  strip.core[at] = width - left - right;
}

/** Marks narrower than this many halves of an em are proportional. */
const NARROW = 1.7;

/** Dashes side by side make one stroke of as many ems, its ink in the middle. */
function dashAir(strip: Strip, at: number, width: Px): [Px, Px] {
  let first = at;
  let last = at;
  while (strip.classes[first - 1] === DASH) first -= 1;
  while (strip.classes[last + 1] === DASH) last += 1;
  const count = last - first + 1;
  const air = (count * width - (count - 1) * overlap(strip, at) - count * styleAt(strip, at).size) / 2;
  return [at === first ? air : 0, at === last ? air : 0];
}

/** What the glyph — keeps free at its sides. */
function overlap(strip: Strip, at: number): Px {
  const { face, size } = styleAt(strip, at);
  return milsToPx(faceOf(face).dash, size);
}

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

function setGap(strip: Strip, at: number): void {
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
