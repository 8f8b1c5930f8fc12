/**
 * The press twin: the picture as the plates want it, which replaces the browser's stand-in in the PDF. Photos become
 * CMYK or grey JPEG at the press resolution; line art and vectors keep their edges, uncompressed by JPEG.
 */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PressSettings } from '../issue/model.ts';
import { inksOf, openCmyk, separate } from './cmyk.ts';
import { cropped, type Pixels } from './cropped.ts';
import { heaviest, limitInk, relieve } from './ink.ts';
import { lineTwin } from './lineart.ts';
import type { Picture, Placement } from './model.ts';
import { sizeAt } from './size.ts';
import { toneOf } from './tone.ts';
import { deflated, type PressTwin } from './twin.ts';

export { type StandIn, standIn } from './stand-in.ts';
export type { PressTwin } from './twin.ts';

/** What the press asks of pictures. */
export interface PressTarget extends Pick<PressSettings, 'inkLimit' | 'resolution'> {
  /** Absolute path of the CMYK ICC profile. */
  readonly profile: string;
}

/**
 * The press twin of a placement.
 * @param path absolute path of the picture's file; not a PDF, which the press places itself
 */
export async function pressTwin(
  path: string,
  picture: Picture,
  placement: Placement,
  target: PressTarget,
): Promise<PressTwin> {
  const source = await readFile(path);
  if (picture.kind !== 'photo') return lineTwin(source, picture, placement, target);
  const size = sizeAt(picture, placement, target.resolution);
  const pixels = await cropped(source, picture, { crop: placement.crop, ...size });
  const sharpened = await sharpen(pixels);
  return placement.color && !picture.grey ? colourTwin(sharpened, target) : greyTwin(sharpened, target);
}

/**
 * Sharpening against the softness of ink on newsprint: a radius of about one screen dot (100 lpi at 200 ppi = 2 px),
 * hardly any on flat tone (grain and skin), more on edges, highlights held back so that no white halo is burnt in.
 */
const sharpen = async (pixels: Pixels): Promise<Pixels> => {
  const { width, height } = pixels;
  const data = await pixels.open().sharpen({ sigma: 1, m1: 0.4, m2: 2, x1: 3, y2: 8, y3: 16 }).raw().toBuffer();
  return { data, width, height, open: () => sharp(data, { raw: { width, height, channels: 3 } }) };
};

/** Chroma at full resolution: with subsampling the plates of an edge would carry ink that the picture has not. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4' } as const;
/** sharp writes CMYK JPEG as Adobe does: 0 = full ink. */
const ADOBE = [1, 0, 1, 0, 1, 0, 1, 0] as const;
/** Percent kept free under the limit before compression: about what quality 90 adds. */
const MARGIN = 3;
/** Rounds of taking ink out of blocks that compression pushed over the limit. */
const ROUNDS = 4;

/** A CMYK JPEG whose decoded pixels were measured to hold the ink limit; without JPEG where that cannot be had. */
async function colourTwin(pixels: Pixels, { profile, inkLimit }: PressTarget): Promise<PressTwin> {
  const { width, height } = pixels;
  const inks = await separate(pixels, profile);
  limitInk(inks, inkLimit - MARGIN);
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = await openCmyk(inks, width, height).jpeg(JPEG).toBuffer();
    const seen = await inksOf(bytes);
    if (heaviest(seen) <= inkLimit) {
      return { bytes, width, height, filter: 'DCTDecode', colourSpace: 'DeviceCMYK', bits: 8, decode: ADOBE };
    }
    relieve(inks, seen, width, inkLimit);
  }
  return deflated(inks, { width, height, colourSpace: 'DeviceCMYK', bits: 8 });
}

/** A grey JPEG for the black plate alone, dot gain allowed for. */
async function greyTwin(pixels: Pixels, { profile }: PressTarget): Promise<PressTwin> {
  const { width, height } = pixels;
  const tone = await toneOf(profile);
  const grey = await pixels.open().greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
  for (let at = 0; at < grey.length; at++) grey[at] = 255 - (tone[grey[at] ?? 0] ?? 0);
  const bytes = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: JPEG.quality })
    .toBuffer();
  return { bytes, width, height, filter: 'DCTDecode', colourSpace: 'DeviceGray', bits: 8 };
}
