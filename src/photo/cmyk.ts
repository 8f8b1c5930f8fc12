/** Four-colour pixels into an encoder and out of a file again, numbers unchanged. sharp has no raw CMYK input, so a bare TIFF carries it. */
import sharp, { type Sharp } from 'sharp';

/** CMYK pixels ready for an encoder, numbers unchanged. */
export const openCmyk = (cmyk: Uint8Array, width: number, height: number): Sharp =>
  sharp(cmykTiff(cmyk, width, height))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk');

/** The inks that a CMYK file holds, numbers unchanged. */
export const inksOf = async (file: Uint8Array): Promise<Buffer> =>
  sharp(file).pipelineColourspace('cmyk').toColourspace('cmyk').raw({ depth: 'uchar' }).toBuffer();

const SHORT = 3;
const LONG = 4;

/** The simplest TIFF that holds these inks: one uncompressed strip (TIFF 6.0, section 16, “CMYK Images”). */
export function cmykTiff(cmyk: Uint8Array, width: number, height: number): Buffer {
  const entries = 10;
  const bitsAt = 8 + 2 + entries * 12 + 4;
  const pixelsAt = bitsAt + 8;
  const head = Buffer.alloc(pixelsAt);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries, 8);
  const rows: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, bitsAt],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, cmyk.length],
    [284, SHORT, 1, 1],
  ];
  rows.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  });
  for (let sample = 0; sample < 4; sample++) head.writeUInt16LE(8, bitsAt + sample * 2);
  return Buffer.concat([head, cmyk]);
}
