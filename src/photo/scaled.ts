/** A photo cut and scaled for the plates, once: its twin and its stand-in are both made from these pixels. */
import { readFile } from 'node:fs/promises';
import { cropped, type Pixels, rawPixels } from './cropped.ts';
import type { Picture, Placement } from './model.ts';
import { sizeAt } from './size.ts';

/** The pixels of a placement at the press's resolution; sRGB, three bytes each, rows top down. */
export async function scaledPhoto(
  path: string,
  picture: Picture,
  placement: Placement,
  resolution: number,
): Promise<Uint8Array> {
  const size = sizeAt(picture, placement, resolution);
  return (await cropped(await readFile(path), picture, { crop: placement.crop, ...size })).data;
}

/** The same pixels, opened again. */
export const openScaled = (data: Uint8Array, picture: Picture, placement: Placement, resolution: number): Pixels =>
  rawPixels(Buffer.from(data.buffer, data.byteOffset, data.byteLength), sizeAt(picture, placement, resolution));
