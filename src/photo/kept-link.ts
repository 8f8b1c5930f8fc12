/** The built-in profile's numbers, as Little CMS gave them: `npm run link:photo` writes them, a test asks Little CMS again. */
import { readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { promisify } from 'node:util';
import { brotliCompressSync, brotliDecompress } from 'node:zlib';
import { POINTS } from './device-link.ts';
import type { LinkNumbers } from './separation.ts';

/** SHA-256 of `press/profiles/newsprint-tr002.icc`, which the kept numbers are of. */
export const KEPT = 'a586529f5e1d2f8f4887fd034c180846bded7bd1c756b6e3b71398211ac98ff7';

/** Where they are kept: the grid's 16-bit inks, low byte first, then the tints; Brotli (RFC 7932). */
export const KEPT_LINK = new URL('./newsprint-tr002.link', import.meta.url);

const GRID_BYTES = POINTS ** 3 * 4 * 2;

const unpacked = promisify(brotliDecompress);

/** The numbers of the built-in profile; undefined for any other. */
export async function keptLink(sha256: string): Promise<LinkNumbers | undefined> {
  if (sha256 !== KEPT) return undefined;
  const bytes = await unpacked(await readFile(KEPT_LINK));
  const inks = new Uint8Array(bytes.subarray(0, GRID_BYTES));
  if (endianness() === 'BE') Buffer.from(inks.buffer).swap16();
  const grid = new Uint16Array(inks.buffer);
  return { grid, tints: () => bytes.subarray(GRID_BYTES) };
}

/** The bytes to keep. */
export function packLink({ grid, tints }: LinkNumbers): Uint8Array {
  const bytes = Buffer.alloc(GRID_BYTES + 256 * 3);
  grid.forEach((ink, at) => {
    bytes.writeUInt16LE(ink, at * 2);
  });
  bytes.set(tints(), GRID_BYTES);
  return brotliCompressSync(bytes);
}
