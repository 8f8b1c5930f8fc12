/** How the house opens a picture: one set of options, so that inspection and printing agree on what is readable. */
import sharp, { type Sharp } from 'sharp';

/** SVG is drawn at 72 units to the inch by default (librsvg): one user unit is one pixel. */
export const SVG_DPI = 72;

/** SVG cannot be drawn denser than this (libvips). */
const SVG_DPI_MAX = 100_000;

/**
 * Opens a picture's bytes; nothing is decoded yet. Truncated and damaged files will fail, mere warnings (odd
 * markers that cameras write) will not.
 * @param density of an SVG, dots per inch at 72 user units to the inch
 */
export const openPicture = (bytes: Uint8Array, density: number = SVG_DPI): Sharp =>
  sharp(bytes, {
    failOn: 'error',
    // The paper's own limit is judged on the metadata, before pixels are decoded.
    limitInputPixels: false,
    density: Math.min(Math.max(density, 1), SVG_DPI_MAX),
  });

/** The picture upright, in 8-bit sRGB on white paper: what every rendition starts from. */
export const openUpright = (bytes: Uint8Array, density?: number): Sharp =>
  openPicture(bytes, density).autoOrient().flatten({ background: '#ffffff' });
