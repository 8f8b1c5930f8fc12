/** The segments before a JPEG's first scan (ITU-T T.81, B.1.1): what the file says of itself. */

/** A segment: the second byte of its marker, and where the marker stands. */
export interface Segment {
  readonly marker: number;
  readonly at: number;
}

/** Start of scan: the last segment that is answered. */
export const START_OF_SCAN = 0xda;

/** The segments in their order, the first scan's among them; none behind it, and none behind what is no marker. */
export function* segmentsOf(bytes: Buffer): Generator<Segment> {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // A marker may stand behind any number of filling bytes.
    if (marker !== 0xff) yield { marker, at };
    if (marker === START_OF_SCAN) return;
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
}

/** Application segment 14, which Adobe's programs write and other encoders of CMYK after them (Adobe Technical Note 5116). */
const APP14 = 0xee;

/** Does the file say that its inks are written as Adobe writes them, 0 for full ink? */
export function hasAdobeMarker(bytes: Buffer): boolean {
  for (const { marker, at } of segmentsOf(bytes))
    if (marker === APP14 && bytes.toString('latin1', at + 4, at + 9) === 'Adobe') return true;
  return false;
}
