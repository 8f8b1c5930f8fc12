/**
 * Colour through the press profile: from sRGB to the four inks. Relative colorimetric with black point compensation:
 * newsprint's black reflects an eighth of its paper's light, so without compensation every tone under that would be one
 * black (sharp has no such compensation).
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gridColours, packGrid, throughLink } from './device-link.ts';
import { keptLink } from './kept-link.ts';

/** A press profile, opened. */
export interface Separation {
  /** SHA-256 of the profile, hex. */
  readonly sha256: string;
  /** Interleaved 8-bit sRGB to interleaved CMYK, one byte a plate, 255 = full ink. The ink limit is the profile's. */
  inks(rgb: Uint8Array): Uint8Array;
  /** What each of the 256 tints of black alone reflects beside the bare paper, interleaved 8-bit sRGB. */
  tints(): Uint8Array;
}

/** What Little CMS knows of a profile and the photo room wants to know. */
export interface LinkNumbers {
  /** Inks of the colours of `device-link.ts`, interleaved, 65,535 = full ink. */
  readonly grid: Uint16Array;
  /** As in {@link Separation}. */
  tints(): Uint8Array;
}

const opened = new Map<string, Promise<Separation>>();

/**
 * Opens a CMYK profile; the same profile is opened once.
 * @param profile absolute path
 * @throws Error when Little CMS cannot make a transform of it; the press room checks profiles before
 */
export async function openSeparation(profile: string): Promise<Separation> {
  const icc = await readFile(profile);
  const sha256 = createHash('sha256').update(icc).digest('hex');
  const separation = opened.get(sha256) ?? prepare(icc, sha256, profile);
  opened.set(sha256, separation);
  return separation;
}

async function prepare(icc: Uint8Array, sha256: string, profile: string): Promise<Separation> {
  const { grid, tints } = (await keptLink(sha256)) ?? (await measureLink(icc, profile));
  const packed = packGrid(grid);
  return { sha256, inks: (rgb) => throughLink(packed, rgb), tints };
}

/** Asks Little CMS, which is loaded for this alone. */
export async function measureLink(icc: Uint8Array, shown: string): Promise<LinkNumbers> {
  const { openPressColours } = await import('./little-cms.ts');
  const colours = await openPressColours(icc, shown);
  const grid = colours.toPress(16)(gridColours());
  return { grid, tints: () => colours.toScreen(false)(blackRamp()) };
}

/** Every tint of black alone, as CMYK. */
function blackRamp(): Uint8Array {
  const ramp = new Uint8Array(256 * 4);
  for (let ink = 0; ink < 256; ink++) ramp[ink * 4 + 3] = ink;
  return ramp;
}
