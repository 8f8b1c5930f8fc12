/** The colours that a gradient runs through, as its functions say (ISO 32000-1, 7.10). */
import { PDFArray, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { inPlates, platesOf } from './kinds.ts';
import type { Colour, ShadeMark } from './marks.ts';
import { meshStops } from './mesh-stops.ts';
import { asNumber, asNumbers, bytesOf, dig, members } from './objects.ts';

/** The colours of a gradient's stops, or of a mesh's corners; none where they are a program. */
export function stopsOf({ kind, dict }: ShadeMark): readonly Colour[] {
  const plates = platesOf(dig(dict, 'ColorSpace'), undefined);
  const rule = dig(dict, 'Function');
  const stops = rule === undefined ? meshStops(dict) : valuesOf(rule);
  return stops.map((values) => ({ kind, values: plates === undefined ? values : inPlates(values, plates) }));
}

function valuesOf(rule: PDFObject | undefined): readonly (readonly number[])[] {
  // A function a plate: how far each goes, as if all went so far in one place.
  if (rule instanceof PDFArray) return [members(rule).map((one) => Math.max(0, ...valuesOf(one).flat()))];
  switch (asNumber(dig(rule, 'FunctionType'))) {
    case 0:
      return rule instanceof PDFRawStream ? samplesOf(rule) : [];
    case 2:
      return [endOf(rule, 'C0', 0), endOf(rule, 'C1', 1)];
    case 3:
      return members(dig(rule, 'Functions')).flatMap(valuesOf);
    default:
      return [];
  }
}

function endOf(rule: PDFObject | undefined, end: 'C0' | 'C1', absent: number): readonly number[] {
  const values = asNumbers(dig(rule, end));
  return values.length === 0 ? [absent] : values;
}

/** Samples of whole bytes; others no layout program writes. */
function samplesOf(rule: PDFRawStream): readonly (readonly number[])[] {
  const range = asNumbers(dig(rule, 'Range'));
  const decode = asNumbers(dig(rule, 'Decode'));
  const width = (asNumber(dig(rule, 'BitsPerSample')) ?? 0) / 8;
  if (width !== 1 && width !== 2) return [];
  const count = range.length / 2;
  const bytes = Buffer.from(bytesOf(rule));
  const reach = decode.length > 0 ? decode : range;
  const colours: number[][] = [];
  for (let at = 0; at + count * width <= bytes.length; at += count * width)
    colours.push(
      Array.from({ length: count }, (_, plate) => {
        const [low = 0, high = 1] = reach.slice(plate * 2, plate * 2 + 2);
        return low + (bytes.readUIntBE(at + plate * width, width) / (256 ** width - 1)) * (high - low);
      }),
    );
  return colours;
}
