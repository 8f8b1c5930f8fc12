/**
 * Likeness: is this the same picture at another size, quality or crop of a few percent? A difference hash of
 * 8 × 8 bits (neighbouring pixels of a 9 × 8 grey thumbnail compared), after N. Krawetz, “Kind of Like That” (2013).
 */

/** Size of the grey thumbnail that {@link likenessOf} wants. */
export const THUMBNAIL = { width: 9, height: 8 } as const;

/** The 64-bit difference hash of a 9 × 8 grey thumbnail, one byte a pixel, as 16 hex digits. */
export function likenessOf(grey: Uint8Array): string {
  let hex = '';
  for (let row = 0; row < THUMBNAIL.height; row++) {
    let bits = 0;
    for (let column = 0; column < THUMBNAIL.width - 1; column++) {
      const at = row * THUMBNAIL.width + column;
      bits = (bits << 1) | ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1 : 0);
    }
    hex += bits.toString(16).padStart(2, '0');
  }
  return hex;
}

/** Bits in which two hashes differ, 0–64. Up to {@link SAME} mean the same picture. */
export function unlikeness(one: string, other: string): number {
  let differing = 0;
  for (let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`); bits > 0n; bits &= bits - 1n) differing++;
  return differing;
}

/** Krawetz: more than 10 bits apart is another picture. The house is stricter, since a false alarm stops an editor. */
export const SAME = 6;
