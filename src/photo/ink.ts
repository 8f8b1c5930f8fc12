/**
 * Total ink: the sum of the four plates at a point. Newsprint takes 240 % and no more; what is over sets off on the
 * next copy. All arrays are interleaved CMYK, one byte a plate, 255 = full ink.
 */
import { openKernels, workspace } from './kernels.ts';

/** The greatest sum of four bytes that is no more than so many percent. */
export const mostOf = (percent: number): number => Math.floor((percent * 255) / 100);

/**
 * Holds every point under a limit, in place: cyan, magenta and yellow give way alike, black stays, because black
 * carries the drawing.
 * @param limit percent, at least 100
 */
export function limitInk(cmyk: Uint8Array, limit: number): void {
  const { limitSums } = openKernels();
  for (const slice of slicesOf(cmyk)) {
    const { at, count, memory } = lay(slice);
    if (limitSums(at, count, mostOf(limit)) !== 0) slice.set(memory.subarray(at, at + slice.length));
  }
}

/** Bytes at a time: they stay in the processor's cache. */
const SLICE = 1 << 16;

function* slicesOf(cmyk: Uint8Array): Generator<Uint8Array> {
  const whole = cmyk.length - (cmyk.length % 4);
  for (let from = 0; from < whole; from += SLICE) yield cmyk.subarray(from, Math.min(whole, from + SLICE));
}

/** Lays pixels where the loops work, and as many without ink as make the last four whole. */
function lay(slice: Uint8Array): { readonly at: number; readonly count: number; readonly memory: Uint8Array } {
  const { at, memory } = workspace(SLICE);
  const count = Math.ceil(slice.length / 16) * 4;
  memory.set(slice, at);
  memory.fill(0, at + slice.length, at + count * 4);
  return { at, count, memory };
}
