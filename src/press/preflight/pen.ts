/** The graphics state as far as the preflight follows it (ISO 32000-1, 8.4). */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { Colour } from './marks.ts';
import { asBool, asName, asNumber, dig, members } from './objects.ts';
import type { Six } from './plane.ts';

/** The graphics state as far as the rules ask for it (ISO 32000-1, 8.4). */
export interface Pen {
  ctm: Six;
  fill: Colour;
  stroke: Colour;
  width: number;
  font: PDFDict | undefined;
  size: number;
  render: number;
  fillOver: boolean;
  strokeOver: boolean;
  mode: 0 | 1;
}

const BLACK: Colour = { kind: 'grey', values: [0] };

/** The state in which a content stream begins. */
export const firstPen = (ctm: Six): Pen => ({
  ctm,
  fill: BLACK,
  stroke: BLACK,
  width: 1,
  font: undefined,
  size: 0,
  render: 0,
  fillOver: false,
  strokeOver: false,
  mode: 0,
});

/** Puts a colour on the pen. */
export function dip(pen: Pen, fill: boolean, colour: Colour): void {
  if (fill) pen.fill = colour;
  else pen.stroke = colour;
}

/** Sets what a graphics state dictionary sets. */
export function setState(pen: Pen, state: PDFDict): void {
  pen.width = asNumber(dig(state, 'LW')) ?? pen.width;
  const stroke = asBool(dig(state, 'OP'));
  const fill = asBool(dig(state, 'op')) ?? stroke;
  pen.strokeOver = stroke ?? pen.strokeOver;
  pen.fillOver = fill ?? pen.fillOver;
  const mode = asNumber(dig(state, 'OPM'));
  if (mode !== undefined) pen.mode = mode === 1 ? 1 : 0;
}

/** Transparency in a graphics state (ISO 32000-1, 11.6). */
export function isSeeThrough(state: PDFDict): boolean {
  const blend = dig(state, 'BM');
  const mode = asName(blend) ?? asName(members(blend)[0]);
  const soft = dig(state, 'SMask');
  return (
    (asNumber(dig(state, 'ca')) ?? 1) < 1 ||
    (asNumber(dig(state, 'CA')) ?? 1) < 1 ||
    (mode !== undefined && mode !== 'Normal' && mode !== 'Compatible') ||
    (soft !== undefined && asName(soft) !== 'None')
  );
}
