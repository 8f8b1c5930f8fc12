/** Kinds of colour space, for the preflight (ISO 32000-1, 8.6). */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Kind } from './marks.ts';
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
  Separation: 'spot',
  DeviceN: 'spot',
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
  return KINDS[kind ?? ''] ?? 'unknown';
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
