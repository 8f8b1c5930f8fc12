/** What `src/photo/kernels/sharpen.ts` computes, as plain loops of TypeScript: the reference that it is compared with, byte by byte. */
import {
  BYTE,
  DARK,
  FROM_X,
  FROM_Y,
  FROM_Z,
  LIGHT,
  ROOT,
  ROOTS,
  XZ_BLUE,
  XZ_GREEN,
  XZ_RED,
  Y_BLUE,
  Y_GREEN,
  Y_RED,
} from '../../../src/photo/lightness.ts';
import type { Size } from '../../../src/photo/size.ts';

/** The root of no light. */
const BLACK = ROOT[0] as number;
/** Roots to 1 L*. */
const STEPS = ROOTS / 116;

/** Differences of L* up to this are flat tone; what is above is edge. */
const FLAT = 3;
const FLAT_GAIN = 0.4;
const EDGE_GAIN = 2;
/** The most that a pixel is lightened and darkened, L*: no root, which is 16 L* for black, falls under nothing. */
const MOST_LIGHTER = 8;
const MOST_DARKER = 16;
/** A gain of less L* than this changes no byte: there are at most 3.65 sRGB levels to 1 L*. */
const LEAST = 0.5 / 3.65;

/** Roots that a pixel gains, by its difference from its surroundings; the table begins at −{@link ROOTS}. */
const GAIN = new Int16Array(2 * ROOTS + 1);
for (let at = 0; at < GAIN.length; at++) {
  const difference = (at - ROOTS) / STEPS;
  const size = Math.abs(difference);
  const gain = Math.min(size, FLAT) * FLAT_GAIN + Math.max(0, size - FLAT) * EDGE_GAIN;
  const held = difference < 0 ? -Math.min(gain, MOST_DARKER) : Math.min(gain, MOST_LIGHTER);
  GAIN[at] = gain < LEAST ? 0 : Math.round(STEPS * held);
}

/** A Gaussian of sigma 1, cut off under a tenth of its height, in 1,024ths. */
const OUTER = 61;
const INNER = 246;
const MIDDLE = 410;
const SHIFT = 10;
const HALF = 512;

/** @param rgb interleaved 8-bit sRGB; left as it is */
export function sharpened(rgb: Uint8Array, { width, height }: Size): Buffer {
  const sharp = Buffer.from(rgb);
  const light = new Int16Array(width * height);
  const soft = new Int16Array(width * height);
  for (let row = 0; row < height; row++) {
    const [from, to] = [row * width, (row + 1) * width];
    measure(rgb.subarray(from * 3, to * 3), light.subarray(from, to));
    blurAcross(light.subarray(from, to), soft.subarray(from, to));
  }
  const gains = new Int16Array(width);
  for (let row = 0; row < height; row++) {
    gainsOf({ light, soft, width, height }, row, gains);
    const [from, to] = [row * width, (row + 1) * width];
    lighten(sharp.subarray(from * 3, to * 3), light.subarray(from, to), gains);
  }
  return sharp;
}

/** The root of each pixel's lightness. */
function measure(rgb: Uint8Array, light: Int16Array): void {
  for (let x = 0, at = 0; x < light.length; x++, at += 3) {
    const y = (Y_RED[rgb[at] as number] as number) + (Y_GREEN[rgb[at + 1] as number] as number);
    light[x] = ROOT[y + (Y_BLUE[rgb[at + 2] as number] as number)] as number;
  }
}

/** A row blurred along itself; beyond its ends the last pixels go on. */
function blurAcross(light: Int16Array, soft: Int16Array): void {
  const last = light.length - 1;
  let before = light[0] as number;
  let left = before;
  let here = before;
  let right = light[Math.min(1, last)] as number;
  for (let x = 0; x <= last; x++) {
    const after = light[Math.min(x + 2, last)] as number;
    soft[x] = ((before + after) * OUTER + (left + right) * INNER + here * MIDDLE + HALF) >> SHIFT;
    before = left;
    left = here;
    here = right;
    right = after;
  }
}

interface Planes extends Size {
  readonly light: Int16Array;
  /** Blurred across, not yet down. */
  readonly soft: Int16Array;
}

/** What each pixel of a row gains. */
function gainsOf({ light, soft, width, height }: Planes, row: number, gains: Int16Array): void {
  const line = (number: number): Int16Array => {
    const start = Math.max(0, Math.min(height - 1, number)) * width;
    return soft.subarray(start, start + width);
  };
  const [high, above, here, below, low] = [line(row - 2), line(row - 1), line(row), line(row + 1), line(row + 2)];
  const own = light.subarray(row * width, (row + 1) * width);
  for (let x = 0; x < width; x++) {
    const around =
      (((high[x] as number) + (low[x] as number)) * OUTER +
        ((above[x] as number) + (below[x] as number)) * INNER +
        (here[x] as number) * MIDDLE +
        HALF) >>
      SHIFT;
    const root = own[x] as number;
    gains[x] = Math.max(BLACK, Math.min(ROOTS, root + (GAIN[root - around + ROOTS] as number))) - root;
  }
}

/** Pixels with their lightness changed and their colour kept: a* and b* are differences of roots, so all roots move alike. */
function lighten(rgb: Uint8Array, light: Int16Array, gains: Int16Array): void {
  for (let x = 0, at = 0; x < gains.length; x++, at += 3) {
    const gain = gains[x] as number;
    if (gain === 0) continue;
    const xz =
      (XZ_RED[rgb[at] as number] as number) +
      (XZ_GREEN[rgb[at + 1] as number] as number) +
      (XZ_BLUE[rgb[at + 2] as number] as number);
    const newX = LIGHT[(ROOT[xz >>> 16] as number) + gain] as number;
    const newY = LIGHT[(light[x] as number) + gain] as number;
    const newZ = LIGHT[(ROOT[xz & 0xffff] as number) + gain] as number;
    rgb[at] = byteOf(newX * FROM_X[0] + newY * FROM_Y[0] + newZ * FROM_Z[0]);
    rgb[at + 1] = byteOf(newX * FROM_X[1] + newY * FROM_Y[1] + newZ * FROM_Z[1]);
    rgb[at + 2] = byteOf(newX * FROM_X[2] + newY * FROM_Y[2] + newZ * FROM_Z[2]);
  }
}

/** The byte of linear light; what no screen can show is cut off. */
const byteOf = (light: number): number => BYTE[(light + NEAREST) | 0] as number;
const NEAREST = DARK + 0.5;
