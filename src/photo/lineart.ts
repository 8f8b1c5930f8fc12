/**
 * Line art for the plates: 1-bit and few-colour drawings at up to 800 ppi, black and white ones bit by bit.
 */
import type { PressSettings } from '../issue/model.ts';
import { LINEART_PPI } from './crop.ts';
import { cropped, greyOf } from './cropped.ts';
import { inkDrawing } from './drawing-inks.ts';
import type { Picture, Placement, Twin } from './model.ts';
import { colourPlates, greyPlate } from './plates.ts';
import { openSeparation } from './separation.ts';
import { type Size, sizeAt } from './size.ts';
import { toneOf } from './tone.ts';

/** Pixels at which a coloured drawing stops growing: 32 MB of inks. A full-width advertisement of 20 lines has 400 ppi. */
const COLOUR_PIXELS = 8_000_000;

/** JPEG quality of coloured and grey drawings: their edges ring under anything less. */
const QUALITY = 95;

interface Target extends Pick<PressSettings, 'inkLimit'> {
  readonly profile: string;
}

/** The press twin of line art or of a vector drawing, by the fewest plates and bits that hold it. */
export async function lineTwin(
  source: Uint8Array,
  picture: Picture,
  placement: Placement,
  { profile, inkLimit }: Target,
): Promise<Twin> {
  const mono = picture.grey || !placement.color;
  const full = sizeAt(picture, placement, LINEART_PPI);
  const size = mono ? full : within(full, COLOUR_PIXELS);
  const pixels = await cropped(source, picture, { crop: placement.crop, ...size });
  const separation = await openSeparation(profile);
  const tone = toneOf(separation);
  const { file } = picture;
  if (!mono) {
    const inks = inkDrawing(pixels.data, separation, tone);
    const bytes = await colourPlates(inks, size, { inkLimit, quality: QUALITY, tight: true });
    return { space: 'cmyk', bytes, ...size, file };
  }
  const grey = await greyOf(pixels);
  const ppi = (size.width * 96) / placement.width;
  if (ppi >= BILEVEL_PPI && isBilevel(grey)) return { space: 'bilevel', bytes: packed(grey, size), ...size, file };
  return { space: 'grey', bytes: await greyPlate(grey, size, { tone, quality: QUALITY, tight: true }), ...size, file };
}

function within({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** Under this one bit shows its steps and greys are kept. GWG 2015 newspaper ads refuse 1-bit pictures under 549 ppi. */
const BILEVEL_PPI = 550;
/** Greys this near to black or white (of 255) are the resampled edge of a line. */
const EDGE = 8;
/** A drawing whose greys are no more than this share is black on white. */
const SOFT = 0.1;

function isBilevel(grey: Uint8Array): boolean {
  const soft = grey.reduce((count, value) => count + (value > EDGE && value < 255 - EDGE ? 1 : 0), 0);
  return soft <= grey.length * SOFT;
}

/** One bit a pixel, 1 = ink, the first pixel in the high bit, rows padded to whole bytes. */
function packed(grey: Uint8Array, { width, height }: Size): Uint8Array {
  const row = Math.ceil(width / 8);
  const bits = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * row + (x >> 3);
      if ((grey[y * width + x] ?? 0) < 128) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bits;
}
