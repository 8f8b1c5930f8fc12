/** Whether a JPEG has all of its scans: decoded small, one that was cut in its last row is not noticed (libjpeg). */

const START_OF_SCAN = 0xda;
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
function firstScan(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === START_OF_SCAN) return at;
    // A marker may stand behind any number of filling bytes.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
