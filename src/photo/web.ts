/** Web renditions: the same picture in three formats and a few widths, for `<picture>` with width and height. */
import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { WHOLE } from './crop.ts';
import { cropped, narrowed } from './cropped.ts';
import type { Crop, Picture } from './model.ts';
import { isDrawn } from './size.ts';

/** One file for the web. */
export interface Rendition {
  readonly format: 'avif' | 'webp' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Pixel widths of an article's pictures: a phone, a phone of double density or a text column, a wide screen. */
const WEB_WIDTHS: readonly number[] = [480, 960, 1600];

/**
 * Renditions of a picture: for each width AVIF, WebP and JPEG, smallest first, never wider than the source's pixels.
 * Deterministic; no metadata goes out (a camera's may tell where a source lives).
 * @param path absolute path of the picture's file
 * @param options.crop shown part; the whole picture by default
 * @param options.widths pixel widths wanted; {@link WEB_WIDTHS} by default
 * @param options.formats formats wanted at every width; all by default
 * @param options.largest formats wanted at the greatest width only: what is linked to rather than chosen from
 */
export async function webRenditions(
  path: string,
  picture: Picture,
  options: {
    readonly crop?: Crop;
    readonly widths?: readonly number[];
    readonly formats?: readonly Rendition['format'][];
    readonly largest?: readonly Rendition['format'][];
  } = {},
): Promise<readonly Rendition[]> {
  const { crop = WHOLE, formats = ALL, largest = [] } = options;
  const widths = possible(options.widths ?? WEB_WIDTHS, picture, crop);
  const greatest = widths.at(-1) ?? 1;
  // Read at once, so that decoding begins before this thread turns to other work.
  const pixels = await cropped(readFileSync(path), picture, { crop, width: greatest, screen: true });
  const made = widths.map(async (width) => {
    const scaled = width === greatest ? pixels : await narrowed(pixels, width);
    const wanted = width === greatest ? [...formats, ...largest] : formats;
    return Promise.all(
      wanted.map(
        async (format): Promise<Rendition> => ({
          format,
          width: scaled.width,
          height: scaled.height,
          bytes: await encode(scaled.open(), format),
        }),
      ),
    );
  });
  return (await Promise.all(made)).flat();
}

/** A picture as it was printed, at the size that its stand-in has: for a page whose picture's file is another by now. */
export async function printedRenditions(
  standIn: Uint8Array,
  formats: readonly Rendition['format'][],
): Promise<readonly Rendition[]> {
  const { width, height } = await sharp(standIn).metadata();
  return Promise.all(
    formats.map(async (format) => ({ format, width, height, bytes: await encode(sharp(standIn), format) })),
  );
}

const ALL: readonly Rendition['format'][] = ['avif', 'webp', 'jpeg'];

/** A width nearer than this to a greater one is not worth a file of its own. */
const NEAR = 0.85;

/** Widths that the source can give, smallest first; a source smaller than all gives its own. */
function possible(widths: readonly number[], picture: Picture, crop: Crop): number[] {
  const own = isDrawn(picture) ? Number.POSITIVE_INFINITY : Math.max(1, Math.round(picture.width * crop.width));
  const within = [...new Set(widths.map((wanted) => Math.min(wanted, own)))].sort((one, other) => one - other);
  return within.filter((width, index) => width < (within[index + 1] ?? Number.POSITIVE_INFINITY) * NEAR);
}

/**
 * AVIF at effort 0 costs a twentieth of effort 4 for 8 % more bytes: its default dominates a whole build. JPEG, for link
 * previews and old browsers, with the standard's own Huffman tables: half the time for 8 % more bytes.
 */
function encode(picture: Sharp, format: Rendition['format']): Promise<Buffer> {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 50, effort: 0 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 75, effort: 0 }).toBuffer();
    case 'jpeg':
      return picture.jpeg({ quality: 78, optimiseCoding: false }).toBuffer();
  }
}
