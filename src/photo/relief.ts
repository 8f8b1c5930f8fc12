/**
 * Relief: compression moves ink about within its blocks, so a pixel can come out over the limit though none went in.
 * Ink is taken out of such blocks beforehand, by asking what JPEG will make of them, to the last bit: the file need not be
 * opened to know that it keeps the limit. Blocks are worked at in `kernels/relief.ts`.
 */
import { mostOf } from './ink.ts';
import { layTable, openKernels, workspace } from './kernels.ts';

/** Edge of a block, pixels. */
const BLOCK = 8;

/** A picture that will be compressed. */
export interface Inks {
  /** Interleaved CMYK, 255 = full ink; changed in place. */
  readonly inks: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Percent. */
  readonly limit: number;
}

/**
 * Takes ink out of the blocks that JPEG will bring over the limit, as little as serves.
 * @param table the JPEG's divisors, row by row
 */
export function foresee(picture: Inks, table: Int32Array): void {
  const { inks, width, height, limit } = picture;
  const { foreseeBand, DIVISORS_AT } = openKernels();
  layTable(DIVISORS_AT, table);
  const gain = greatestGain(table);
  const stride = strideOf(width);
  for (let top = 0; top < height; top += BLOCK) {
    const { at } = workspace(BLOCK * stride);
    layBand(inks, picture, top, at);
    if (foreseeBand(at, stride, width, Math.min(BLOCK, height - top), mostOf(limit), gain) !== 0)
      takeBand(picture, top, at);
  }
}

/** Bytes by which the whole numbers of the two transforms can be off. */
const ROUNDING = 2;

/**
 * The most that compression can add to the sum of a pixel: every frequency is off by half its divisor at most, all of them
 * together, in all four plates (ITU-T T.81, A.3.3 and A.3.4).
 */
export function greatestGain(table: Int32Array): number {
  const constant = (frequency: number): number => (frequency === 0 ? Math.SQRT1_2 : 1);
  const off = table.reduce(
    (sum, divisor, at) => sum + (divisor / 2) * (constant(at % BLOCK) * constant(Math.floor(at / BLOCK)) * 0.25),
    0,
  );
  return Math.ceil(4 * (off + ROUNDING));
}

/** Bytes from a row of a band to the next: whole blocks. */
const strideOf = (width: number): number => Math.ceil(width / BLOCK) * BLOCK * 4;

/** Lays eight rows where the loops work; beyond the picture its last pixels go on, as in libjpeg. */
function layBand(inks: Uint8Array, { width, height }: Inks, top: number, at: number): void {
  const stride = strideOf(width);
  const { memory } = workspace(0);
  for (let row = 0; row < BLOCK; row++) {
    const from = Math.min(height - 1, top + row) * width * 4;
    const to = at + row * stride;
    memory.set(inks.subarray(from, from + width * 4), to);
    for (let pixel = to + width * 4; pixel < to + stride; pixel += 4) memory.copyWithin(pixel, pixel - 4, pixel);
  }
}

/** Takes a band's rows back into the picture. */
function takeBand({ inks, width, height }: Inks, top: number, at: number): void {
  const { memory } = workspace(0);
  for (let row = 0; row < Math.min(BLOCK, height - top); row++) {
    const from = at + row * strideOf(width);
    inks.set(memory.subarray(from, from + width * 4), (top + row) * width * 4);
  }
}
