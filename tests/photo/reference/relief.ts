/** What `src/photo/kernels/relief.ts` computes, as plain loops of TypeScript: the reference that it is compared with, byte by byte. */
import { lighten, mostOf, sumAt } from './ink.ts';
import { BLOCK, throughJpeg } from './jpeg-block.ts';

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

/** Bytes of ink that are taken beyond what was over: rounding can swallow a small step. */
const STEP = 4;

/**
 * Takes ink out of the blocks that JPEG will bring over the limit, as little as serves.
 * @param table the JPEG's divisors, row by row
 */
export function foresee(picture: Inks, table: Int32Array): void {
  const most = mostOf(picture.limit);
  const across = Math.ceil(picture.width / BLOCK);
  const blocks = across * Math.ceil(picture.height / BLOCK);
  for (let number = 0; number < blocks; number++) holdBlock(picture, boxOf(picture, number), most, table);
}

/** The pixels of a block: blocks at the right and the foot may be cut. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ width, height }: Inks, number: number): Box {
  const across = Math.ceil(width / BLOCK);
  const [left, top] = [(number % across) * BLOCK, Math.floor(number / across) * BLOCK];
  return { left, top, width: Math.min(BLOCK, width - left), height: Math.min(BLOCK, height - top) };
}

/** Lowers what the block's pixels may hold until it comes through. At nothing, only black is left, which is no more than 100 %. */
function holdBlock(picture: Inks, box: Box, most: number, table: Int32Array): void {
  let held = most;
  for (;;) {
    const over = peakAfter(picture, box, table) - most;
    if (over <= 0) return;
    held -= over + STEP;
    lightenBlock(picture, box, held);
  }
}

function lightenBlock({ inks, width }: Inks, box: Box, most: number): void {
  for (let y = box.top; y < box.top + box.height; y++) {
    for (let x = box.left; x < box.left + box.width; x++) {
      const at = (y * width + x) * 4;
      if (sumAt(inks, at) > most) lighten(inks, at, most);
    }
  }
}

const samples = new Int32Array(BLOCK * BLOCK);
const sums = new Int32Array(BLOCK * BLOCK);

/** The heaviest pixel of a block behind the compression. */
function peakAfter(picture: Inks, box: Box, table: Int32Array): number {
  sums.fill(0);
  for (let plate = 0; plate < 4; plate++) {
    fill(samples, picture, box, plate);
    throughJpeg(samples, table);
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + 255 - (samples[at] as number);
  }
  let peak = 0;
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) peak = Math.max(peak, sums[y * BLOCK + x] as number);
  }
  return peak;
}

/** One plate of a block as libjpeg takes it: Adobe's inverted bytes, a cut block filled up with its last pixels. */
function fill(block: Int32Array, { inks, width }: Inks, box: Box, plate: number): void {
  for (let y = 0; y < BLOCK; y++) {
    const row = (box.top + Math.min(y, box.height - 1)) * width + box.left;
    for (let x = 0; x < BLOCK; x++) {
      block[y * BLOCK + x] = 255 - (inks[(row + Math.min(x, box.width - 1)) * 4 + plate] as number);
    }
  }
}
