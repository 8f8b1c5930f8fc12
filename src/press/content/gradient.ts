/**
 * Gradients: axial and radial shadings. Their stops become ink, and between the stops they run in ink, as every layout
 * program does it: a house colour stays exact and no step of the way falls outside what the inks can do.
 */
import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { both, type Phrase } from '../../fault.ts';
import { type Hex, hexOf } from '../colour/ink.ts';
import { isInk, spaceOf } from './spaces.ts';
import { numberIn, numbersOf } from './streams.ts';

/** A shading as it was printed. */
export interface Gradient {
  readonly dict: PDFDict;
  /** The exponential functions (ISO 32000-1, 7.10.3) that run from one stop to the next; empty when nothing has to change. */
  readonly runs: readonly PDFDict[];
  /** Why it cannot be carried over. */
  readonly refused?: Phrase;
}

const C0 = PDFName.of('C0');
const C1 = PDFName.of('C1');

/** Reads a shading and finds its stops. */
export function readGradient(dict: PDFDict, resources: PDFDict): Gradient {
  const space = spaceOf(dict.lookup(PDFName.of('ColorSpace')), resources);
  if (isInk(space, true)) return { dict, runs: [] };
  if (space !== 'rgb' && space !== 'grey')
    return { dict, runs: [], refused: both('its colour space is unknown', '色彩空间不明') };
  const kind = numberIn(dict, 'ShadingType');
  if (kind !== 2 && kind !== 3)
    return {
      dict,
      runs: [],
      refused: both('it is conic, repeating, see-through or a mesh', '是锥形、重复、透明或网格渐变'),
    };
  const runs = runsOf(dict.lookup(PDFName.of('Function')));
  return runs ? { dict, runs } : { dict, runs: [], refused: both('its colours are a program', '颜色由程序算出') };
}

/** All exponential functions below a function, through stitching ones. */
function runsOf(value: PDFObject | undefined): readonly PDFDict[] | undefined {
  if (!(value instanceof PDFDict)) return undefined;
  const kind = numberIn(value, 'FunctionType');
  if (kind === 2) return [value];
  const list = value.lookup(PDFName.of('Functions'));
  if (kind !== 3 || !(list instanceof PDFArray)) return undefined;
  const below = list.asArray().map((_, at) => runsOf(list.lookup(at)));
  return below.every((runs) => runs !== undefined) ? below.flat() : undefined;
}

/** The screen colours of a gradient's stops. */
export const stopsOf = ({ runs }: Gradient): readonly Hex[] => runs.flatMap((run) => [hexAt(run, C0), hexAt(run, C1)]);

/** Screen colour of one stop; one number is a grey. */
function hexAt(run: PDFDict, end: PDFName): Hex {
  const [red = end === C1 ? 1 : 0, green = red, blue = red] = numbersOf(run.lookup(end)) ?? [];
  return hexOf(red, green, blue);
}

/** Puts ink (or the light of a mask) in the place of the screen colours. */
export function inkGradient(
  context: PDFContext,
  { dict, runs }: Gradient,
  inkOf: (hex: Hex) => readonly number[],
): void {
  for (const run of runs) {
    const [from, to] = [inkOf(hexAt(run, C0)), inkOf(hexAt(run, C1))];
    run.set(C0, context.obj([...from]));
    run.set(C1, context.obj([...to]));
    dict.set(PDFName.of('ColorSpace'), PDFName.of(from.length === 4 ? 'DeviceCMYK' : 'DeviceGray'));
  }
  dict.delete(PDFName.of('Background'));
}
