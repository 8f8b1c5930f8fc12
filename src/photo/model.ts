/** What is known of a picture file, and the pictures that are made of it. */
import type { Px } from '../units.ts';

/** Facts of one source picture, read once. Width and height are after EXIF orientation. */
export interface Picture {
  /** Path below the issue folder (photos, ads, fillers) or the paper's folder (nameplate). */
  readonly file: string;
  readonly kind: 'photo' | 'lineart' | 'vector' | 'pdf';
  readonly width: number;
  readonly height: number;
  readonly grey: boolean;
  readonly sha256: string;
  /** From IPTC/XMP, where the file has them. */
  readonly caption?: string;
  readonly credit?: string;
  /** 64-bit difference hash as 16 hex digits: the same picture at another size or crop quality has nearly the same. */
  readonly likeness?: string;
}

/** A crop of the upright source picture, as shares of its width and height. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture at its placed size: what the make-up asks the photo room for. */
export interface Placement {
  readonly file: string;
  readonly crop: Crop;
  readonly width: Px;
  readonly height: Px;
  /** False on a page without colour: the press twin is then K only. */
  readonly color: boolean;
}

/**
 * The press's picture that stands behind an RGB stand-in. The browser prints the stand-in (a JPEG, whose bytes pass
 * through Chromium unchanged); the press room finds it by the SHA-256 of those bytes and puts this in its place, on
 * the same rectangle. So the twin shows exactly the stand-in's crop; its number of pixels is its own.
 * Two twins never share a stand-in: a picture on a page without colour has a grey-looking stand-in of its own.
 */
export interface Twin {
  /**
   * `cmyk`, `grey`: `bytes` is a baseline JPEG without profile, CMYK ones as libjpeg writes them (Adobe, inverted).
   * `bilevel`: rows of one bit a pixel, the first pixel in the high bit, rows padded to bytes, 1 = ink.
   * `pdf`: a supplied advertisement, one page; its trim box fills the rectangle.
   */
  readonly space: 'cmyk' | 'grey' | 'bilevel' | 'pdf';
  readonly bytes: Uint8Array;
  /** Pixels; for `pdf` points. */
  readonly width: number;
  readonly height: number;
  /** What it is, for messages: the source picture's path below the issue folder. */
  readonly file: string;
}
