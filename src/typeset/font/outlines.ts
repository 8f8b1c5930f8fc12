/**
 * The outlines of a WOFF2 font in TrueType's own form: section 5.1 of the Recommendation backwards. The streams of all glyphs'
 * like values are dealt out to the glyphs again, and flags that follow each other are counted as the reference decoder does.
 */
import assert from 'node:assert/strict';
import { viewOf } from './sfnt.ts';

/** Bits of a point's flags in TrueType. */
const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;
const OVERLAPS = 0x40;
const MOST_REPEATS = 255;

/** Bits of a component's flags in TrueType. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;
const INSTRUCTIONS = 0x0100;

/** Number of contours of a glyph that is composed of others. */
const COMPOSITE = 0xffff;
/** Contours and bounding box, before a glyph's own data. */
const GLYPH_HEADER = 10;
const TABLE_HEADER = 36;

/** A stream of the transformed table, and how far it is read. */
class Stream {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  u8(): number {
    const byte = this.bytes[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  u16(): number {
    return (this.u8() << 8) | this.u8();
  }

  /** 255UInt16: small numbers in one byte. */
  short(): number {
    const code = this.u8();
    if (code === 253) return this.u16();
    if (code === 255) return this.u8() + 253;
    return code === 254 ? this.u8() + 506 : code;
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

interface Streams {
  readonly contours: Stream;
  readonly points: Stream;
  readonly flags: Stream;
  readonly glyphs: Stream;
  readonly composites: Stream;
  readonly boxes: Stream;
  readonly instructions: Stream;
  /** A bit for each glyph whose box is written down. */
  readonly boxed: Uint8Array;
  /** A bit for each glyph whose contours overlap. */
  readonly overlapping: Uint8Array;
}

/** The tables `glyf` and `loca`. */
export function restoreOutlines(transformed: Uint8Array): ReadonlyMap<'glyf' | 'loca', Uint8Array> {
  const view = viewOf(transformed);
  const count = view.getUint16(4);
  const isLong = view.getUint16(6) === 1;
  const streams = streamsOf(transformed, count);
  const outlines = Array.from({ length: count }, (_, glyph) => restore(glyph, streams));
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + padded(length), 0));
  const loca = new Uint8Array((count + 1) * (isLong ? 4 : 2));
  const places = viewOf(loca);
  let end = 0;
  outlines.forEach((outline, glyph) => {
    glyf.set(outline, end);
    end += padded(outline.length);
    if (isLong) places.setUint32((glyph + 1) * 4, end);
    else places.setUint16((glyph + 1) * 2, end / 2);
  });
  return new Map([
    ['glyf', glyf],
    ['loca', loca],
  ]);
}

const padded = (length: number): number => (length + 3) & ~3;

function streamsOf(transformed: Uint8Array, count: number): Streams {
  const view = viewOf(transformed);
  let start = TABLE_HEADER;
  const lengths = Array.from({ length: 7 }, (_, index) => view.getUint32(8 + 4 * index));
  const [contours, points, flags, glyphs, composites, boxes, instructions] = lengths.map((length) => {
    start += length;
    return new Stream(transformed.subarray(start - length, start));
  });
  assert(contours && points && flags && glyphs && composites && boxes && instructions, 'bug: there are seven streams');
  const boxed = boxes.take(4 * Math.ceil(count / 32));
  const overlapping = (view.getUint16(2) & 1) === 1 ? transformed.subarray(start) : new Uint8Array();
  return { contours, points, flags, glyphs, composites, boxes, instructions, boxed, overlapping };
}

const isSet = (bits: Uint8Array, glyph: number): boolean => ((bits[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;

/** One glyph's bytes; none of one that draws nothing. */
function restore(glyph: number, streams: Streams): Uint8Array {
  const contours = streams.contours.u16();
  const box = isSet(streams.boxed, glyph) ? streams.boxes.take(8) : undefined;
  if (contours === 0) return new Uint8Array();
  if (contours === COMPOSITE) return composite(box, streams);
  return simple(contours, { box, overlaps: isSet(streams.overlapping, glyph) }, streams);
}

function composite(box: Uint8Array | undefined, { composites, glyphs, instructions }: Streams): Uint8Array {
  assert(box, 'bug: a composite glyph comes with its box');
  const start = composites.at;
  let flags = MORE;
  let hasInstructions = false;
  while (flags & MORE) {
    flags = composites.u16();
    hasInstructions ||= (flags & INSTRUCTIONS) !== 0;
    composites.take(
      2 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0),
    );
  }
  const components = composites.bytes.subarray(start, composites.at);
  const hints = hasInstructions ? instructions.take(glyphs.short()) : undefined;
  const outline = new Uint8Array(GLYPH_HEADER + components.length + (hints === undefined ? 0 : 2 + hints.length));
  viewOf(outline).setUint16(0, COMPOSITE);
  outline.set(box, 2);
  outline.set(components, GLYPH_HEADER);
  if (hints !== undefined) {
    viewOf(outline).setUint16(GLYPH_HEADER + components.length, hints.length);
    outline.set(hints, GLYPH_HEADER + components.length + 2);
  }
  return outline;
}

/** Points by their differences. */
interface Points {
  readonly count: number;
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** TrueType's flags: on the curve or not, and how the differences are written. */
  readonly flags: Uint8Array;
}

function simple(
  contours: number,
  { box, overlaps }: { readonly box: Uint8Array | undefined; readonly overlaps: boolean },
  { points: numbers, flags, glyphs, instructions }: Streams,
): Uint8Array {
  const ends = new Uint8Array(2 * contours);
  let count = 0;
  for (let contour = 0; contour < contours; contour += 1) {
    count += numbers.short();
    ends[2 * contour] = (count - 1) >> 8;
    ends[2 * contour + 1] = (count - 1) & 0xff;
  }
  const points = readPoints(count, flags, glyphs);
  if (overlaps) points.flags[0] = (points.flags[0] ?? 0) | OVERLAPS;
  const hints = instructions.take(glyphs.short());
  const head = GLYPH_HEADER + ends.length + 2 + hints.length;
  // No point takes more than a flag, its count and two words.
  const outline = new Uint8Array(head + 6 * count);
  const view = viewOf(outline);
  view.setUint16(0, contours);
  outline.set(box ?? boxOf(points), 2);
  outline.set(ends, GLYPH_HEADER);
  view.setUint16(GLYPH_HEADER + ends.length, hints.length);
  outline.set(hints, head - hints.length);
  return outline.subarray(0, writePoints(points, outline, head));
}

/** Differences in one to four bytes, the flag says which (section 5.2). */
function readPoints(count: number, flags: Stream, glyphs: Stream): Points {
  const points = { count, x: new Int32Array(count), y: new Int32Array(count), flags: new Uint8Array(count) };
  const data = glyphs.bytes;
  let at = glyphs.at;
  for (let point = 0; point < count; point += 1) {
    const flag = flags.u8();
    const form = flag & 0x7f;
    const one = data[at] ?? 0;
    const two = data[at + 1] ?? 0;
    const three = data[at + 2] ?? 0;
    let dx = 0;
    let dy = 0;
    if (form < 10) {
      dy = ((form & 14) << 7) + one;
      at += 1;
    } else if (form < 20) {
      dx = (((form - 10) & 14) << 7) + one;
      at += 1;
    } else if (form < 84) {
      dx = 1 + ((form - 20) & 0x30) + (one >> 4);
      dy = 1 + (((form - 20) & 0x0c) << 2) + (one & 15);
      at += 1;
    } else if (form < 120) {
      dx = 1 + (Math.floor((form - 84) / 12) << 8) + one;
      dy = 1 + ((((form - 84) % 12) >> 2) << 8) + two;
      at += 2;
    } else if (form < 124) {
      dx = (one << 4) + (two >> 4);
      dy = ((two & 15) << 8) + three;
      at += 3;
    } else {
      dx = (one << 8) + two;
      dy = (three << 8) + (data[at + 3] ?? 0);
      at += 4;
    }
    const isAcross = (form & 1) === 1;
    const isUp = form < 10 ? isAcross : ((form >> 1) & 1) === 1;
    points.x[point] = isAcross ? dx : -dx;
    points.y[point] = isUp ? dy : -dy;
    points.flags[point] =
      (flag < 0x80 ? ON_CURVE : 0) |
      (dx === 0 ? X_SAME : dx < 256 ? (isAcross ? X_SHORT | X_SAME : X_SHORT) : 0) |
      (dy === 0 ? Y_SAME : dy < 256 ? (isUp ? Y_SHORT | Y_SAME : Y_SHORT) : 0);
  }
  glyphs.at = at;
  return points;
}

/** The smallest box around all points. */
function boxOf({ count, x, y }: Points): Uint8Array {
  const box = new Uint8Array(8);
  const view = viewOf(box);
  const edges = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  let [left = 0, bottom = 0, right = 0, top = 0] = count > 0 ? edges : [];
  let [atX, atY] = [0, 0];
  for (let point = 0; point < count; point += 1) {
    atX += x[point] ?? 0;
    atY += y[point] ?? 0;
    left = Math.min(left, atX);
    bottom = Math.min(bottom, atY);
    right = Math.max(right, atX);
    top = Math.max(top, atY);
  }
  for (const [index, edge] of [left, bottom, right, top].entries()) view.setInt16(2 * index, edge);
  return box;
}

/** Writes flags, equal ones counted, then the differences across and up; answers where they end. */
function writePoints({ count, x, y, flags }: Points, outline: Uint8Array, start: number): number {
  let at = start;
  let repeats = 0;
  for (let point = 0; point < count; point += 1) {
    const flag = flags[point] ?? 0;
    if (point > 0 && flag === flags[point - 1] && repeats < MOST_REPEATS) {
      if (repeats === 0) outline[at - 1] = flag | REPEAT;
      repeats += 1;
      continue;
    }
    if (repeats > 0) outline[at++] = repeats;
    outline[at++] = flag;
    repeats = 0;
  }
  if (repeats > 0) outline[at++] = repeats;
  at = writeDifferences(x, flags, { outline, at, short: X_SHORT, same: X_SAME });
  return writeDifferences(y, flags, { outline, at, short: Y_SHORT, same: Y_SAME });
}

interface Axis {
  readonly outline: Uint8Array;
  readonly at: number;
  readonly short: number;
  readonly same: number;
}

function writeDifferences(differences: Int32Array, flags: Uint8Array, axis: Axis): number {
  const { outline, short, same } = axis;
  let { at } = axis;
  for (let point = 0; point < differences.length; point += 1) {
    const difference = differences[point] ?? 0;
    const flag = flags[point] ?? 0;
    if (flag & short) outline[at++] = Math.abs(difference);
    else if (!(flag & same)) {
      outline[at++] = (difference >> 8) & 0xff;
      outline[at++] = difference & 0xff;
    }
  }
  return at;
}
