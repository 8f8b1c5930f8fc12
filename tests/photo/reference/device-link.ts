/** What `src/photo/kernels/link.ts` computes, as plain loops of TypeScript: the reference that it is compared with, byte by byte. */

/** Grid points of a channel: as many as Little CMS takes for three channels. */
export const POINTS = 33;

/** Bytes' worth of colour from one grid point to the next, times {@link CELLS}: fractions of a cell are whole numbers of this. */
const UNIT = 255;
const CELLS = POINTS - 1;

/** The grid's colours, interleaved 16-bit sRGB, blue fastest. */
export function gridColours(): Uint16Array {
  const colours = new Uint16Array(POINTS ** 3 * 3);
  const level = (point: number): number => Math.round((point * 65_535) / CELLS);
  for (let at = 0; at < POINTS ** 3; at++) {
    colours[at * 3] = level(Math.floor(at / POINTS ** 2));
    colours[at * 3 + 1] = level(Math.floor(at / POINTS) % POINTS);
    colours[at * 3 + 2] = level(at % POINTS);
  }
  return colours;
}

/** Two plates go side by side in one double: a sum of 255 times 16 bits fits 26 bits, two of them a double's 53. */
const BESIDE = 2 ** 26;
const PAIRS = 2;

/** The grid's inks, two plates to a number. */
export type PackedGrid = Float64Array;

/** @param grid inks of {@link gridColours}, interleaved CMYK, 65,535 = full ink */
export function packGrid(grid: Uint16Array): PackedGrid {
  const packed = new Float64Array(grid.length / 2);
  for (let at = 0; at < packed.length; at++) packed[at] = (grid[at * 2] ?? 0) * BESIDE + (grid[at * 2 + 1] ?? 0);
  return packed;
}

/** From a grid point to the next of each channel. */
const RED = POINTS ** 2 * PAIRS;
const GREEN = POINTS * PAIRS;
const BLUE = PAIRS;
const FAR = RED + GREEN + BLUE;

/** The cell of each byte. White lies at the end of the last one. */
const CELL = Int32Array.from({ length: 256 }, (_, byte) => Math.min(CELLS - 1, Math.floor((byte * CELLS) / UNIT)));
/** How far into its cell each byte lies, of {@link UNIT}. */
const WITHIN = CELL.map((cell, byte) => byte * CELLS - cell * UNIT);
const RED_CELL = CELL.map((cell) => cell * RED);
const GREEN_CELL = CELL.map((cell) => cell * GREEN);
const BLUE_CELL = CELL.map((cell) => cell * BLUE);

/** Edges from the near corner, by order of the channels: 4 red is not behind green, 2 green not behind blue, 1 red not behind blue. */
const FIRST = Int32Array.of(BLUE, 0, GREEN, GREEN, BLUE, RED, 0, RED);
const SECOND = Int32Array.of(BLUE + GREEN, 0, GREEN + BLUE, GREEN + RED, BLUE + RED, RED + BLUE, 0, RED + GREEN);

/** Half of 65,535, rounded up, for each of two plates. */
const HALF = 0x8000 * BESIDE + 0x8000;

/**
 * Colours through the link, by tetrahedral interpolation (J. M. Kasson et al., “Performing color space conversions with
 * three-dimensional linear interpolation”, 1995): from the near corner of a cell to the far one along three edges, the
 * channel that is furthest in first. Orders are found without branches, which no processor could foresee in a photo.
 * @param rgb interleaved 8-bit sRGB
 * @returns interleaved CMYK, 255 = full ink
 */
export function throughLink(grid: PackedGrid, rgb: Uint8Array): Uint8Array {
  const count = rgb.length / 3;
  const inks = new Uint8Array(count * 4);
  for (let pixel = 0; pixel < count; pixel += SLICE) {
    const end = Math.min(count, pixel + SLICE);
    convert(grid, rgb.subarray(pixel * 3, end * 3), inks.subarray(pixel * 4, end * 4));
  }
  return inks;
}

/** Pixels at a time: after a few calls V8 has the loop in its best form, which a single long call would never meet. */
const SLICE = 1 << 15;

function convert(grid: PackedGrid, rgb: Uint8Array, inks: Uint8Array): void {
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    const r = rgb[from] as number;
    const g = rgb[from + 1] as number;
    const b = rgb[from + 2] as number;
    const x = WITHIN[r] as number;
    const y = WITHIN[g] as number;
    const z = WITHIN[b] as number;
    const near = (RED_CELL[r] as number) + (GREEN_CELL[g] as number) + (BLUE_CELL[b] as number);
    // −1 where the first is behind the second.
    const redGreen = (x - y) >> 31;
    const greenBlue = (y - z) >> 31;
    const redBlue = (x - z) >> 31;
    const order = 7 + (redGreen << 2) + (greenBlue << 1) + redBlue;
    const high = x - ((x - y) & redGreen);
    const low = y + ((x - y) & redGreen);
    const most = high - ((high - z) & ((high - z) >> 31));
    const least = z + ((low - z) & ((low - z) >> 31));
    const middle = x + y + z - most - least;
    const one = near + (FIRST[order] as number);
    const two = near + (SECOND[order] as number);
    const far = near + FAR;
    const w0 = UNIT - most;
    const w1 = most - middle;
    const w2 = middle - least;
    const cm =
      (grid[near] as number) * w0 +
      (grid[one] as number) * w1 +
      (grid[two] as number) * w2 +
      (grid[far] as number) * least +
      HALF;
    const yk =
      (grid[near + 1] as number) * w0 +
      (grid[one + 1] as number) * w1 +
      (grid[two + 1] as number) * w2 +
      (grid[far + 1] as number) * least +
      HALF;
    const c = (cm / BESIDE) | 0;
    const m = (cm - c * BESIDE) | 0;
    const yellow = (yk / BESIDE) | 0;
    const k = (yk - yellow * BESIDE) | 0;
    // Divided by 65,535 and rounded.
    inks[to] = (c + (c >>> 16)) >>> 16;
    inks[to + 1] = (m + (m >>> 16)) >>> 16;
    inks[to + 2] = (yellow + (yellow >>> 16)) >>> 16;
    inks[to + 3] = (k + (k >>> 16)) >>> 16;
  }
}
