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
