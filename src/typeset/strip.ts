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
  isHan,
  LATIN,
  OPEN,
  PAUSE,
  STOP,
} from './classes.ts';
import { type Character, collect } from './collect.ts';
import { faceOf } from './faces.ts';
import type { Metrics } from './font/metrics.ts';
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
  readonly characters: readonly Character[];
  readonly count: number;
  readonly metrics: Metrics;
  /** Size that gaps are shares of. */
  readonly size: Px;
  readonly latin: boolean;
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
  /** Prefix count of Han characters. */
  readonly hans: Int32Array;
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
  /** Heads: gaps between Han and letters and around marks as tight as they go. */
  readonly tight?: boolean;
}

/** Measures a text. */
export function buildStrip(texts: readonly StyledText[], options: StripOptions): Strip {
  const { metrics, size, latin, kinsoku } = options;
  const characters = collect(texts, options);
  const count = characters.length;
  const advance = advances(characters, metrics);
  const classes = Uint8Array.from(characters, ({ code, style }, at) =>
    classOf(code, ((advance[at] ?? 0) * 1000) / style.size, faceOf(style.face).script === 'latin'),
  );
  const breaks = findBreaks(characters, classes, kinsoku);
  const sums = () => new Float64Array(count + 1);
  const strip = {
    characters,
    count,
    metrics,
    size,
    latin,
    classes,
    advance,
    airLeft: new Float64Array(count),
    airRight: new Float64Array(count),
    core: new Float64Array(count),
    gap: new Float64Array(count),
    blank: new Float64Array(count),
    x: sums(),
    squeeze: SQUEEZE_TIERS.map(sums),
    squeezeAll: sums(),
    growWords: sums(),
    growMixed: sums(),
    slots: new Int32Array(count + 1),
    hans: new Int32Array(count + 1),
    breaks,
    hyphen: new Float64Array(count + 1),
  };
  for (let at = 0; at < count; at += 1) setCore(strip, at);
  for (let at = 0; at < count; at += 1) setGap(strip, at, options.tight ?? false);
  for (let at = 1; at < count; at += 1)
    if (breaks.hyphen[at]) strip.hyphen[at] = hyphenWidth(characters[at - 1], metrics);
  return strip;
}

/** Advances in pixels; words of Latin faces are shaped, so that they have their kerning. */
function advances(characters: readonly Character[], metrics: Metrics): Float64Array {
  const widths = new Float64Array(characters.length);
  for (let at = 0; at < characters.length; ) {
    const character = characters[at];
    if (!character) break;
    const face = metrics[character.style.face];
    if (face?.face.script !== 'latin') {
      widths[at] = milsToPx(face?.advance(character.code) ?? 0, character.style.size);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (
      end < characters.length &&
      characters[end]?.style === character.style &&
      characters[end - 1]?.space === 'none'
    )
      end += 1;
    const word = characters.slice(at, end);
    const shaped = face.shape(word.map(({ text }) => text).join(''));
    let unit = 0;
    word.forEach(({ text }, index) => {
      let sum = 0;
      for (let part = 0; part < text.length; part += 1) sum += shaped[unit + part] ?? 0;
      unit += text.length;
      widths[at + index] = milsToPx(sum, character.style.size);
    });
    at = end;
  }
  return widths;
}

function hyphenWidth(before: Character | undefined, metrics: Metrics): Px {
  if (!before) return 0;
  return milsToPx(metrics[before.style.face]?.advance(0x2d) ?? 0, before.style.size);
}

type Draft = { -readonly [Key in keyof Strip]: Strip[Key] };

/** Splits a glyph into ink box and air. Full-width marks are half a character, interpuncts sit in the middle of one. */
function setCore(strip: Draft, at: number): void {
  const width = strip.advance[at] ?? 0;
  const cls = strip.classes[at] ?? HAN;
  const half = milsToPx(GAPS.half, strip.characters[at]?.style.size ?? strip.size);
  let left = 0;
  let right = 0;
  if (width < half * 1.7 && (cls === OPEN || hasRightAir(cls) || cls === DOT)) {
    // A face that draws this mark narrow: centred in the half that it has.
    left = right = (width - half) / 2;
  } else if (cls === OPEN) left = width - half;
  else if (hasRightAir(cls)) right = width - half;
  else if (cls === DOT) left = right = (width - half) / 2;
  else if (cls === DASH) [left, right] = dashAir(strip, at, width);
  strip.airLeft[at] = left;
  strip.airRight[at] = right;
  strip.core[at] = width - left - right;
}

/** Dashes side by side make one stroke of as many ems, its ink in the middle. */
function dashAir(strip: Draft, at: number, width: Px): [Px, Px] {
  let first = at;
  let last = at;
  while (strip.classes[first - 1] === DASH) first -= 1;
  while (strip.classes[last + 1] === DASH) last += 1;
  const count = last - first + 1;
  const em = strip.characters[at]?.style.size ?? strip.size;
  const air = (count * width - (count - 1) * overlap(strip, at) - count * em) / 2;
  return [at === first ? air : 0, at === last ? air : 0];
}

/** What the glyph — keeps free at its sides. */
function overlap(strip: Draft, at: number): Px {
  const style = strip.characters[at]?.style;
  return style ? milsToPx(faceOf(style.face).dash, style.size) : 0;
}

interface Gap {
  natural: Px;
  /** Tier and amount of each air that the gap can give up. */
  give: readonly (readonly [number, Px])[];
  words: Px;
  mixed: Px;
  slot: boolean;
  blank: Px;
}

const CLOSED: Gap = { natural: 0, give: [], words: 0, mixed: 0, slot: false, blank: 0 };

function setGap(strip: Draft, at: number, tight: boolean): void {
  const gap = at + 1 < strip.count ? gapAfter(strip, at, tight) : CLOSED;
  const next = at + 1;
  strip.gap[at] = gap.natural;
  strip.blank[at] = gap.blank;
  strip.x[next] = (strip.x[at] ?? 0) + (strip.core[at] ?? 0) + gap.natural;
  let all = 0;
  for (let tier = 0; tier < TIERS; tier += 1) {
    let sum = 0;
    for (const [of, amount] of gap.give) if (of === tier) sum += amount;
    const sums = strip.squeeze[tier];
    if (sums) sums[next] = (sums[at] ?? 0) + sum;
    all += sum;
  }
  strip.squeezeAll[next] = (strip.squeezeAll[at] ?? 0) + all;
  strip.growWords[next] = (strip.growWords[at] ?? 0) + gap.words;
  strip.growMixed[next] = (strip.growMixed[at] ?? 0) + gap.mixed;
  strip.slots[next] = (strip.slots[at] ?? 0) + (gap.slot ? 1 : 0);
  strip.hans[next] = (strip.hans[at] ?? 0) + (isHan(strip.characters[at]?.code ?? 0) ? 1 : 0);
}

function gapAfter(strip: Draft, at: number, tight: boolean): Gap {
  const before = strip.classes[at] ?? HAN;
  const after = strip.classes[at + 1] ?? HAN;
  const character = strip.characters[at];
  if (character && character.space !== 'none') {
    const gap = blankGap(strip, at, before, after, tight);
    if (gap) return gap;
  }
  if (isAlphabetic(before) && isAlphabetic(after)) return CLOSED;
  if (before === after && (before === DASH || before === DOTS))
    return { ...CLOSED, natural: before === DASH ? -overlap(strip, at) : 0 };
  if (isMixed(before, after)) return mixedGap(strip, tight);
  return markGap(strip, at, before, after, tight);
}

/** Between a Han character and a letter or figure; next to ASCII marks and Chinese marks there is none. */
const isMixed = (before: CharClass, after: CharClass): boolean =>
  (before === HAN && (after === LATIN || after === FIGURE)) ||
  (after === HAN && (before === LATIN || before === FIGURE));

function mixedGap(strip: Draft, tight: boolean): Gap {
  const { natural, least, most } = GAPS.mixed;
  const px = (mils: number) => milsToPx(mils, strip.size);
  if (tight) return { ...CLOSED, natural: px(natural / 2), slot: true };
  return {
    ...CLOSED,
    natural: px(natural),
    give: [[MIXED, px(natural - least)]],
    mixed: px(most - natural),
    slot: true,
  };
}

/** Written white space; undefined where Chinese gives none (between Han and letters, beside marks). */
function blankGap(strip: Draft, at: number, before: CharClass, after: CharClass, tight: boolean): Gap | undefined {
  const character = strip.characters[at];
  const px = (mils: number) => milsToPx(mils, strip.size);
  const drawn = milsToPx(strip.metrics[character?.style.face ?? '']?.advance(0x20) ?? 0, character?.style.size ?? 0);
  if (character?.space === 'wide') {
    const { natural, least } = GAPS.wide;
    return { ...CLOSED, natural: px(natural), give: [[WORD, px(natural - least)]], slot: true, blank: drawn };
  }
  if (isAlphabetic(before) && isAlphabetic(after)) {
    if (strip.latin) {
      const { shrink, grow } = GAPS.latinWord;
      return {
        ...CLOSED,
        natural: drawn,
        give: [[WORD, drawn * shrink]],
        words: drawn * grow,
        slot: true,
        blank: drawn,
      };
    }
    const { natural, least, most } = GAPS.word;
    if (tight) return { ...CLOSED, natural: px(least), slot: true, blank: drawn };
    return {
      ...CLOSED,
      natural: px(natural),
      give: [[WORD, px(natural - least)]],
      words: px(most - natural),
      slot: true,
      blank: drawn,
    };
  }
  if (before !== HAN || after !== HAN) return undefined;
  const { natural, least, most } = GAPS.blank;
  return {
    ...CLOSED,
    natural: px(natural),
    give: [[WORD, px(natural - least)]],
    words: px(most - natural),
    slot: true,
    blank: drawn,
  };
}

/** Around Chinese marks, and between two Han characters. */
function markGap(strip: Draft, at: number, before: CharClass, after: CharClass, tight: boolean): Gap {
  const half = milsToPx(GAPS.half, strip.size);
  const slot = true;
  const right = rightAir(strip, at, before, after);
  const left = after === OPEN && before !== OPEN && right === 0 ? half : 0;
  if (tight) return { ...CLOSED, natural: (right + left) * TIGHT, slot };
  const dot = before === DOT || after === DOT;
  if (dot) return { ...CLOSED, slot };
  if (right > 0) return { ...CLOSED, natural: right, give: [[tierOf(before), right]], slot };
  if (left > 0) return { ...CLOSED, natural: left, give: [[BRACKETS, left]], slot };
  return { ...CLOSED, slot };
}

/** Share of the air beside marks that heads keep: marks in heads are set tight. */
const TIGHT = 0.3;

/**
 * Air kept to the right of a mark. Of two marks side by side one loses its air, so that they take an em and a half
 * (CLREQ 6.3.1); ！！ takes one em, ！！！ two.
 */
function rightAir(strip: Draft, at: number, before: CharClass, after: CharClass): Px {
  if (!hasRightAir(before) || hasRightAir(after) || after === DOT) return 0;
  if (before === STOP && isShout(strip, at) && isShout(strip, at - 1) && !isShout(strip, at - 2)) return 0;
  return milsToPx(GAPS.half, strip.size);
}

const isShout = (strip: Draft, at: number): boolean => '！？'.includes(strip.characters[at]?.text ?? ' ');

function tierOf(cls: CharClass): number {
  if (cls === STOP) return STOPS;
  return cls === PAUSE ? PAUSES : BRACKETS;
}

/** Style of a character; every character has one. */
export const styleAt = (strip: Strip, at: number): CharStyle => {
  const character = strip.characters[at];
  if (!character) throw new RangeError(`bug: no character ${at} in a paragraph of ${strip.count}`);
  return character.style;
};
