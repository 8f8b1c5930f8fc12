/** What the colour spaces of a printed page are to the press: screen colour, grey, inks already, or something refused. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/** What becomes of a colour space: `refused` names one that has no ink. */
export type Space = 'rgb' | 'grey' | 'cmyk' | 'pattern' | { readonly refused: string };

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
    else if (isPalette(space) && isProfiledInk(space.lookup(1))) space.set(1, PDFName.of('DeviceCMYK'));
  }
}

const isPalette = (space: PDFObject | undefined): space is PDFArray =>
  space instanceof PDFArray && space.lookup(0) === PDFName.of('Indexed');

/** What the colours of a palette are; undefined for what is no palette. */
export function paletteSpace(space: PDFObject | undefined): Space | undefined {
  return isPalette(space) ? spaceOf(space.lookup(1), undefined) : undefined;
}
