/** How many pixels a placement gets. */
import type { Picture, Placement } from './model.ts';

/** Pixels of a rendition. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** True for what is drawn at any size; its own size is no number of pixels. */
export const isDrawn = ({ kind }: Pick<Picture, 'kind'>): boolean => kind === 'vector' || kind === 'pdf';

/**
 * Pixels for a placed size at a resolution, rounded up so that the resolution is reached; never more than the
 * source has in the crop (resampling upwards invents nothing). Vectors and supplied PDFs have as many as are asked for.
 * @param ppi pixels per inch; placements are in CSS pixels, 96 to the inch
 */
export function sizeAt(picture: Picture, { crop, width, height }: Placement, ppi: number): Size {
  const own = isDrawn(picture) ? Number.POSITIVE_INFINITY : 1;
  const pixels = (placed: number, share: number, source: number): number =>
    Math.max(1, Math.min(Math.ceil((placed * ppi) / 96 - 1e-6), Math.round(share * source) * own));
  return {
    width: pixels(width, crop.width, picture.width),
    height: pixels(height, crop.height, picture.height),
  };
}

/** The reader's PDF keeps the stand-ins: enough for a screen at double zoom, small enough to send. */
const READER_PPI = 150;
/** Lines and letters of line art (a QR code) still stand clear. */
const READER_LINEART_PPI = 300;

/** Pixels of a stand-in. */
export const standInSize = (picture: Picture, placement: Placement): Size =>
  sizeAt(picture, placement, isScreened(picture) ? READER_PPI : READER_LINEART_PPI);

/** Lines and letters are drawn sharper; not those of a supplied PDF, which the reader's PDF has as vectors. */
export const isScreened = ({ kind }: Picture): boolean => kind === 'photo' || kind === 'pdf';

/** Whether a stand-in is made from the pixels that a press of this resolution has of the picture. */
export const isScaledFirst = ({ kind }: Picture, resolution: number): boolean =>
  kind === 'photo' && resolution >= READER_PPI;
