/**
 * The transformed `glyf` table of WOFF2 (section 5.1): the parts of all glyphs sorted into streams of like values,
 * coordinates as differences in one to four bytes. What a renderer can compute again is left out.
 */
import { ByteWriter } from './writer.ts';

/** Bits of a point's flags in TrueType. */
const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;

/** Bits of a component's flags in TrueType. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;
const INSTRUCTIONS = 0x0100;

/** Bytes of the table's own header. */
const GLYPH_HEADER = 10;

class Streams {
  readonly contours = new ByteWriter();
  readonly points = new ByteWriter();
  readonly flags = new ByteWriter();
  readonly glyphs = new ByteWriter();
  readonly composites = new ByteWriter();
  readonly boxes = new ByteWriter();
  readonly instructions = new ByteWriter();
}

/** The transformed table of a font whose `loca` is in long or short form. */
export function transformGlyphs(glyf: Uint8Array, loca: Uint8Array, long: boolean): Uint8Array {
  const offsets = readOffsets(loca, long);
  const count = offsets.length - 1;
  const streams = new Streams();
  const boxed = new Uint8Array(4 * Math.ceil(count / 32));
  for (let glyph = 0; glyph < count; glyph++) {
    const data = glyf.subarray(offsets[glyph], offsets[glyph + 1]);
    if (writeGlyph(data, streams)) boxed[glyph >> 3] = (boxed[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  }
  const parts = [
    streams.contours.done(),
    streams.points.done(),
    streams.flags.done(),
    streams.glyphs.done(),
    streams.composites.done(),
    Buffer.concat([boxed, streams.boxes.done()]),
    streams.instructions.done(),
  ];
  const table = new ByteWriter();
  table.u16(0);
  table.u16(0);
  table.u16(count);
  table.u16(long ? 1 : 0);
  for (const part of parts) table.u32(part.length);
  for (const part of parts) table.bytes(part);
  return table.done();
}

function readOffsets(loca: Uint8Array, long: boolean): readonly number[] {
  const view = new DataView(loca.buffer, loca.byteOffset, loca.byteLength);
  return Array.from({ length: loca.length / (long ? 4 : 2) }, (_, index) =>
    long ? view.getUint32(4 * index) : 2 * view.getUint16(2 * index),
  );
}

/** Writes one glyph into the streams; tells whether its bounding box had to be written too. */
function writeGlyph(data: Uint8Array, streams: Streams): boolean {
  if (data.length === 0) {
    streams.contours.u16(0);
    return false;
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const contours = view.getInt16(0);
  streams.contours.u16(contours);
  if (contours >= 0) return writeSimple(data, view, streams);
  writeComposite(data, view, streams);
  streams.boxes.bytes(data.subarray(2, GLYPH_HEADER));
  return true;
}

function writeSimple(data: Uint8Array, view: DataView, streams: Streams): boolean {
  const contours = view.getInt16(0);
  let at = GLYPH_HEADER;
  let last = -1;
  for (let contour = 0; contour < contours; contour++, at += 2) {
    const end = view.getUint16(at);
    streams.points.short(end - last);
    last = end;
  }
  const instructions = view.getUint16(at);
  const code = data.subarray(at + 2, at + 2 + instructions);
  const box = writePoints(data, { from: at + 2 + instructions, count: last + 1 }, streams);
  streams.glyphs.short(instructions);
  streams.instructions.bytes(code);
  const same = box.every((value, side) => value === view.getInt16(2 + 2 * side));
  if (!same) streams.boxes.bytes(data.subarray(2, GLYPH_HEADER));
  return !same;
}

/** Writes the points of a simple glyph as differences; answers the box that they span. */
function writePoints(
  data: Uint8Array,
  { from, count }: { readonly from: number; readonly count: number },
  streams: Streams,
): readonly [number, number, number, number] {
  const flags: number[] = [];
  let at = from;
  const byte = (): number => data[at++] ?? 0;
  while (flags.length < count) {
    const flag = byte();
    const times = flag & REPEAT ? 1 + byte() : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const differences = (short: number, same: number): number[] =>
    flags.map((flag) => {
      if (flag & short) return flag & same ? byte() : -byte();
      if (flag & same) return 0;
      const value = (byte() << 8) | byte();
      return value >= 0x8000 ? value - 0x10000 : value;
    });
  const xs = differences(X_SHORT, X_SAME);
  const ys = differences(Y_SHORT, Y_SAME);
  let [x, y] = [0, 0];
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let point = 0; point < count; point++) {
    const [dx, dy] = [xs[point] ?? 0, ys[point] ?? 0];
    writeTriplet({ dx, dy, onCurve: ((flags[point] ?? 0) & ON_CURVE) !== 0 }, streams);
    x += dx;
    y += dy;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return count === 0 ? [0, 0, 0, 0] : [left, bottom, right, top];
}

/** One point's difference from the last one: a flag and one to four bytes (section 5.2, table of triplet encodings). */
function writeTriplet(
  { dx, dy, onCurve }: { readonly dx: number; readonly dy: number; readonly onCurve: boolean },
  { flags, glyphs }: Streams,
): void {
  const curve = onCurve ? 0 : 0x80;
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const xSign = dx < 0 ? 0 : 1;
  const ySign = dy < 0 ? 0 : 1;
  const signs = xSign + 2 * ySign;
  if (dx === 0 && y < 1280) {
    flags.u8(curve + 2 * (y >> 8) + ySign);
    glyphs.u8(y & 0xff);
  } else if (dy === 0 && x < 1280) {
    flags.u8(curve + 10 + 2 * (x >> 8) + xSign);
    glyphs.u8(x & 0xff);
  } else if (x < 65 && y < 65) {
    flags.u8(curve + 20 + 16 * ((x - 1) >> 4) + 4 * ((y - 1) >> 4) + signs);
    glyphs.u8((((x - 1) & 0x0f) << 4) | ((y - 1) & 0x0f));
  } else if (x < 769 && y < 769) {
    flags.u8(curve + 84 + 12 * ((x - 1) >> 8) + 4 * ((y - 1) >> 8) + signs);
    glyphs.u8((x - 1) & 0xff);
    glyphs.u8((y - 1) & 0xff);
  } else if (x < 4096 && y < 4096) {
    flags.u8(curve + 120 + signs);
    glyphs.u8(x >> 4);
    glyphs.u8(((x & 0x0f) << 4) | (y >> 8));
    glyphs.u8(y & 0xff);
  } else {
    flags.u8(curve + 124 + signs);
    glyphs.u16(x);
    glyphs.u16(y);
  }
}

/** Components as they are, then their instructions in the streams of their own. */
function writeComposite(data: Uint8Array, view: DataView, streams: Streams): void {
  let at = GLYPH_HEADER;
  let flags: number;
  do {
    flags = view.getUint16(at);
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    else if (flags & XY_SCALE) at += 4;
    else if (flags & TWO_BY_TWO) at += 8;
  } while (flags & MORE);
  streams.composites.bytes(data.subarray(GLYPH_HEADER, at));
  if (!(flags & INSTRUCTIONS)) return;
  const length = view.getUint16(at);
  streams.glyphs.short(length);
  streams.instructions.bytes(data.subarray(at + 2, at + 2 + length));
}
