/** Ink numbers into the JPEG that the plates are made from; what the JPEG will hold is computed, not hoped. */
import sharp from 'sharp';
import { openCmyk } from './cmyk.ts';
import { limitInk } from './ink.ts';
import { tableOf } from './jpeg-block.ts';
import { foresee } from './relief.ts';
import type { Size } from './size.ts';
import type { Tone } from './tone.ts';

/** Percent kept free under the limit before compression: most of what compression adds. */
const MARGIN = 4;

/** How a JPEG is compressed. */
interface Compression {
  readonly quality: number;
  /** Huffman tables of its own: three times the time for 1–4 % of a photo's bytes, 9 % of a drawing's. */
  readonly tight: boolean;
}

/**
 * A CMYK JPEG (Adobe's, inverted) whose decoded pixels hold the ink limit.
 * @param inks interleaved CMYK, 255 = full ink; changed where ink has to go
 * @param settings.inkLimit total area coverage, percent; at least 100
 */
export async function colourPlates(
  inks: Uint8Array,
  size: Size,
  { inkLimit, ...compression }: Compression & { readonly inkLimit: number },
): Promise<Uint8Array> {
  limitInk(inks, inkLimit - MARGIN);
  foresee({ inks, ...size, limit: inkLimit }, await tableFor(compression));
  return compressed(inks, size, compression);
}

/** Chroma is not subsampled: the plates of an edge would carry ink that the picture has not. */
const compressed = (inks: Uint8Array, { width, height }: Size, { quality, tight }: Compression): Promise<Buffer> =>
  openCmyk(inks, width, height).jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: tight }).toBuffer();

const tables = new Map<number, Promise<Int32Array>>();

/** The quantisation table of a quality, out of a file of one pixel. */
function tableFor(compression: Compression): Promise<Int32Array> {
  const { quality } = compression;
  const table =
    tables.get(quality) ?? compressed(new Uint8Array(4), { width: 1, height: 1 }, compression).then(tableOf);
  tables.set(quality, table);
  return table;
}

/**
 * A grey JPEG for the black plate alone, dot gain allowed for.
 * @param grey one byte a pixel, 255 = white
 */
export async function greyPlate(
  grey: Uint8Array,
  { width, height }: Size,
  { tone, quality, tight }: Compression & { readonly tone: Tone },
): Promise<Uint8Array> {
  const toned = new Uint8Array(grey.length);
  for (let at = 0; at < grey.length; at++) toned[at] = 255 - (tone[grey[at] ?? 0] ?? 0);
  return sharp(toned, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality, optimiseCoding: tight })
    .toBuffer();
}
