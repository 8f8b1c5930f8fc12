/** What `src/photo/kernels/ink.ts` computes, as plain loops of TypeScript: the reference that it is compared with, byte by byte. */

/** The greatest sum of four bytes that is no more than so many percent. */
export const mostOf = (percent: number): number => Math.floor((percent * 255) / 100);

/** The heaviest point, in percent. */
export function heaviest(cmyk: Uint8Array): number {
  let most = 0;
  for (let at = 0; at + 3 < cmyk.length; at += 4) {
    const sum = sumAt(cmyk, at);
    if (sum > most) most = sum;
  }
  return (most * 100) / 255;
}

/** The sum of the four bytes of a pixel. */
export const sumAt = (cmyk: Uint8Array, at: number): number =>
  (cmyk[at] as number) + (cmyk[at + 1] as number) + (cmyk[at + 2] as number) + (cmyk[at + 3] as number);

/**
 * Holds every point under a limit, in place: cyan, magenta and yellow give way alike, black stays, because black
 * carries the drawing.
 * @param limit percent, at least 100
 */
export function limitInk(cmyk: Uint8Array, limit: number): void {
  const most = mostOf(limit);
  for (let at = 0; at + 3 < cmyk.length; at += 4) if (sumAt(cmyk, at) > most) lighten(cmyk, at, most);
}

/** Brings a pixel that has more down to a sum of bytes; black alone may still be more. */
export function lighten(cmyk: Uint8Array, at: number, most: number): void {
  const black = cmyk[at + 3] ?? 0;
  const share = Math.max(0, most - black) / (sumAt(cmyk, at) - black);
  for (let plate = at; plate < at + 3; plate++) cmyk[plate] = Math.floor((cmyk[plate] ?? 0) * share);
}
