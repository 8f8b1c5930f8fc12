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
  for (let at = 0; at + 3 < cmyk.length; at += 4) {
    if (sumAt(cmyk, at) > most) lighten(cmyk, at, most);
  }
}

function lighten(cmyk: Uint8Array, at: number, most: number): void {
  const black = cmyk[at + 3] ?? 0;
  const colours = sumAt(cmyk, at) - black;
  const share = Math.max(0, most - black) / colours;
  for (let plate = at; plate < at + 3; plate++) cmyk[plate] = Math.floor((cmyk[plate] ?? 0) * share);
}

/** Edge of a JPEG block; an error in a block stays in it when chroma is not subsampled. */
const BLOCK = 8;

/**
 * Takes ink out of the blocks in which a compressed copy came out over the limit, in place.
 * @param cmyk what was compressed
 * @param seen what came out of the compression
 * @param limit percent
 * @returns the number of blocks that were over
 */
export function relieve(cmyk: Uint8Array, seen: Uint8Array, width: number, limit: number): number {
  const most = Math.floor(bytesOf(limit));
  const across = Math.ceil(width / BLOCK);
  const excess = new Map<number, number>();
  for (let at = 0; at + 3 < seen.length; at += 4) {
    const over = sumAt(seen, at) - most;
    if (over <= 0) continue;
    const block = blockAt(at, width, across);
    excess.set(block, Math.max(excess.get(block) ?? 0, over));
  }
  if (excess.size === 0) return 0;
  for (let at = 0; at + 3 < cmyk.length; at += 4) {
    const over = excess.get(blockAt(at, width, across));
    // Only what is near the limit needs to give way; the 16 bytes (6 %) are the reach of a block's ringing.
    if (over !== undefined && sumAt(cmyk, at) > most - over - 16) lighten(cmyk, at, sumAt(cmyk, at) - over - 1);
  }
  return excess.size;
}

function blockAt(at: number, width: number, across: number): number {
  const pixel = at / 4;
  return Math.floor(Math.floor(pixel / width) / BLOCK) * across + Math.floor((pixel % width) / BLOCK);
}
