/** Whether a JPEG has all of its scans: decoded small, one that was cut in its last row is not noticed (libjpeg). */

import { START_OF_SCAN, segmentsOf } from './jpeg-segments.ts';

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/**
 * True for a JPEG that ends before its end-of-image marker. Of scans that are there, compressed data never looks like
 * the marker; what a camera wrote behind it (a second picture, a film) is not looked at.
 */
export function isCutShort(bytes: Buffer): boolean {
  const scan = firstScan(bytes);
  return scan !== undefined && bytes.indexOf(END_OF_IMAGE, scan) < 0;
}

/** Where the picture's first scan begins, past its segments, in which a thumbnail may have an end of its own. */
const firstScan = (bytes: Buffer): number | undefined =>
  [...segmentsOf(bytes)].find(({ marker }) => marker === START_OF_SCAN)?.at;
