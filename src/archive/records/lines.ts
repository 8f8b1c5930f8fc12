/**
 * A set line cut into strings that a search engine can point at. In: a line of the plan and where it stands. Out:
 * its strings, each with an exact box.
 *
 * A string never holds white space, and never mixes full-width with other characters. So every character of a
 * full-width string has the same advance: the box of its nth character is the nth part of the string's box, and one
 * string a clause is as exact as one element a character would be, at a tenth of the size.
 */
import type { FaceId, Line, Run } from '../../typeset/model.ts';
import type { Mils, Px } from '../../units.ts';
import type { Rect } from './regions.ts';

/** What is asked of a font; the typesetter's own metrics answer it. */
export interface FaceMeasure {
  /** Above the baseline. */
  readonly ascent: Mils;
  /** Below the baseline, positive. */
  readonly descent: Mils;
  /** Advances of every UTF-16 unit of a text as drawn on one line. */
  shape(text: string): ArrayLike<number>;
}

/** Every face that the pages were set in. */
export type Metrics = Readonly<Record<FaceId, FaceMeasure>>;

/** Where a line stands: its box on the page, and the face and size whose ascent and descent put its baseline. */
export interface LinePlace {
  readonly x: Px;
  readonly y: Px;
  readonly height: Px;
  readonly strut: { readonly face: FaceId; readonly size: Px };
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

/** Cuts a line; undefined when nothing is printed on it. */
export function setLine(line: Line, at: LinePlace, metrics: Metrics): SetLine | undefined {
  const baseline = at.y + baselineIn(at, metrics);
  const strings = line.runs.flatMap((run, index) =>
    runStrings(run, { x: at.x, baseline, metrics }, line.runs[index - 1]),
  );
  const last = line.runs.at(-1);
  if (last !== undefined) unspaceEnd(strings, last);
  const drawn = strings.at(-1);
  const [part, hyphen] = last === undefined || drawn === undefined ? [] : hyphenApart(drawn, last, metrics);
  const printed = wholeWords(part === undefined ? strings : [...strings.slice(0, -1), part]);
  const first = strings[0];
  const end = strings.at(-1);
  if (first === undefined || end === undefined || printed.length === 0) return undefined;
  const y = Math.min(...strings.map((string) => string.rect.y));
  const bottom = Math.max(...strings.map((string) => string.rect.y + string.rect.height));
  const rect = { x: first.rect.x, y, width: end.rect.x + end.rect.width - first.rect.x, height: bottom - y };
  return { rect, baseline, strings: printed, ...(hyphen ? { hyphen } : {}) };
}

/** The last string of a line without the hyphen that the typesetter added to it, and that hyphen. */
function hyphenApart(end: SetString, run: Run, metrics: Metrics): readonly SetString[] {
  if (run.source === undefined || !/.[-‐]$/u.test(end.text) || /[-‐]$/u.test(run.source)) return [end];
  const [before = 0, after = 0] = characterEnds(run, metrics).slice(-2);
  const { rect } = end;
  const width = rect.width - (after - before);
  return [
    { ...end, text: end.text.slice(0, -1), rect: { ...rect, width } },
    { ...end, text: end.text.slice(-1), rect: { ...rect, x: rect.x + width, width: after - before }, spaced: false },
  ];
}

/** A word that the typesetter cut into runs of different spacing is one string again. */
function wholeWords(strings: readonly SetString[]): SetString[] {
  const words: SetString[] = [];
  for (const string of strings) {
    const last = words.at(-1);
    if (last !== undefined && !string.spaced && isWordOf(last, string)) {
      const { rect } = last;
      const width = string.rect.x + string.rect.width - rect.x;
      words[words.length - 1] = { ...last, text: last.text + string.text, rect: { ...rect, width } };
    } else words.push(string);
  }
  return words;
}

/** Both of word characters, of one size on one baseline, and touching. */
function isWordOf(one: SetString, next: SetString): boolean {
  const isSameType = one.size === next.size && one.rect.y === next.rect.y;
  const gap = next.rect.x - one.rect.x - one.rect.width;
  return (
    isSameType &&
    Math.abs(gap) < one.size / 4 &&
    [one, next].every(({ text }) => kindOf(text.slice(-1)) === 'word' && kindOf(text) === 'word')
  );
}

/**
 * A line's last glyph has no neighbour, so the spacing after it is no part of it: a comma that was squeezed to half
 * an em at the line's end has a whole em's box, as its opening fellow at the line's start has.
 */
function unspaceEnd(strings: SetString[], run: Run): void {
  const end = strings.at(-1);
  if (end === undefined || !run.text.endsWith(end.text)) return;
  const spacing = (run.spacing * run.size * (run.scale ?? 1)) / 1000;
  strings[strings.length - 1] = { ...end, rect: { ...end.rect, width: end.rect.width - spacing } };
}

/** The strut's ascent and descent in whole pixels, centred in the line's height (CSS 2.1 §10.8); Chromium rounds the lead above down. */
function baselineIn({ height, strut }: LinePlace, metrics: Metrics): Px {
  const { ascent = 0, descent = 0 } = metrics[strut.face] ?? {};
  const above = Math.round((ascent * strut.size) / 1000);
  const below = Math.round((descent * strut.size) / 1000);
  return Math.floor((height - above - below) / 2) + above;
}

interface Pen {
  readonly x: Px;
  readonly baseline: Px;
  readonly metrics: Metrics;
}

function runStrings(run: Run, pen: Pen, before: Run | undefined): readonly SetString[] {
  const ends = characterEnds(run, pen.metrics);
  const baseline = pen.baseline - (run.raise ?? 0);
  const origin = pen.x + run.x;
  const strings: SetString[] = [];
  let spaced = before !== undefined && /\s$/u.test(before.text);
  let at = 0;
  for (const text of cut(run.text)) {
    const start = at === 0 ? 0 : (ends[at - 1] ?? 0);
    at += text.length;
    if (text.trim() === '') {
      spaced = true;
      continue;
    }
    const width = (ends[at - 1] ?? 0) - start;
    const rect = {
      x: origin + start,
      y: baseline - EM_ABOVE * run.size,
      width,
      height: (EM_ABOVE + EM_BELOW) * run.size,
    };
    strings.push({ text, rect, face: run.face, size: run.size, raised: (run.raise ?? 0) !== 0, spaced });
    spaced = false;
  }
  return strings;
}

/** What a character is to a reader: white space, a full-width one, a mark that is as wide as its face makes it, a part of a word. */
function kindOf(character: string): 'space' | 'wide' | 'mark' | 'word' {
  if (/\s/u.test(character)) return 'space';
  if (WIDE.test(character)) return 'wide';
  return /[“”—…·]/u.test(character) ? 'mark' : 'word';
}

/** White space, clauses of full-width characters, marks and words, in turn. */
function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  let kind = '';
  for (const character of text) {
    const own = kindOf(character);
    const last = pieces.at(-1);
    const ended = last !== undefined && CLAUSE_END.test(last.slice(-1)) && !CLAUSE_END.test(character);
    if (last === undefined || own !== kind || ended) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
    kind = own;
  }
  return pieces;
}

/** Where each UTF-16 unit of a run ends, from the run's origin; the last one at the run's planned width. */
function characterEnds(run: Run, metrics: Metrics): readonly Px[] {
  const advances = metrics[run.face]?.shape(run.text) ?? [];
  const ends: Px[] = [];
  let pen = 0;
  for (let at = 0; at < run.text.length; at++) {
    const unit = run.text.charCodeAt(at);
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
    const extra = isSecondHalf ? 0 : run.spacing + (run.text[at] === ' ' ? (run.words ?? 0) : 0);
    pen += (((advances[at] ?? 0) + extra) * run.size * (run.scale ?? 1)) / 1000;
    ends.push(pen);
  }
  const stretch = pen === 0 ? 1 : run.width / pen;
  return ends.map((end) => end * stretch);
}
