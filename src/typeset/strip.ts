/**
 * The characters of a paragraph as one endless line of numbers, ready to be cut at any measure. All
 * widths are CSS pixels; every sum that the search needs is a difference of two prefix sums.
 *
 * A character is an ink box, `core`, with air beside it: the left half of （ and the right half of ， are air and belong
 * to the gap, so that a line's first and last air simply fall away (GB/T 15834-2011 5.1.10: a mark at a line end
 * takes half a character).
 */
import type { Px } from '../units.ts';
import type { Breaks } from './breaks.ts';
import type { Characters } from './collect.ts';
import { faceOf } from './faces.ts';
import type { Metrics } from './font/metrics.ts';
import { type CharStyle, milsToPx } from './style.ts';

/** Squeeze tiers in the order in which CLREQ gives air up; the line-end mark, its first, is always halved. */
export const SQUEEZE_TIERS = ['word space', 'interpunct', 'brackets', 'pauses', 'Han–Latin gap', 'stops'] as const;
/** How many tiers there are. */
export const TIERS = SQUEEZE_TIERS.length;

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
  latinWord: { shrink: 0.25, grow: 0.5 },
} as const;

/** A paragraph, measured. */
export interface Strip {
  readonly characters: Characters;
  readonly count: number;
  readonly metrics: Metrics;
  /** Size that gaps are shares of. */
  readonly size: Px;
  readonly latin: boolean;
  /** Nothing but letters of alphabetic faces: their spacing may open and close. */
  readonly letters: boolean;
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

/** Style of a character; every character has one. */
export function styleAt({ characters }: Strip, at: number): CharStyle {
  const style = characters.style[at];
  if (!style) throw new RangeError(`bug: no character ${at} in a paragraph of ${characters.count}`);
  return style;
}

/** What the glyph — keeps free at its sides. */
export function overlap(strip: Strip, at: number): Px {
  const { face, size } = styleAt(strip, at);
  return milsToPx(faceOf(face).dash, size);
}

/** First character at or behind an offset into the source; −1 when there is none. */
export function firstAt({ characters }: Strip, offset: number): number {
  return characters.offset.subarray(0, characters.count).findIndex((at) => at >= offset);
}
