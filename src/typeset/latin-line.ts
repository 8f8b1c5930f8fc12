/** A line of letters alone: the runs are shaped whole, and brought to the measure within the bounds of `letters.ts`. */
import type { Mils, Px } from '../units.ts';
import { drawnWidth } from './font/metrics.ts';
import { lettersAt, reachOf, SHORT_WORDS } from './letters.ts';
import type { Line, Run } from './model.ts';
import { advancesOf, faceIsLatin, type LineSpec, piecesOf, type RunText, toRun } from './runs.ts';
import { Scripts } from './stretches.ts';
import { type Strip, styleAt } from './strip.ts';

/** True for a line of letters alone in an alphabetic paper: it is shaped whole. */
export function isLatin(strip: Strip, { from, to }: Pick<LineSpec, 'from' | 'to'>): boolean {
  if (!strip.latin) return false;
  for (let at = from; at < to; at += 1) if (!faceIsLatin(styleAt(strip, at))) return false;
  return true;
}

/** A line of letters alone: the runs are shaped whole; word spaces open and close, and letters where those would gape or stick. */
export function setLatin(strip: Strip, spec: LineSpec): Line {
  const words = measureWords(strip, spec);
  if (spec.tracking) return openWords(strip, spec, words);
  const line = { ...words, spare: spec.measure - words.natural, size: strip.size };
  if (line.spare < 0 && strip.letters && words.words > 0) return closed(strip, spec, words);
  if (line.spare < 0 || !spec.justify) return openWords(strip, spec, words);
  const reach = reachOf(line);
  if (reach > REACHED) return openWords(strip, { ...spec, justify: false }, words, SHORT_WORDS * strip.size);
  return spaced(strip, spec, words, lettersAt(reach));
}

/** Letters that are spaced lose their ligatures, and a pair of letters is wider than its ligature: a line that has no room for it stays as it is. */
function spaced(strip: Strip, spec: LineSpec, words: MeasuredLine, ems: number): Line {
  const tracking = Math.floor(ems * 1000);
  const measured = tracking === 0 ? words : measureWords(strip, { ...spec, tracking });
  const sticksOut = tracking > 0 && measured.natural > spec.measure;
  return sticksOut ? openWords(strip, spec, words) : openWords(strip, { ...spec, tracking }, measured);
}

/** Word spaces give what they can, and letters the rest, what their ligatures were narrower by included. */
function closed(strip: Strip, spec: LineSpec, words: MeasuredLine): Line {
  const { from, to, measure } = spec;
  const air = (strip.squeezeAll[to - 1] ?? 0) - (strip.squeezeAll[from] ?? 0);
  if (words.natural - measure <= air) return openWords(strip, spec, words);
  const apart = measureWords(strip, { ...spec, tracking: -1 });
  const tracking = -1 - Math.ceil(((apart.natural - measure - air) * 1000) / (apart.letters * strip.size));
  return openWords(strip, { ...spec, tracking }, measureWords(strip, { ...spec, tracking }));
}

/** The breaks were chosen by words that were measured one by one: so far a line may go beyond the bounds by which they were. */
const REACHED = 1.1;

/** The words of a line, measured as they are drawn. */
interface MeasuredLine {
  readonly drafts: readonly MeasuredDraft[];
  /** Width at natural spaces, indent included. */
  readonly natural: Px;
  /** Word spaces. */
  readonly words: number;
  /** Characters, blanks included. */
  readonly letters: number;
}

interface MeasuredDraft extends RunText {
  /** Of its glyphs, without spacing. */
  readonly advance: Mils;
  readonly spacing: Px;
  readonly spaces: number;
}

function measureWords(strip: Strip, spec: LineSpec): MeasuredLine {
  const { indent, tracking = 0 } = spec;
  const texts = draftWords(strip, spec);
  const scripts = new Scripts();
  const pieces = texts.map((text) => piecesOf(text, scripts));
  const advances = advancesOf(strip, pieces, tracking);
  const drafts = texts.map(
    (draft, at): MeasuredDraft => ({
      ...draft,
      advance: advances[at] ?? 0,
      spacing: (draft.text.length * tracking * draft.style.size) / 1000,
      spaces: draft.text.split(' ').length - 1,
    }),
  );
  return {
    drafts,
    natural: drafts.reduce(
      (sum, { style, advance, spacing }) => sum + drawnWidth(advance, style.size, spacing),
      indent,
    ),
    words: drafts.reduce((sum, { spaces }) => sum + spaces, 0),
    letters: drafts.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** Opens the word spaces to the measure where the line is justified, else by as much as is wanted where it fits. */
function openWords(strip: Strip, spec: LineSpec, measured: MeasuredLine, wanted: Px = 0): Line {
  const { indent, justify, measure, tracking = 0, scale = 1 } = spec;
  const missing = measure - measured.natural;
  const filling = measured.words > 0 ? missing / measured.words : 0;
  const words = justify ? filling : Math.min(wanted, filling);
  let x = indent;
  const runs = measured.drafts.map(({ advance, spacing, spaces, ...draft }): Run => {
    const { size } = draft.style;
    // A run without a blank has the line's spacing too: where runs differ in it Chromium kerns nothing between them.
    const opened = Math.floor(((words * 1000) / size) * WORD_STEPS) / WORD_STEPS;
    const width = drawnWidth(advance, size, spacing + (spaces * opened * size) / 1000);
    const run = toRun(draft, { x: x * scale, width: width * scale, spacing: tracking, scale });
    x += width;
    return opened === 0 ? run : { ...run, words: opened };
  });
  return { runs, width: x * scale, stretch: Math.round((words / strip.size) * 1000) };
}

/** Word spacing is kept to a hundredth of a mil, which no line of words can add up to a layout unit. */
const WORD_STEPS = 100;

type Writable = { -readonly [key in keyof RunText]: RunText[key] };

/** Letters and blanks of one style together. */
function draftWords(strip: Strip, { from, to }: LineSpec): readonly RunText[] {
  const { text, source } = strip.characters;
  const drafts: Writable[] = [];
  for (let at = from; at < to; at += 1) {
    const style = styleAt(strip, at);
    let draft = drafts.at(-1);
    if (draft?.style !== style) {
      draft = { style, text: '', source: '' };
      drafts.push(draft);
    }
    const blank = (strip.blank[at] ?? 0) > 0 && at < to - 1 ? ' ' : '';
    draft.text += (text[at] ?? '') + blank;
    draft.source += (source[at] ?? '') + blank;
  }
  const last = drafts.at(-1);
  if (last && (strip.hyphen[to] ?? 0) > 0) last.text += '-';
  return drafts;
}
