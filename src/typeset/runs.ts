/** What lines are put together from: runs of one style and one spacing, as a browser will draw them. */
import type { Mils, Px } from '../units.ts';
import { faceOf } from './faces.ts';
import type { Run } from './model.ts';
import { type Strip, styleAt } from './strip.ts';
import type { CharStyle } from './style.ts';

/** What to make a line of. */
export interface LineSpec {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly measure: Px;
  /** Left free before the first character. */
  readonly indent: Px;
  /** Bring the line to the measure; otherwise it keeps its natural gaps where they fit. */
  readonly justify: boolean;
  /** Added to every gap, mils of the size (tracking of heads). */
  readonly tracking?: Mils;
  /** Horizontal scale of the whole line. */
  readonly scale?: number;
}

/** Characters of one style. */
export interface RunText {
  readonly style: CharStyle;
  readonly text: string;
  readonly source: string;
}

/** Where a run stands on its line, and how wide it is drawn. */
export interface RunPlace {
  readonly x: Px;
  readonly width: Px;
  readonly spacing: Mils;
  readonly scale: number;
}

/** Characters as a run at its place. */
export function toRun({ style, text, source }: RunText, place: RunPlace): Run {
  const { x, width, spacing, scale } = place;
  return {
    text,
    ...(source !== text && { source }),
    face: style.face,
    size: style.size,
    x,
    width,
    spacing,
    ...(scale !== 1 && { scale }),
    ...(style.raise !== undefined && { raise: style.raise }),
    ...(style.href !== undefined && { href: style.href }),
    ...(style.note !== undefined && { note: style.note }),
    ...(style.underline && { underline: true }),
  };
}

/** True for a style of an alphabetic face. */
export const faceIsLatin = ({ face }: CharStyle): boolean => faceOf(face).script === 'latin';

/** True for a line of letters alone in an alphabetic paper: it is shaped whole. */
export function isLatin(strip: Strip, { from, to }: Pick<LineSpec, 'from' | 'to'>): boolean {
  if (!strip.latin) return false;
  for (let at = from; at < to; at += 1) if (!faceIsLatin(styleAt(strip, at))) return false;
  return true;
}

/** Advance of a stretch of letters, kerned; letter-spacing takes the ligatures away. */
export function shapedAdvance(strip: Strip, { face }: CharStyle, text: string, spacing: Mils = 0): Mils {
  const advances = strip.metrics[face]?.shape(text, spacing === 0) ?? new Float64Array();
  return advances.reduce((sum, advance) => sum + advance, 0);
}
