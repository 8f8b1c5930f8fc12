/** Crop and resample: the one place where pixels are cut and scaled. */
import sharp, { type Region, type Sharp } from 'sharp';
import { pixelsOf } from './crop.ts';
import type { Crop, Picture } from './model.ts';
import { drawPdf } from './pdf-drawing.ts';
import type { Size } from './size.ts';
import { openPicture, openUpright, SVG_DPI } from './source.ts';

/** 8-bit sRGB pixels, three bytes each, rows top down. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  /** A fresh pipeline over these pixels. */
  open(): Sharp;
}

/** What is wanted of a picture; without `height` the crop's own shape decides. */
export interface Cut {
  readonly crop: Crop;
  /** Pixels. */
  readonly width: number;
  readonly height?: number;
  /** For screens, a JPEG may be decoded at a half or less of its size: faster, a little softer. */
  readonly screen?: boolean;
}

/** The crop of a picture, upright and flattened on white, at the wanted size in pixels. */
export async function cropped(source: Uint8Array, picture: Picture, cut: Cut): Promise<Pixels> {
  const { crop, width, height, screen = false } = cut;
  const tall = height ?? Math.max(1, Math.round((width * crop.height * picture.height) / (crop.width * picture.width)));
  if (picture.kind === 'pdf') return pixelsFrom(await drawnThenCut(source, cut, tall));
  if (screen && picture.kind !== 'vector') return pixelsFrom(scaledFirst(source, cut, tall));
  const ready = picture.kind === 'vector' ? await drawn(source, picture, crop, width) : upright(source, picture, crop);
  return pixelsFrom(ready.resize(width, tall, { fit: 'fill' }));
}

/** Scales the whole picture, then cuts: only so does libvips decode no more than the size asks for. */
function scaledFirst(source: Uint8Array, { crop, width, height }: Cut, tall: number): Sharp {
  const isWhole = crop.width === 1 && crop.height === 1;
  // Left to itself the height is exact: rounded, it can fall just short of the step at which less is decoded.
  if (isWhole && height === undefined) return openUpright(source).resize(width);
  if (isWhole) return openUpright(source).resize(width, tall, { fit: 'fill' });
  const { whole, part } = partOf(crop, { width, height: tall });
  return openUpright(source).resize(whole.width, whole.height, { fit: 'fill' }).extract(part);
}

/** A supplied PDF, drawn as large as its part asks for. */
async function drawnThenCut(source: Uint8Array, { crop, width }: Cut, tall: number): Promise<Sharp> {
  const { whole, part } = partOf(crop, { width, height: tall });
  return (await drawPdf(source, whole)).extract(part);
}

/** The size of a whole picture of which a crop has this size, and where the crop lies in it; pixels. */
function partOf(crop: Crop, { width, height }: Size): { readonly whole: Size; readonly part: Region } {
  const whole = { width: Math.round(width / crop.width), height: Math.round(height / crop.height) };
  const left = Math.min(Math.round(crop.x * whole.width), whole.width - width);
  const top = Math.min(Math.round(crop.y * whole.height), whole.height - height);
  return { whole, part: { left, top, width, height } };
}

/** Pixels scaled down to a width, without reading the picture again. */
export const narrowed = (pixels: Pixels, width: number): Promise<Pixels> => pixelsFrom(pixels.open().resize(width));

async function pixelsFrom(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return rawPixels(data, info);
}

/** @param data 8-bit sRGB, three bytes a pixel, rows top down */
export function rawPixels(data: Buffer, { width, height }: Size): Pixels {
  const raw = { width, height, channels: 3 as const };
  return { data, width, height, open: () => sharp(data, { raw }) };
}

const upright = (source: Uint8Array, picture: Picture, crop: Crop): Sharp =>
  openUpright(source).extract(pixelsOf(crop, picture));

/** A vector picture drawn so densely that the crop has at least the wanted width. */
async function drawn(source: Uint8Array, picture: Picture, crop: Crop, width: number): Promise<Sharp> {
  const larger = width / (crop.width * picture.width);
  const density = SVG_DPI * ((await growsTwice(source, picture)) ? Math.sqrt(larger) : larger);
  const size = await openPicture(source, density).metadata();
  return openUpright(source, density).extract(pixelsOf(crop, size));
}

/**
 * Whether a drawing grows with the square of the density: one whose size is said in millimetres, inches or points. libvips
 * takes the density for the pixels of a millimetre, and then for the scale of the drawing once more.
 */
async function growsTwice(source: Uint8Array, { width, height }: Size): Promise<boolean> {
  const half = await openPicture(source, SVG_DPI / 2).metadata();
  return width > height ? half.width < 0.375 * width : half.height < 0.375 * height;
}

/** Luminance, one byte a pixel, 255 = white. */
export const greyOf = (pixels: Pixels): Promise<Buffer> =>
  pixels.open().greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();
