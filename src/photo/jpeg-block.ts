/** The divisors by which a JPEG's frequencies are cut: what it makes of a block follows from them (`kernels/jpeg-block.ts`). */

/** Where the frequencies of a file's tables stand in a block: ITU-T T.81, figure A.6. */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];

/** Quantisation marker, ITU-T T.81, B.2.4.1. */
const DQT = 0xdb;

/** The first quantisation table of a JPEG, of 8 bits, row by row: the only one where no component is chroma, as in CMYK. */
export function tableOf(jpeg: Buffer): Int32Array {
  const table = new Int32Array(64);
  let at = 2;
  while (jpeg[at + 1] !== DQT) at += 2 + jpeg.readUInt16BE(at + 2);
  ZIGZAG.forEach((place, index) => {
    table[place] = jpeg[at + 5 + index] ?? 1;
  });
  return table;
}
