/**
 * Crops: which part of a picture is shown. Pure arithmetic on shares of the upright picture, so that the make-up
 * can ask for thousands of crops without opening a file; only `pixelsOf` knows of pixels.
 */
import type { Px } from '../units.ts';
import type { Crop, Picture } from './model.ts';
import { isDrawn } from './size.ts';

/** The whole picture. */
export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** A whole-pixel rectangle, origin top left. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Picture, 'width' | 'height'>;

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * The largest crop of a wanted shape that holds the focus, as near as it can be to having the focus in its middle.
 * @param size the upright picture, in any unit
 * @param focus the point to keep, as shares of width and height
 * @param ratio width : height of the wanted shape; greater than 0
 */
export function cropTo(size: Size, focus: readonly [number, number], ratio: number): Crop {
  const own = size.width / size.height;
  const width = Math.min(1, ratio / own);
  const height = Math.min(1, own / ratio);
  return {
    x: between(0, focus[0] - width / 2, 1 - width),
    y: between(0, focus[1] - height / 2, 1 - height),
    width,
    height,
  };
}

/** True when the crop shows the point; its edges count. Half a pixel of a 20,000 pixel picture is forgiven. */
export const shows = (crop: Crop, [x, y]: readonly [number, number]): boolean =>
  x >= crop.x - 25e-6 && x <= crop.x + crop.width + 25e-6 && y >= crop.y - 25e-6 && y <= crop.y + crop.height + 25e-6;

/** The share of the picture's area that the crop keeps, 0–1. */
export const kept = (crop: Crop): number => crop.width * crop.height;

/** The crop in whole pixels of a picture of this size: never empty, never outside, edges rounded to the nearest pixel. */
export function pixelsOf(crop: Crop, size: Size): PixelBox {
  const left = between(0, Math.round(crop.x * size.width), size.width - 1);
  const top = between(0, Math.round(crop.y * size.height), size.height - 1);
  const right = between(left + 1, Math.round((crop.x + crop.width) * size.width), size.width);
  const bottom = between(top + 1, Math.round((crop.y + crop.height) * size.height), size.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** Line art is printed at the plate's own resolution class; vectors have it at every size. GWG 2015: warn under 799 ppi. */
export const LINEART_PPI = 800;

/** Source pixels per inch of a picture shown through a crop at a placed width; {@link LINEART_PPI} for vectors. */
export function pixelsPerInch(picture: Pick<Picture, 'width' | 'kind'>, crop: Crop, width: Px): number {
  if (isDrawn(picture)) return LINEART_PPI;
  return (picture.width * crop.width * 96) / width;
}
