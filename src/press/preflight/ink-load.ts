/** How much ink the pixels of a page's pictures lay down, measured on what the file really holds. */
import { PDFArray, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { type Plates, platesOf } from './kinds.ts';
import type { Drawing, PictureMark } from './marks.ts';
import { asBytes, asName, asNumbers, bytesOf, dig, filtersOf, members } from './objects.ts';

/** How much ink a picture takes. */
export interface InkLoad {
  /** Greatest sum of the inks in one pixel, percent. */
  readonly peak: number;
  /** Greatest mean over a square of 15 mm² of the placed picture, percent. */
  readonly mean: number;
  /** Some pixel has cyan, magenta or yellow. */
  readonly coloured: boolean;
}

/** Side of a square of 15 mm² (GWG 2015, total area coverage), in inches. */
const SQUARE = Math.sqrt(15) / 25.4;

/** Measures every CMYK picture; what is grey or unreadable is left out. */
export async function measureInk(drawing: Drawing): Promise<ReadonlyMap<PDFRawStream, InkLoad>> {
  const pictures = drawing.marks.filter((mark) => mark.type === 'picture');
  const loads = new Map<PDFRawStream, InkLoad>();
  for (const picture of pictures) {
    if (picture.kind !== 'cmyk' || loads.has(picture.stream)) continue;
    const inks = await inksOf(picture).catch(() => undefined);
    if (inks) loads.set(picture.stream, loadOf(inks, picture));
  }
  return loads;
}

/** Four bytes a pixel, 255 = full ink. */
async function inksOf({ stream, pixels, bits }: PictureMark): Promise<Uint8Array | undefined> {
  const filters = filtersOf(stream);
  const [low = 0, high = 1] = dig(stream, 'Decode') instanceof PDFArray ? asNumbers(dig(stream, 'Decode')) : [];
  const space = dig(stream, 'ColorSpace');
  const plates = platesOf(space, undefined) ?? FOUR;
  const { samples, isTurned } =
    filters.at(-1) === 'DCTDecode'
      ? await samplesOfJpeg(stream.contents)
      : {
          samples: samplesOf(bytesOf(stream), space, { width: pixels[0], bits, components: plates.length }),
          isTurned: false,
        };
  if (samples.length < pixels[0] * pixels[1] * plates.length) return undefined;
  const tints = low > high === isTurned ? samples : turnedAbout(samples);
  return plates === FOUR ? tints : onPlates(tints, plates);
}

/** Cyan, magenta, yellow, black. */
const FOUR: Plates = [[0], [1], [2], [3]];

/**
 * The numbers of a JPEG, and whether they are the opposite of what a PDF reader takes (ISO 32000-1, 7.4.8): sharp turns four inks
 * about, marked by Adobe or not.
 */
async function samplesOfJpeg(jpeg: Uint8Array): Promise<{ readonly samples: Uint8Array; readonly isTurned: boolean }> {
  const { channels } = await sharp(jpeg).metadata();
  const space = channels === 1 ? 'b-w' : channels === 3 ? 'srgb' : 'cmyk';
  const samples = await sharp(jpeg).pipelineColourspace(space).toColourspace(space).raw().toBuffer();
  return { samples, isTurned: space === 'cmyk' };
}

/** Full ink for none. */
function turnedAbout(samples: Uint8Array): Uint8Array {
  const turned = new Uint8Array(samples.length);
  for (let at = 0; at < samples.length; at += 1) turned[at] = 255 - (samples[at] ?? 0);
  return turned;
}

interface Packing {
  /** Pixels to a row, each of which begins with a new byte. */
  readonly width: number;
  readonly bits: number;
  readonly components: number;
}

/** A byte a component, whether they stand there or in a palette (ISO 32000-1, 8.6.6.3). */
function samplesOf(bytes: Uint8Array, space: PDFObject | undefined, packing: Packing): Uint8Array {
  const [family, , , lookup] = members(space);
  const { bits, components } = packing;
  if (asName(family) !== 'Indexed') {
    const tints = unpacked(bytes, packing);
    return bits < 8 ? tints.map((value) => (value * 255) / (2 ** bits - 1)) : tints;
  }
  const indices = unpacked(bytes, { ...packing, components: 1 });
  const palette = lookup instanceof PDFRawStream ? bytesOf(lookup) : asBytes(lookup);
  const samples = new Uint8Array(indices.length * components);
  indices.forEach((index, at) => {
    samples.set(palette.subarray(index * components, (index + 1) * components), at * components);
  });
  return samples;
}

/** Numbers of 1, 2, 4, 8 or 16 bits (ISO 32000-1, 8.9.3), a byte each; of 16 bits the upper ones. */
function unpacked(bytes: Uint8Array, { width, bits, components }: Packing): Uint8Array {
  if (bits === 8) return bytes;
  if (bits === 16) return bytes.filter((_, at) => at % 2 === 0);
  const perRow = width * components;
  const rowBytes = Math.ceil((perRow * bits) / 8);
  const rows = Math.floor(bytes.length / rowBytes);
  const numbers = new Uint8Array(rows * perRow);
  for (let at = 0; at < numbers.length; at += 1) {
    const bit = (at % perRow) * bits;
    const byte = bytes[Math.floor(at / perRow) * rowBytes + (bit >> 3)] ?? 0;
    numbers[at] = (byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
  }
  return numbers;
}

/** Four bytes a pixel from the tints of named inks. */
function onPlates(tints: Uint8Array, plates: Plates): Uint8Array {
  const pixels = Math.floor(tints.length / plates.length);
  const inks = new Uint8ClampedArray(pixels * 4);
  plates.forEach((own, component) => {
    for (const plate of own)
      for (let at = 0; at < pixels; at += 1)
        inks[at * 4 + plate] = (inks[at * 4 + plate] ?? 0) + (tints[at * plates.length + component] ?? 0);
  });
  return new Uint8Array(inks.buffer);
}

function loadOf(inks: Uint8Array, { pixels: [width, height], ppi }: PictureMark): InkLoad {
  const points = pointsOf(inks);
  const cell = Math.max(1, Math.min(width, height, Math.round((ppi * SQUARE) / 2)));
  const across = Math.ceil(width / cell);
  const sums = new Float64Array(across * Math.ceil(height / cell));
  const columns = new Uint32Array(width);
  let peak = 0;
  let plates = 0;
  for (let top = 0; top < height; top += cell) {
    const band = points.subarray(top * width, Math.min(top + cell, height) * width);
    const most = layBand(band, columns.fill(0));
    peak = Math.max(peak, most.peak);
    plates |= most.plates;
    const row = (top / cell) * across;
    for (let x = 0; x < width; x += 1) {
      const square = row + Math.floor(x / cell);
      sums[square] = (sums[square] ?? 0) + (columns[x] ?? 0);
    }
  }
  return { peak: peak / 2.55, mean: greatestMean(sums, across, cell) / 2.55, coloured: (plates & COLOURS) !== 0 };
}

/** The four plates of each point as one number. */
function pointsOf(inks: Uint8Array): Uint32Array {
  const { buffer, byteOffset, length } = aligned(inks);
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

const aligned = (inks: Uint8Array): Uint8Array => (inks.byteOffset % 4 === 0 ? inks : inks.slice());

/** Cyan, magenta and yellow of a point, in the order in which this machine lays bytes into numbers. */
const [COLOURS = 0] = new Uint32Array(Uint8Array.of(255, 255, 255, 0).buffer);

/** Adds the ink of some rows to their columns. @returns the most in one point, and the bits that any point has */
function layBand(points: Uint32Array, columns: Uint32Array): { readonly peak: number; readonly plates: number } {
  let peak = 0;
  let plates = 0;
  for (let at = 0; at < points.length; )
    for (let x = 0; x < columns.length; x += 1, at += 1) {
      const point = points[at] ?? 0;
      const sum = (point & 255) + ((point >>> 8) & 255) + ((point >>> 16) & 255) + (point >>> 24);
      plates |= point;
      if (sum > peak) peak = sum;
      columns[x] = (columns[x] ?? 0) + sum;
    }
  return { peak, plates };
}

/** The square is two cells wide and high, and moves by one. */
function greatestMean(sums: Float64Array, across: number, cell: number): number {
  const down = sums.length / across;
  let greatest = 0;
  for (let y = 0; y + 1 < down; y += 1)
    for (let x = 0; x + 1 < across; x += 1) {
      const at = y * across + x;
      const four = (sums[at] ?? 0) + (sums[at + 1] ?? 0) + (sums[at + across] ?? 0) + (sums[at + across + 1] ?? 0);
      greatest = Math.max(greatest, four / (4 * cell * cell));
    }
  return greatest;
}
