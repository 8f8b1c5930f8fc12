/** Web renditions: the same picture in three formats and a few widths, for `<picture>` with width and height. */
import { readFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { WHOLE } from './crop.ts';
import { cropped } from './cropped.ts';
import type { Crop, Picture } from './model.ts';

/** One file for the web. */
export interface Rendition {
  readonly format: 'avif' | 'webp' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Pixel widths of an article's pictures: a phone, a phone of double density or a text column, a wide screen. */
export const WEB_WIDTHS: readonly number[] = [480, 960, 1600];

/**
 * Renditions of a picture: for each width AVIF, WebP and JPEG, smallest first, never wider than the source's pixels.
 * Deterministic; no metadata goes out (a camera's may tell where a source lives).
 * @param path absolute path of the picture's file
 * @param options.crop shown part; the whole picture by default
 * @param options.widths pixel widths wanted; {@link WEB_WIDTHS} by default
 * @param options.formats formats wanted; all by default
 */
export async function webRenditions(
  path: string,
  picture: Picture,
  options: {
    readonly crop?: Crop;
    readonly widths?: readonly number[];
    readonly formats?: readonly Rendition['format'][];
  } = {},
): Promise<readonly Rendition[]> {
  const source = await readFile(path);
  const crop = options.crop ?? WHOLE;
  const renditions: Rendition[] = [];
  for (const width of possible(options.widths ?? WEB_WIDTHS, picture, crop)) {
    const pixels = await cropped(source, picture, { crop, width });
    for (const format of options.formats ?? (['avif', 'webp', 'jpeg'] as const)) {
      renditions.push({
        format,
        width: pixels.width,
        height: pixels.height,
        bytes: await encode(pixels.open(), format),
      });
    }
  }
  return renditions;
}

/** A width nearer than this to a greater one is not worth a file of its own. */
const NEAR = 0.85;

/** Widths that the source can give, smallest first; a source smaller than all gives its own. */
function possible(widths: readonly number[], { kind, width }: Picture, crop: Crop): number[] {
  const own = kind === 'vector' ? Number.POSITIVE_INFINITY : Math.max(1, Math.round(width * crop.width));
  const within = [...new Set(widths.map((wanted) => Math.min(wanted, own)))].sort((one, other) => one - other);
  return within.filter((width, index) => width < (within[index + 1] ?? Number.POSITIVE_INFINITY) * NEAR);
}

/** AVIF at effort 0 costs a twentieth of effort 4 for 8 % more bytes: its default dominates a whole build. */
function encode(picture: Sharp, format: Rendition['format']): Promise<Buffer> {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 50, effort: 0 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 75, effort: 0 }).toBuffer();
    case 'jpeg':
      return picture.jpeg({ quality: 78, progressive: true }).toBuffer();
  }
}
