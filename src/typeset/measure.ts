/** Second step: the characters of a text get their widths, their ink boxes and the gaps between them: a strip. */
import type { Mils, Px } from '../units.ts';
import { findBreaks, type Kinsoku } from './breaks.ts';
import { classOf, DASH, DOT, HAN, hasRightAir, LATIN, OPEN } from './classes.ts';
import { type Characters, collect, NO_SPACE } from './collect.ts';
import { faceOf } from './faces.ts';
import type { FaceMetrics, Metrics } from './font/metrics.ts';
import { setGap } from './gaps.ts';
import { WORD } from './hyphenate.ts';
import { GAPS, overlap, SQUEEZE_TIERS, type Strip, styleAt, TIERS } from './strip.ts';
import { type CharStyle, milsToPx, type StyledText } from './style.ts';

/** How a text is measured. */
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
  const ligatures: Ligatures = new Map();
  const advance = advances(characters, metrics, column(), ligatures);
  const classes = classify(characters, advance, metrics);
  const strip: Strip = {
    characters,
    count,
    metrics,
    size,
    latin,
    letters: latin && !tight && characters.style.slice(0, count).every(({ face }) => faceOf(face).script === 'latin'),
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
  for (let at = 1; at < count; at += 1)
    if (strip.breaks.hyphen[at]) strip.hyphen[at] = hyphenWidth(strip, at - 1, ligatures);
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

/** First letter of the ligature that a letter belongs to, by its place; few letters do. */
type Ligatures = Map<number, number>;

/** Advances in pixels; words of Latin faces are shaped, so that they have their kerning. */
function advances(characters: Characters, metrics: Metrics, widths: Float64Array, ligatures: Ligatures): Float64Array {
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
    if (face?.face.script === 'latin') at = shapeWord(characters, face, at, { widths, ligatures }) - 1;
    else widths[at] = milsToPx(face?.advance(code[at] ?? 0) ?? 0, here.size);
  }
  return widths;
}

/** Advances of one word of a Latin face; where the next one begins. */
function shapeWord(
  { count, text, style, space }: Characters,
  face: FaceMetrics,
  at: number,
  { widths, ligatures }: { readonly widths: Float64Array; readonly ligatures: Ligatures },
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
  const drawn = (from: number, to: number): Px =>
    milsToPx(drawnMils(face, text.slice(from, to).join('')), style[at]?.size ?? 0);
  for (let index = end - 1; index > at; index -= 1)
    if (widths[index] === 0 && WORD.letter.test(text[index] ?? '')) {
      const first = shareLigature(index, widths, drawn);
      for (let inside = first; inside <= index; inside += 1) ligatures.set(inside, first);
      index = first;
    }
  return end;
}

/**
 * A ligature’s width, shaped onto its first letter, shared among its letters as a line would draw them that begins inside it
 * (ef-ficient): such a line would else be taken for narrower than it is. `last` is its last letter; gives its first.
 */
function shareLigature(last: number, widths: Float64Array, drawn: (from: number, to: number) => Px): number {
  let first = last;
  while (first > 0 && widths[first] === 0) first -= 1;
  let behind = 0;
  for (let at = last; at > first; at -= 1) {
    const tail = drawn(at, last + 1);
    widths[at] = tail - behind;
    behind = tail;
  }
  widths[first] = (widths[first] ?? 0) - behind;
  return first;
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

/**
 * What a line that ends with this letter and a hyphen is wider by: the hyphen is kerned with the letter, and the letter neither with the
 * next one nor tied to it. Of letters behind a ligature's first what stands before them is drawn otherwise too.
 */
function hyphenWidth({ characters, metrics, advance }: Strip, at: number, ligatures: Ligatures): Px {
  const first = ligatures.get(at) ?? at;
  const { face, size } = characters.style[at] as CharStyle;
  const letters = characters.text.slice(first, at + 1).join('');
  const known = hyphened(metrics[face] as FaceMetrics);
  const mils = known.get(letters) ?? drawnMils(metrics[face] as FaceMetrics, `${letters}-`);
  known.set(letters, mils);
  return milsToPx(mils, size) - advance.subarray(first, at + 1).reduce((sum, one) => sum + one, 0);
}

/** Widths of letters with their hyphen, by face: there are few. */
const widthsWithHyphen = new WeakMap<FaceMetrics, Map<string, Mils>>();

function hyphened(face: FaceMetrics): Map<string, Mils> {
  const known = widthsWithHyphen.get(face) ?? new Map<string, Mils>();
  widthsWithHyphen.set(face, known);
  return known;
}

const drawnMils = (face: FaceMetrics, text: string): Mils => face.shape(text).reduce((sum, one) => sum + one, 0);

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
