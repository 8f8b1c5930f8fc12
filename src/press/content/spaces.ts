/** What the colour spaces of a printed page are to the press: screen colour, grey, inks already, or something refused. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Ink } from '../colour/ink.ts';

/** What becomes of a colour space: `refused` names one that has no ink. */
export type Space = 'rgb' | 'grey' | 'cmyk' | 'pattern' | ProcessInks | { readonly refused: string };

/** A Separation or DeviceN of the press's own inks: for each component the plates that it goes to. */
export interface ProcessInks {
  readonly plates: readonly (readonly number[])[];
}

/** Inks of ISO 32000-1, 8.6.6.4 and 8.6.6.5, by the plates that they go to: cyan, magenta, yellow, black. */
const PLATES: Readonly<Record<string, readonly number[]>> = {
  Cyan: [0],
  Magenta: [1],
  Yellow: [2],
  Black: [3],
  All: [0, 1, 2, 3],
  None: [],
};

const DEVICE: Readonly<Record<string, Space>> = {
  DeviceRGB: 'rgb',
  RGB: 'rgb',
  CalRGB: 'rgb',
  DeviceGray: 'grey',
  G: 'grey',
  CalGray: 'grey',
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
  Pattern: 'pattern',
};

/** The kind of a colour space given by name or array (ISO 32000-1, 8.6). */
export function spaceOf(space: PDFObject | undefined, resources: PDFDict | undefined): Space {
  if (space instanceof PDFName) return DEVICE[space.decodeText()] ?? named(space, resources);
  if (!(space instanceof PDFArray)) return { refused: 'unknown' };
  const family = space.lookup(0);
  const name = family instanceof PDFName ? family.decodeText() : 'unknown';
  if (name === 'ICCBased') return profiled(space);
  if (name === 'Pattern' && space.size() > 1) return patternOn(spaceOf(space.lookup(1), resources));
  if (name === 'Separation' || name === 'DeviceN') return processInks(space) ?? { refused: name };
  return DEVICE[name] ?? { refused: name };
}

function named(name: PDFName, resources: PDFDict | undefined): Space {
  const spaces = resources?.lookup(PDFName.of('ColorSpace'));
  const space = spaces instanceof PDFDict ? spaces.lookup(name) : undefined;
  return space ? spaceOf(space, undefined) : { refused: name.decodeText() };
}

/** A profiled space by its number of channels: Chromium profiles screen colours only. */
function profiled(space: PDFArray): Space {
  const profile = space.lookup(1);
  const count = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
  const channels = count instanceof PDFNumber ? count.asNumber() : 0;
  return channels === 3 ? 'rgb' : channels === 1 ? 'grey' : channels === 4 ? 'cmyk' : { refused: 'ICCBased' };
}

/** Patterns that are given their colour: it has to be ink. */
const patternOn = (base: Space): Space =>
  base === 'grey' || isInk(base, true)
    ? 'pattern'
    : { refused: typeof base === 'object' && 'refused' in base ? base.refused : 'Pattern' };

/** The plates of a space that names no other inks than the press's, and has inks for its substitute as well. */
function processInks(space: PDFArray): ProcessInks | undefined {
  const substitute = spaceOf(space.lookup(2), undefined);
  if (substitute !== 'cmyk' && substitute !== 'grey') return undefined;
  const names = space.lookup(1);
  const plates = (names instanceof PDFArray ? names.asArray().map((_, at) => names.lookup(at)) : [names]).map((ink) =>
    ink instanceof PDFName ? PLATES[ink.decodeText()] : undefined,
  );
  return plates.every((plate) => plate !== undefined) ? { plates } : undefined;
}

/** Four shares of ink from the tints of a space's components. */
export function inkOfTints({ plates }: ProcessInks, tints: readonly number[]): Ink {
  const ink: [number, number, number, number] = [0, 0, 0, 0];
  plates.forEach((own, at) => {
    for (const plate of own) ink[plate] = Math.min(1, (ink[plate] ?? 0) + (tints[at] ?? 0));
  });
  return ink;
}

/** Is it ink already, on plates that the page has? */
export function isInk(space: Space | undefined, color: boolean): boolean {
  if (space === 'cmyk') return color;
  return typeof space === 'object' && 'plates' in space && (color || space.plates.flat().every((plate) => plate === 3));
}

/** True for inks with a profile of their own (ISO 32000-1, 8.6.5.5): the plate takes their numbers as they are. */
const isProfiledInk = (space: PDFObject | undefined): space is PDFArray =>
  space instanceof PDFArray && space.lookup(0) === PDFName.of('ICCBased') && spaceOf(space, undefined) === 'cmyk';

/**
 * Takes the profile off inks, as a plant's RIP would have to: it would separate them anew, black text into four plates.
 * @param holder a picture's or gradient's dictionary, or the colour spaces of resources
 */
export function plainInks(holder: PDFDict | undefined): void {
  for (const key of holder?.keys() ?? []) {
    const space = holder?.lookup(key);
    if (isProfiledInk(space)) holder?.set(key, PDFName.of('DeviceCMYK'));
    else if (isPalette(space)) plainPalette(space);
  }
  // What is to stand for device colours (8.6.5.6) would separate them anew as well.
  for (const key of ['DefaultGray', 'DefaultRGB', 'DefaultCMYK']) holder?.delete(PDFName.of(key));
}

function plainPalette(palette: PDFArray): void {
  const base = palette.lookup(1);
  if (isProfiledInk(base)) palette.set(1, PDFName.of('DeviceCMYK'));
  else if (spaceOf(base, undefined) === 'grey') palette.set(1, PDFName.of('DeviceGray'));
}

const isPalette = (space: PDFObject | undefined): space is PDFArray =>
  space instanceof PDFArray && space.lookup(0) === PDFName.of('Indexed');

/** What the colours of a palette are; undefined for what is no palette. */
export function paletteSpace(space: PDFObject | undefined): Space | undefined {
  return isPalette(space) ? spaceOf(space.lookup(1), undefined) : undefined;
}
