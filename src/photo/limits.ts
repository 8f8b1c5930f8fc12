/** Bounds on picture files; `limits` in newspaper.yaml may move them. */
import type { Newspaper } from '../issue/model.ts';

/** The bounds of `limits` in `newspaper.yaml` that concern pictures. */
export interface PictureLimits {
  /** Pixels of one picture, width times height. */
  readonly picturePixels: number;
  /** Bytes of one picture file. */
  readonly pictureBytes: number;
}

/** A 150-megapixel medium-format back and its TIFF fit; a decompression bomb does not. */
const USUAL: PictureLimits = { picturePixels: 200_000_000, pictureBytes: 300_000_000 };

/** The paper's bounds, or the usual ones. */
export const limitsOf = (limits: Newspaper['limits']): PictureLimits => ({
  picturePixels: limits['picturePixels'] ?? USUAL.picturePixels,
  pictureBytes: limits['pictureBytes'] ?? USUAL.pictureBytes,
});
