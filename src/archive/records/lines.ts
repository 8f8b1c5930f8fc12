/**
 * A set line cut into strings that a search engine can point at. In: a line of the plan and where it stands. Out:
 * its strings, each with an exact box.
 *
 * A string never holds white space, and never mixes full-width with other characters. So every character of a
 * full-width string has the same advance: the box of its nth character is the nth part of the string's box, and one
 * string a clause is as exact as one element a character would be, at a tenth of the size.
 */
import type { FaceId, Line, Run } from '../../typeset/model.ts';
import type { Px } from '../../units.ts';
import type { Rect } from './regions.ts';

/** What is asked of the fonts. */
export interface Metrics {
  /** Ascent and descent (both positive) of a face, in ems: Chromium centres their sum in a line's box. */
  vertical(face: FaceId): { readonly ascent: number; readonly descent: number };
  /** Advance of a text in a face at a size without letter-spacing; undefined when the fonts are not at hand. */
  advance?(text: string, face: FaceId, size: Px): Px | undefined;
}

/** A string and its box. */
export interface SetString {
  readonly text: string;
  readonly rect: Rect;
  readonly face: FaceId;
  readonly size: Px;
  readonly raised: boolean;
  /** White space stands between this string and the one before it on the line. */
  readonly spaced: boolean;
}

/** A line and its strings from left to right. */
export interface SetLine {
  readonly rect: Rect;
  /** Distance of the baseline from the trim's upper edge. */
  readonly baseline: Px;
  readonly strings: readonly SetString[];
  /** The hyphen that the typesetter added at the end. */
  readonly hyphen?: SetString;
}

/** Ideographic em box: 0.88 em above the baseline, 0.12 em below (OpenType `ideo` baseline of Chinese fonts). */
const EM_ABOVE = 0.88;
const EM_BELOW = 0.12;

/** Characters that take a whole em in Chinese type. Quotes, dashes and dots are full width in a Han line only. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** Ends a clause: the next character opens a new string. */
const CLAUSE_END = /[，。；：！？、）》」』】”’]/u;

/** Cuts a line; undefined when nothing is printed on it. `at.height` is the height of the line's own box. */
export function setLine(line: Line, at: { x: Px; y: Px; height: Px }, metrics: Metrics): SetLine | undefined {
  const runs = line.runs.filter((run) => run.text.trim() !== '');
  const main = runs.reduce<Run | undefined>((best, run) => (best && best.size >= run.size ? best : run), undefined);
  if (main === undefined) return undefined;
  const { ascent, descent } = metrics.vertical(main.face);
  const baseline = at.y + (at.height - (ascent + descent) * main.size) / 2 + ascent * main.size;
  const strings = line.runs.flatMap((run, index) =>
    runStrings(run, { x: at.x, baseline, metrics }, line.runs[index - 1]),
  );
  const last = line.runs.at(-1);
  const isHyphenated = last?.source === '' && /^[-‐]$/u.test(last.text);
  const printed = isHyphenated ? strings.slice(0, -1) : strings;
  const hyphen = isHyphenated ? strings.at(-1) : undefined;
  const first = strings[0];
  const end = strings.at(-1);
  if (first === undefined || end === undefined || printed.length === 0) return undefined;
  const y = Math.min(...strings.map((string) => string.rect.y));
  const bottom = Math.max(...strings.map((string) => string.rect.y + string.rect.height));
  const rect = { x: first.rect.x, y, width: end.rect.x + end.rect.width - first.rect.x, height: bottom - y };
  return { rect, baseline, strings: printed, ...(hyphen ? { hyphen } : {}) };
}

interface Pen {
  readonly x: Px;
  readonly baseline: Px;
  readonly metrics: Metrics;
}

function runStrings(run: Run, pen: Pen, before: Run | undefined): readonly SetString[] {
  const pieces = cut(run.text);
  const widths = pieceWidths(pieces, run, pen.metrics);
  const baseline = pen.baseline - (run.raise ?? 0);
  const strings: SetString[] = [];
  let x = pen.x + run.x;
  let spaced = before !== undefined && /\s$/u.test(before.text);
  pieces.forEach((text, index) => {
    const width = widths[index] ?? 0;
    if (text.trim() === '') {
      spaced = true;
    } else {
      const rect = { x, y: baseline - EM_ABOVE * run.size, width, height: (EM_ABOVE + EM_BELOW) * run.size };
      strings.push({ text, rect, face: run.face, size: run.size, raised: (run.raise ?? 0) !== 0, spaced });
      spaced = false;
    }
    x += width;
  });
  return strings;
}

/** White space, clauses of full-width characters and words, in turn. */
function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  let kind = '';
  for (const character of text) {
    const own = /\s/u.test(character) ? 'space' : WIDE.test(character) ? 'wide' : 'narrow';
    const last = pieces.at(-1);
    const ended = last !== undefined && CLAUSE_END.test(last.slice(-1)) && !CLAUSE_END.test(character);
    if (last === undefined || own !== kind || ended) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
    kind = own;
  }
  return pieces;
}

/** Full-width pieces by arithmetic; the others by the font, or by their share of what is left of the run. */
function pieceWidths(pieces: readonly string[], run: Run, metrics: Metrics): readonly Px[] {
  const em = run.size * (run.scale ?? 1);
  const spacing = (run.spacing / 1000) * run.size;
  const measured = pieces.map((piece) => {
    const characters = [...piece].length;
    if (WIDE.test(piece)) return characters * (em + spacing);
    const advance = metrics.advance?.(piece, run.face, run.size);
    return advance === undefined ? undefined : advance * (run.scale ?? 1) + characters * spacing;
  });
  const unmeasured = pieces.filter((_, index) => measured[index] === undefined).join('').length;
  const left = run.width - measured.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const shared = measured.map((width, index) => width ?? (left * (pieces[index]?.length ?? 0)) / unmeasured);
  const total = shared.reduce((sum, width) => sum + width, 0);
  const rest = total === 0 ? 0 : run.width / total;
  const isOff = Math.abs(run.width - total) > 0.01;
  return isOff ? shared.map((width) => width * rest) : shared;
}
