/**
 * Caption and credit from EXIF (CIPA DC-008, TIFF 6.0): ImageDescription and Artist of the first directory.
 * The last resort: cameras write their own name into the description.
 */
import type { FileCaption } from './caption.ts';

const IMAGE_DESCRIPTION = 0x010e;
const ARTIST = 0x013b;
const ASCII = 2;
/** What the block says; undefined fields are not in it. Damaged blocks give nothing. */
export function readExif(block: Uint8Array): FileCaption {
  const start = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const tiff = start.toString('latin1', 0, 6) === 'Exif\0\0' ? start.subarray(6) : start;
  const caption = ascii(tiff, IMAGE_DESCRIPTION);
  const credit = ascii(tiff, ARTIST);
  return { ...(caption && { caption }), ...(credit && { credit }) };
}

function ascii(tiff: Buffer, tag: number): string | undefined {
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  for (let entry = 0; entry < u16(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (u16(at) !== tag || u16(at + 2) !== ASCII) continue;
    const count = u32(at + 4);
    const from = count <= 4 ? at + 8 : u32(at + 8);
    if (from + count > tiff.length) return undefined;
    return (
      tiff
        .toString('utf8', from, from + count)
        .replaceAll('\0', '')
        .trim() || undefined
    );
  }
  return undefined;
}
