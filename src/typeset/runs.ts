/** Runs, and what lines are made of: their words, their widths, and how letters of two runs are kerned. */
import type { Mils, Px } from '../units.ts';
import { faceOf } from './faces.ts';
import type { Run } from './model.ts';
import type { Strip } from './strip.ts';
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

/** Words in one style, as they are drawn and as they were written. */
export interface RunText {
  readonly style: CharStyle;
  readonly text: string;
  readonly source: string;
}

/** Where a run stands, and how its letters are spaced. */
export interface RunPlace {
  readonly x: Px;
  readonly width: Px;
  readonly spacing: Mils;
  readonly scale: number;
}

/** A run of a line. */
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

/** Whether a style's face has letters alone. */
export const faceIsLatin = ({ face }: CharStyle): boolean => faceOf(face).script === 'latin';

/** Advance of a stretch of letters, kerned; letter-spacing takes the ligatures away. */
export function shapedAdvance(strip: Strip, { face }: CharStyle, text: string, spacing: Mils = 0): Mils {
  const advances = strip.metrics[face]?.shape(text, spacing === 0) ?? new Float64Array();
  return advances.reduce((sum, advance) => sum + advance, 0);
}

/** What the last letter of a run gives up, or gets, beside the first of the next; none between faces or sizes. */
export function kerning(
  strip: Strip,
  { style, text }: Pick<RunText, 'style' | 'text'>,
  next: Pick<RunText, 'style' | 'text'>,
  tracking: Mils = 0,
): Mils {
  if (style.face !== next.style.face || style.size !== next.style.size) return 0;
  const together = shapedAdvance(strip, style, text + next.text, tracking);
  return together - shapedAdvance(strip, style, text, tracking) - shapedAdvance(strip, style, next.text, tracking);
}
