/**
 * A device link: the inks of a grid of screen colours, and every other colour between them. This is what Little CMS makes
 * of sRGB and a press profile and works with inside; as a loop of WebAssembly (`kernels/link.ts`) it takes a twentieth of the time.
 */
import { layTable, openKernels, workspace } from './kernels.ts';

/** Grid points of a channel: as many as Little CMS takes for three channels. */
export const POINTS = 33;

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

/** The grid's inks, less 32,768: they fit the numbers that SIMD multiplies in pairs. */
export type PackedGrid = Int16Array;

/** @param grid inks of {@link gridColours}, interleaved CMYK, 65,535 = full ink */
export function packGrid(grid: Uint16Array): PackedGrid {
  const packed = new Int16Array(grid.length);
  for (let at = 0; at < grid.length; at++) packed[at] = (grid[at] ?? 0) - 0x8000;
  return packed;
}

let laid: PackedGrid | undefined;

/** The link's loop, with this grid before it. */
function loopThrough(grid: PackedGrid): ReturnType<typeof openKernels>['throughLink'] {
  const { throughLink: loop, GRID_AT } = openKernels();
  if (laid !== grid) layTable(GRID_AT, grid);
  laid = grid;
  return loop;
}

/**
 * Colours through the link, by tetrahedral interpolation (J. M. Kasson et al., “Performing color space conversions with
 * three-dimensional linear interpolation”, 1995): from the near corner of a cell to the far one along three edges, the
 * channel that is furthest in first.
 * @param rgb interleaved 8-bit sRGB
 * @returns interleaved CMYK, 255 = full ink
 */
export function throughLink(grid: PackedGrid, rgb: Uint8Array): Uint8Array {
  const loop = loopThrough(grid);
  const { at, memory } = workspace(SLICE * (4 + 3) + 16);
  const rgbAt = at + SLICE * 4;
  const count = rgb.length / 3;
  const inks = new Uint8Array(count * 4);
  for (let pixel = 0; pixel < count; pixel += SLICE) {
    const end = Math.min(count, pixel + SLICE);
    memory.set(rgb.subarray(pixel * 3, end * 3), rgbAt);
    loop(rgbAt, at, end - pixel);
    inks.set(memory.subarray(at, at + (end - pixel) * 4), pixel * 4);
  }
  return inks;
}

/** Pixels at a time: they stay in the processor's cache. */
const SLICE = 1 << 14;
