/**
 * The palette of a page: every screen colour that is drawn on it, with its ink. Greys go to black alone, house colours by
 * the paper's exact table, all others through the output profile.
 */
import type { HouseColour } from '../../issue/model.ts';
import { openSeparation } from '../../photo/separation.ts';
import { blackOf, channels, type Hex, type Ink, lumaOf } from './ink.ts';

/** Ink of each screen colour that was asked for. */
export type Palette = ReadonlyMap<Hex, Ink>;

/** What decides a page's ink for a screen colour. */
export interface PaletteRules {
  /** False: the page has one plate, black; colours become the grey of their lightness. */
  readonly color: boolean;
  readonly house: Readonly<Record<string, HouseColour>>;
  /** Absolute path of the output profile. */
  readonly profile: string;
  /** Greatest sum of the four inks, percent. */
  readonly inkLimit: number;
}

/**
 * A house colour darker than this is printed solid on a page without colour: a nameplate in a screen of 78 % black has ragged
 * edges. A paler one is a tint, on which type must be read.
 */
const STRONG = 0.5;
const SOLID: Ink = [0, 0, 0, 1];

/** Decides the ink of each colour. */
export async function mixInks(colours: Iterable<Hex>, rules: PaletteRules): Promise<Palette> {
  const palette = new Map<Hex, Ink>();
  const others: Hex[] = [];
  const house = new Map(Object.values(rules.house).map(({ rgb, cmyk }) => [rgb.toLowerCase(), cmyk]));
  for (const hex of [...new Set(colours)].sort()) {
    const exact = house.get(hex);
    const [red, green, blue] = channels(hex);
    if (!rules.color && exact && lumaOf(hex) < STRONG) palette.set(hex, SOLID);
    else if (!rules.color || (red === green && green === blue)) palette.set(hex, blackOf(lumaOf(hex)));
    else if (exact) palette.set(hex, [exact[0] / 100, exact[1] / 100, exact[2] / 100, exact[3] / 100]);
    else others.push(hex);
  }
  for (const [hex, ink] of await separate(others, rules)) palette.set(hex, ink);
  return palette;
}

/** Colours through the profile, the same way as the photos: a tint and a picture of it agree. */
async function separate(colours: readonly Hex[], { profile, inkLimit }: PaletteRules): Promise<Palette> {
  if (colours.length === 0) return new Map();
  const { inks } = await openSeparation(profile);
  const bytes = inks(Uint8Array.from(colours.flatMap(channels)));
  return new Map(colours.map((hex, at) => [hex, withinLimit(inkAt(bytes, at * 4), inkLimit / 100)]));
}

const inkAt = (bytes: Uint8Array, at: number): Ink => [
  percent(bytes[at]),
  percent(bytes[at + 1]),
  percent(bytes[at + 2]),
  percent(bytes[at + 3]),
];

const percent = (byte = 0): number => Math.round(byte / 2.55) / 100;

/** Takes cyan, magenta and yellow back in equal shares until the sum holds; black carries the drawing. */
export function withinLimit(ink: Ink, limit: number): Ink {
  const [cyan, magenta, yellow, black] = ink;
  const coloured = cyan + magenta + yellow;
  if (coloured + black <= limit || coloured === 0) return ink;
  const share = Math.max(0, limit - black) / coloured;
  const less = (part: number) => Math.floor(part * share * 1000) / 1000;
  return [less(cyan), less(magenta), less(yellow), black];
}
