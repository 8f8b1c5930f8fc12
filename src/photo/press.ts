/**
 * The press twin: the picture as the plates want it, which replaces the browser's stand-in in the PDF. Photos become
 * CMYK or grey JPEG at the press resolution; line art and vectors keep their edges; a supplied PDF stays what it is.
 */
import { readFile } from 'node:fs/promises';
import type { PressSettings } from '../issue/model.ts';
import { cropped, greyOf, rawPixels } from './cropped.ts';
import { lineTwin } from './lineart.ts';
import type { Picture, Placement, Twin } from './model.ts';
import { colourPlates, greyPlate } from './plates.ts';
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
 */
export async function pressTwin(
  path: string,
  picture: Picture,
  placement: Placement,
  target: PressTarget,
): Promise<Twin> {
  const source = await readFile(path);
  const { file, kind, width, height } = picture;
  if (kind === 'pdf') return { space: 'pdf', bytes: source, width, height, file };
  if (kind !== 'photo') return lineTwin(source, picture, placement, target);
  return photoTwin(source, picture, placement, target);
}

async function photoTwin(source: Buffer, picture: Picture, placement: Placement, target: PressTarget): Promise<Twin> {
  const size = sizeAt(picture, placement, target.resolution);
  const pixels = rawPixels(
    sharpened((await cropped(source, picture, { crop: placement.crop, ...size })).data, size),
    size,
  );
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
