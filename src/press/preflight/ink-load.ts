/** How much ink the pixels of a page's pictures lay down, measured on what the file really holds. */
import { PDFArray, type PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Drawing, PictureMark } from './marks.ts';
import { asNumbers, bytesOf, dig, filtersOf } from './objects.ts';

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
    if (picture.kind !== 'cmyk' || picture.bits !== 8 || loads.has(picture.stream)) continue;
    const inks = await inksOf(picture).catch(() => undefined);
    if (inks) loads.set(picture.stream, loadOf(inks, picture));
  }
  return loads;
}

/** Four bytes a pixel, 255 = full ink. */
async function inksOf({ stream, pixels }: PictureMark): Promise<Uint8Array | undefined> {
  const filters = filtersOf(stream);
  const [low = 0, high = 1] = dig(stream, 'Decode') instanceof PDFArray ? asNumbers(dig(stream, 'Decode')) : [];
  const turned = low > high;
  if (filters.at(-1) === 'DCTDecode') {
    // libjpeg turns an Adobe JPEG's numbers; sharp gives ink, the file alone would say the opposite.
    const inks = await sharp(stream.contents).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
    return turned === isAdobe(stream.contents) ? inks : inks.map((value) => 255 - value);
  }
  if (dig(stream, 'ColorSpace') instanceof PDFArray) return undefined;
  const raw = bytesOf(stream);
  if (raw.length < pixels[0] * pixels[1] * 4) return undefined;
  return turned ? raw.map((value) => 255 - value) : raw;
}

/** Has the JPEG an Adobe marker (APP14)? */
function isAdobe(jpeg: Uint8Array): boolean {
  return Buffer.from(jpeg.buffer, jpeg.byteOffset, Math.min(jpeg.length, 4096)).includes('Adobe');
}

function loadOf(inks: Uint8Array, { pixels: [width, height], ppi }: PictureMark): InkLoad {
  const cell = Math.max(1, Math.min(width, height, Math.round((ppi * SQUARE) / 2)));
  const across = Math.ceil(width / cell);
  const sums = new Float64Array(across * Math.ceil(height / cell));
  const most = Uint16Array.of(0, 0);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / cell) * across;
    for (let square = 0; square < across; square += 1) {
      const from = y * width + square * cell;
      const to = Math.min(from + cell, (y + 1) * width);
      sums[row + square] = (sums[row + square] ?? 0) + lay(inks, from * 4, to * 4, most);
    }
  }
  const [peak = 0, coloured = 0] = most;
  return { peak: peak / 2.55, mean: greatestMean(sums, across, cell) / 2.55, coloured: coloured > 0 };
}

/** All ink of a stretch of pixels; `most` keeps the greatest sum of one pixel, and the greatest without black. */
function lay(inks: Uint8Array, from: number, to: number, most: Uint16Array): number {
  let all = 0;
  let peak = most[0] ?? 0;
  let strongest = most[1] ?? 0;
  for (let at = from; at < to; at += 4) {
    const colour = (inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0);
    const sum = colour + (inks[at + 3] ?? 0);
    if (colour > strongest) strongest = colour;
    if (sum > peak) peak = sum;
    all += sum;
  }
  most[0] = peak;
  most[1] = strongest;
  return all;
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
