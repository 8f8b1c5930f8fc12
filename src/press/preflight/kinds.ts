/** Kinds of colour space, for the preflight (ISO 32000-1, 8.6). */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Colour, Kind } from './marks.ts';
import { asName, asNumber, dig, members } from './objects.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  DeviceCMYK: 'cmyk',
  CMYK: 'cmyk',
  DeviceGray: 'grey',
  G: 'grey',
  CalGray: 'grey',
  DeviceRGB: 'rgb',
  RGB: 'rgb',
  CalRGB: 'rgb',
  Lab: 'lab',
  Pattern: 'pattern',
};

/** The kind of a colour space; a palette counts as what it is made of. */
export function kindOf(space: PDFObject | undefined, resources: PDFObject | undefined): Kind {
  const name = asName(space);
  if (name !== undefined) {
    const named = dig(resources, 'ColorSpace', name);
    return KINDS[name] ?? (named ? kindOf(named, undefined) : 'unknown');
  }
  const [family, base] = members(space);
  const kind = asName(family);
  if (kind === 'ICCBased')
    return ({ 1: 'grey', 3: 'rgb', 4: 'cmyk' } as const)[asNumber(dig(base, 'N')) ?? 0] ?? 'unknown';
  if (kind === 'Indexed' || kind === 'I') return kindOf(base, resources);
  if (kind === 'Separation' || kind === 'DeviceN') return platesOf(space, resources) ? 'cmyk' : 'spot';
  return KINDS[kind ?? ''] ?? 'unknown';
}

/** Plates of the inks that every press has (ISO 32000-1, 8.6.6.4): cyan, magenta, yellow, black. */
const PLATES: Readonly<Record<string, readonly number[]>> = {
  Cyan: [0],
  Magenta: [1],
  Yellow: [2],
  Black: [3],
  All: [0, 1, 2, 3],
  None: [],
};

/** The plates that each component of a space is laid on. */
export type Plates = readonly (readonly number[])[];

/**
 * The plates of a Separation or DeviceN that names the press's own inks and nothing else, with inks for its substitute too;
 * undefined for any other space. Of a palette, those of its base.
 */
export function platesOf(space: PDFObject | undefined, resources: PDFObject | undefined): Plates | undefined {
  const named = asName(space);
  const [family, inks, substitute] = members(named === undefined ? space : dig(resources, 'ColorSpace', named));
  const kind = asName(family);
  if (kind === 'Indexed' || kind === 'I') return platesOf(inks, resources);
  if (kind !== 'Separation' && kind !== 'DeviceN') return undefined;
  if (!['cmyk', 'grey'].includes(kindOf(substitute, resources))) return undefined;
  const plates = (kind === 'DeviceN' ? members(inks) : [inks]).map((ink) => PLATES[asName(ink) ?? '']);
  return plates.every((plate) => plate !== undefined) ? plates : undefined;
}

/** Cyan, magenta, yellow and black, 0–1, of the tints of such a space. */
export function inPlates(tints: readonly number[], plates: Plates): readonly number[] {
  const inks = [0, 0, 0, 0];
  for (const [at, own] of plates.entries())
    for (const plate of own) inks[plate] = Math.min(1, (inks[plate] ?? 0) + (tints[at] ?? 0));
  return inks;
}

/** What colours the patterns of a space that have none of their own (ISO 32000-1, 8.7.3.3); undefined for any other space. */
export function baseOf(space: PDFObject | undefined, resources: PDFObject | undefined): PDFObject | undefined {
  const named = asName(space);
  const [family, base] = members(named === undefined ? space : dig(resources, 'ColorSpace', named));
  return asName(family) === 'Pattern' ? base : undefined;
}

/** The colour with which a space begins (ISO 32000-1, 8.6.8): full tints, black. */
export function firstColour(space: PDFObject | undefined, resources: PDFObject | undefined): Colour {
  const kind = kindOf(space, resources);
  const plates = platesOf(space, resources);
  if (plates !== undefined)
    return nextColour(
      { kind, values: [], plates },
      plates.map(() => 1),
    );
  const base = baseOf(space, resources);
  if (base === undefined) return { kind, values: kind === 'cmyk' ? [0, 0, 0, 1] : [] };
  return { kind, values: [], under: firstColour(base, resources) };
}

/** The colour of these operands, in the space of the colour before. A pattern without colours of its own is its colour. */
export function nextColour({ kind, plates, under }: Colour, values: readonly number[]): Colour {
  if (under !== undefined) return { ...nextColour(under, values), under };
  return plates === undefined ? { kind, values } : { kind, values: inPlates(values, plates), plates };
}

/** The inks that a Separation or DeviceN names, the palette of a picture as well; of any other space, nothing. */
export function inksNamedBy(space: PDFObject | undefined, resources: PDFObject | undefined): readonly string[] {
  const named = asName(space);
  const [family, base] = members(named === undefined ? space : dig(resources, 'ColorSpace', named));
  switch (asName(family)) {
    case 'Separation':
    case 'DeviceN':
      return [base, ...members(base)].flatMap((ink) => asName(ink) ?? []);
    case 'Indexed':
      return inksNamedBy(base, resources);
    default:
      return [];
  }
}
