/**
 * The press twin: the picture as the plates want it, which replaces the browser's stand-in in the PDF. Photos become
 * CMYK or grey JPEG at the press resolution; line art and vectors keep their edges; a supplied PDF stays what it is.
 */
import { readFile } from 'node:fs/promises';
import type { PressSettings } from '../issue/model.ts';
import { greyOf, rawPixels } from './cropped.ts';
import { lineTwin } from './lineart.ts';
import type { Picture, Placement, Twin } from './model.ts';
import { colourPlates, greyPlate } from './plates.ts';
import { scaledPhoto } from './scaled.ts';
import { openSeparation } from './separation.ts';
import { sharpened } from './sharpen.ts';
import { sizeAt } from './size.ts';
import { toneOf } from './tone.ts';

export type { StandIn } from './stand-in.ts';

/** What the press asks of pictures. */
export interface PressTarget extends Pick<PressSettings, 'inkLimit' | 'resolution'> {
  /** Absolute path of the CMYK ICC profile. */
  readonly profile: string;
}

/**
 * The press twin of a placement.
 * @param path absolute path of the picture's file
 * @param scaled a photo's pixels at the press's resolution, where they are there already (`scaled.ts`)
 */
export async function pressTwin(
  path: string,
  picture: Picture,
  placement: Placement,
  target: PressTarget,
  scaled?: Uint8Array,
): Promise<Twin> {
  const { file, kind, width, height } = picture;
  if (kind === 'pdf') return { space: 'pdf', bytes: await readFile(path), width, height, file };
  if (kind !== 'photo') return lineTwin(await readFile(path), picture, placement, target);
  const pixels = scaled ?? (await scaledPhoto(path, picture, placement, target.resolution));
  return photoTwin(pixels, picture, placement, target);
}

async function photoTwin(
  scaled: Uint8Array,
  picture: Picture,
  placement: Placement,
  target: PressTarget,
): Promise<Twin> {
  const size = sizeAt(picture, placement, target.resolution);
  const pixels = rawPixels(sharpened(scaled, size), size);
  const separation = await openSeparation(target.profile);
  const { file } = picture;
  if (picture.grey || !placement.color) {
    const bytes = await greyPlate(await greyOf(pixels), size, {
      tone: toneOf(separation),
      quality: QUALITY,
      tight: false,
    });
    return { space: 'grey', bytes, ...size, file };
  }
  const inks = separation.inks(pixels.data);
  const bytes = await colourPlates(inks, size, { inkLimit: target.inkLimit, quality: QUALITY, tight: false });
  return { space: 'cmyk', bytes, ...size, file };
}

/** JPEG quality of photos on the plates: no block is seen through a newspaper screen. */
const QUALITY = 90;
