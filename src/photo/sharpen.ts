/**
 * Sharpening against the softness of ink on newsprint, of lightness alone (CIE L*): a radius of about one screen dot
 * (100 lpi at 200 ppi = 2 px), hardly any on flat tone (grain and skin), more on edges, highlights held back so that no
 * white halo is burnt in. Within a level of libvips's `sharpen` with the same numbers, at a tenth of its cost: loops over
 * whole numbers (`kernels/sharpen.ts`) instead of passes over floats.
 */
import { type Kernels, layTable, openKernels, workspace } from './kernels.ts';
import {
  BYTE,
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
} from './lightness.ts';
import type { Size } from './size.ts';

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

/** A pixel that differs by so many roots, or fewer, gains nothing. */
const QUIET = GAIN.subarray(ROOTS).findIndex((gain) => gain !== 0) - 1;

/** Rows at a time: one that is sharpened, two before it and two behind it. */
const ROWS = 5;

/** @param rgb interleaved 8-bit sRGB; left as it is */
export function sharpened(rgb: Uint8Array, { width, height }: Size): Buffer {
  const sharp = Buffer.allocUnsafe(width * height * 3);
  const { measureRow, sharpenRow } = sharpeningKernels();
  const band = bandOf(width);
  const { memory } = workspace(ROWS * band.bytes);
  for (let next = 0; next < height + 2; next++) {
    if (next < height) {
      const { pixels, light, soft } = band.row(next);
      memory.set(rgb.subarray(next * width * 3, (next + 1) * width * 3), pixels);
      measureRow(pixels, light, soft, width);
    }
    const row = next - 2;
    if (row < 0) continue;
    const { pixels, light } = band.row(row);
    const around = (down: number): number => band.row(Math.max(0, Math.min(height - 1, row + down))).soft;
    sharpenRow(pixels, light, around(-2), around(-1), around(0), around(1), around(2), width, QUIET);
    sharp.set(memory.subarray(pixels, pixels + width * 3), row * width * 3);
  }
  return sharp;
}

/** Where the rows of a picture lie while they are worked at, each with the room that the loops want at its ends. */
function bandOf(width: number) {
  const start = workspace(0).at;
  const line = Math.ceil(width / 8) * 16 + 48;
  const bytes = Math.ceil((width * 3) / 16) * 16 + 2 * line;
  const row = (number: number) => {
    const light = start + (number % ROWS) * bytes + 16;
    return { light, soft: light + line, pixels: light - 16 + 2 * line };
  };
  return { bytes, row };
}

let ready: Kernels | undefined;

/** The loops, their tables before them. */
function sharpeningKernels(): Kernels {
  ready ??= layTables(openKernels());
  return ready;
}

function layTables(kernels: Kernels): Kernels {
  layTable(kernels.Y_RED_AT, Y_RED);
  layTable(kernels.Y_GREEN_AT, Y_GREEN);
  layTable(kernels.Y_BLUE_AT, Y_BLUE);
  layTable(kernels.XZ_RED_AT, XZ_RED);
  layTable(kernels.XZ_GREEN_AT, XZ_GREEN);
  layTable(kernels.XZ_BLUE_AT, XZ_BLUE);
  layTable(kernels.ROOT_AT, ROOT);
  layTable(kernels.GAIN_AT, GAIN);
  layTable(kernels.LIGHT_AT, LIGHT);
  layTable(kernels.BYTE_AT, BYTE);
  const [red, green, blue] = ([0, 1, 2] as const).map((channel) => [FROM_X, FROM_Y, FROM_Z].map((of) => of[channel]));
  const pairs = (red ?? []).flatMap((weight, at) => [weight, green?.[at] ?? 0]);
  layTable(kernels.FROM_AT, Float64Array.of(...pairs, ...(blue ?? [])));
  return kernels;
}
