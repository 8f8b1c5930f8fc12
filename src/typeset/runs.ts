/** Runs, and what lines are made of: their words, their widths, and how letters of two runs are kerned. */
import type { Mils, Px } from '../units.ts';
import { faceOf } from './faces.ts';
import type { Run } from './model.ts';
import type { OpeningSpec } from './openings.ts';
import type { Scripts, Stretch } from './stretches.ts';
import type { Strip } from './strip.ts';
import type { CharStyle } from './style.ts';

/** What to make a line of: not justified, it keeps its natural gaps where they fit. */
export interface LineSpec extends OpeningSpec {
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

/** Whether two runs that touch are shaped as one: Chromium looks at the font alone, a link or a note in between is nothing to it. */
export const shapeTogether = (one: Pick<RunText, 'style'>, next: Pick<RunText, 'style'>): boolean =>
  one.style.face === next.style.face && one.style.size === next.style.size && faceIsLatin(one.style);

/**
 * Advances of runs that are shaped as one: the last letter of each is kerned with the first of the next, and a ligature’s
 * width is that of the run in which it begins; letter-spacing takes the ligatures away.
 */
export function advancesTogether(
  strip: Strip,
  runs: readonly Pick<RunText, 'style' | 'text'>[],
  spacing: Mils,
): Mils[] {
  const [first] = runs;
  const whole = runs.map(({ text }) => text).join('');
  const shaped = (first && strip.metrics[first.style.face]?.shape(whole, spacing === 0)) ?? new Float64Array();
  let at = 0;
  return runs.map(({ text }) => {
    const own = shaped.subarray(at, at + text.length);
    at += text.length;
    return own.reduce((sum, advance) => sum + advance, 0);
  });
}

/** A stretch of letters of one script, and what draws it. */
export interface Piece extends Stretch {
  readonly style: CharStyle;
}

/** A run of letters by its stretches; `scripts` has read the line so far. */
export const piecesOf = ({ style, text }: Pick<RunText, 'style' | 'text'>, scripts: Scripts): readonly Piece[] =>
  scripts.stretchesOf(text).map((part) => ({ ...part, style }));

/** Advances of runs, each in pieces, as far as these are shaped as one. */
export function advancesOf(strip: Strip, runs: readonly (readonly Piece[])[], spacing: Mils): readonly Mils[] {
  const together = (one: Piece, next: Piece): boolean => !next.anew && shapeTogether(one, next);
  const advances = chains(runs.flat(), together).flatMap((chain) => advancesTogether(strip, chain, spacing));
  let at = 0;
  return runs.map((pieces) => pieces.reduce((sum) => sum + (advances[at++] ?? 0), 0));
}

/** Neighbours that belong together, in order. */
export function chains<Item>(items: readonly Item[], joins: (one: Item, next: Item) => boolean): readonly Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const chain = found.at(-1);
    const last = chain?.at(-1);
    if (chain && last !== undefined && joins(last, item)) chain.push(item);
    else found.push([item]);
  }
  return found;
}
