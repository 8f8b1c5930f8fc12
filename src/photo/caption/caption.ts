/** Caption and credit that a picture file carries: XMP before IPTC before EXIF, each field by itself. */
import type { Metadata } from 'sharp';
import { readExif } from './exif.ts';
import { readIptc } from './iptc.ts';
import { readXmp } from './xmp.ts';

/** What a file says of itself. */
export interface FileCaption {
  readonly caption?: string;
  readonly credit?: string;
}

/** The file's own caption and credit, where it has them. */
export function readCaption(metadata: Pick<Metadata, 'xmpAsString' | 'iptc' | 'exif'>): FileCaption {
  return {
    ...(metadata.exif && readExif(metadata.exif)),
    ...(metadata.iptc && readIptc(metadata.iptc)),
    ...(metadata.xmpAsString && readXmp(metadata.xmpAsString)),
  };
}
