/**
 * The loops of `relief.ts`, a band of blocks at a time: eight rows, filled up with the picture's last pixels to whole blocks,
 * as libjpeg fills them up. Such a pixel has the ink of one that belongs to the picture, and loses it with it.
 */
import { greatest, limitSums, sums } from './ink';
import { peakAfter } from './jpeg-block';

/** Edge of a block, pixels. */
const BLOCK: i32 = 8;
/** Bytes from a block to the next. */
const BESIDE: usize = 32;

/** Bytes of ink that are taken beyond what was over: rounding can swallow a small step. */
const STEP: i32 = 4;

/** The sum of a block's heaviest pixel. */
// @ts-ignore: decorator
@inline
function peakOf(block: usize, stride: usize): i32 {
  let most = i32x4.splat(0);
  for (let row: i32 = 0; row < BLOCK; row++, block += stride) {
    most = i32x4.max_s(most, i32x4.max_s(sums(v128.load(block)), sums(v128.load(block, 16))));
  }
  return greatest(most);
}

function lightenBlock(block: usize, stride: usize, most: i32): void {
  for (let row: i32 = 0; row < BLOCK; row++, block += stride) limitSums(block, BLOCK, most);
}

/**
 * Takes ink out of the blocks of a band that JPEG will bring over the limit.
 * @param stride bytes from a row to the next
 * @param width pixels of a row that belong to the picture
 * @param height rows that do
 * @param most the greatest sum
 * @param gain no compression adds more to a sum: blocks that are further from the greatest one are not asked about
 * @returns whether any changed
 */
export function foreseeBand(band: usize, stride: usize, width: i32, height: i32, most: i32, gain: i32): i32 {
  let changed = 0;
  for (; width > 0; width -= BLOCK, band += BESIDE) {
    if (peakOf(band, stride) > most - gain) changed |= holdBlock(band, stride, min(BLOCK, width), height, most);
  }
  return changed;
}

/** Lowers what the block's pixels may hold until it comes through. At nothing, only black is left, which is no more than 100 %. */
function holdBlock(block: usize, stride: usize, width: i32, height: i32, most: i32): i32 {
  let held = most;
  let over = peakAfter(block, stride, width, height) - most;
  for (; over > 0; over = peakAfter(block, stride, width, height) - most) {
    held -= over + STEP;
    lightenBlock(block, stride, held);
  }
  return held < most ? 1 : 0;
}
