/** Ink numbers into the JPEG that the plates are made from; what the JPEG holds is measured, not hoped. */
import sharp from 'sharp';
import { inksOf, openCmyk } from './cmyk.ts';
import { heaviest, limitInk, relieve } from './ink.ts';
import type { Size } from './size.ts';
import type { Tone } from './tone.ts';

/** Percent kept free under the limit before compression: most of what compression adds. */
const MARGIN = 4;
/** Rounds of taking ink out of the blocks that compression pushed over the limit. */
const ROUNDS = 8;

/**
 * A CMYK JPEG (Adobe's, inverted) whose decoded pixels hold the ink limit.
 * Chroma is not subsampled: the plates of an edge would carry ink that the picture has not.
 * @param inks interleaved CMYK, 255 = full ink; changed where ink has to go
 * @param settings.inkLimit total area coverage, percent
 */
export async function colourPlates(
  inks: Uint8Array,
  { width, height }: Size,
  settings: { readonly inkLimit: number; readonly quality: number },
): Promise<Uint8Array> {
  const { inkLimit, quality } = settings;
  const jpeg = { quality, chromaSubsampling: '4:4:4' };
  limitInk(inks, inkLimit - MARGIN);
  for (let round = 1; ; round++) {
    const bytes = await openCmyk(inks, width, height).jpeg(jpeg).toBuffer();
    const seen = await inksOf(bytes);
    if (heaviest(seen) <= inkLimit || round === ROUNDS) return bytes;
    relieve({ inks, seen, width, limit: inkLimit, round });
  }
}

/**
 * A grey JPEG for the black plate alone, dot gain allowed for.
 * @param grey one byte a pixel, 255 = white
 */
export async function greyPlate(
  grey: Uint8Array,
  { width, height }: Size,
  { tone, quality }: { readonly tone: Tone; readonly quality: number },
): Promise<Uint8Array> {
  const toned = grey.map((value) => 255 - (tone[value] ?? 0));
  return sharp(toned, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality })
    .toBuffer();
}
