/**
 * Total ink: the sum of the four plates at a point. Newsprint takes 240 % and no more; what is over sets off on the
 * next copy. All arrays are interleaved CMYK, one byte a plate, 255 = full ink.
 */

/** Percent of total area coverage to the sum of four bytes. */
const bytesOf = (percent: number): number => (percent * 255) / 100;

/** The heaviest point, in percent. */
export function heaviest(cmyk: Uint8Array): number {
  let most = 0;
  for (let at = 0; at + 3 < cmyk.length; at += 4) most = Math.max(most, sumAt(cmyk, at));
  return (most * 100) / 255;
}

const sumAt = (cmyk: Uint8Array, at: number): number =>
  (cmyk[at] ?? 0) + (cmyk[at + 1] ?? 0) + (cmyk[at + 2] ?? 0) + (cmyk[at + 3] ?? 0);

/**
 * Holds every point under a limit, in place: cyan, magenta and yellow give way alike, black stays, because black
 * carries the drawing.
 * @param limit percent, at least 100
 */
export function limitInk(cmyk: Uint8Array, limit: number): void {
  const most = Math.floor(bytesOf(limit));
  for (let at = 0; at + 3 < cmyk.length; at += 4) lighten(cmyk, at, most);
}

function lighten(cmyk: Uint8Array, at: number, most: number): void {
  if (sumAt(cmyk, at) <= most) return;
  const black = cmyk[at + 3] ?? 0;
  const share = Math.max(0, most - black) / (sumAt(cmyk, at) - black);
  for (let plate = at; plate < at + 3; plate++) cmyk[plate] = Math.floor((cmyk[plate] ?? 0) * share);
}

/** Edge of a JPEG block; an error in a block stays in it when chroma is not subsampled. */
const BLOCK = 8;

/** A compressed picture that has to lose ink. */
export interface Relief {
  /** What was compressed; changed in place. */
  readonly inks: Uint8Array;
  /** What came out of the compression. */
  readonly seen: Uint8Array;
  /** Pixels to a row. */
  readonly width: number;
  /** Percent. */
  readonly limit: number;
  /** 1, 2, …: each round takes more, since rounding in the compression can swallow a small step. */
  readonly round: number;
}

/** Takes ink out of the blocks in which a compressed copy came out over the limit. */
export function relieve({ inks, seen, width, limit, round }: Relief): void {
  const most = Math.floor(bytesOf(limit));
  const across = Math.ceil(width / BLOCK);
  const excess = new Map<number, number>();
  for (let at = 0; at + 3 < seen.length; at += 4) {
    const over = sumAt(seen, at) - most;
    if (over <= 0) continue;
    const block = blockAt(at, width, across);
    excess.set(block, Math.max(excess.get(block) ?? 0, over));
  }
  for (let at = 0; at + 3 < inks.length; at += 4) {
    const over = excess.get(blockAt(at, width, across));
    if (over !== undefined) lighten(inks, at, most - over * (round + 1) - STEP * round);
  }
}

/** Bytes of ink (of 1,020) that a round takes beyond what was over. */
const STEP = 12;

function blockAt(at: number, width: number, across: number): number {
  const pixel = at / 4;
  return Math.floor(Math.floor(pixel / width) / BLOCK) * across + Math.floor((pixel % width) / BLOCK);
}
