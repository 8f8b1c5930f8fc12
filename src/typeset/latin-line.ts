/** A line of letters alone: the runs are shaped whole, and only the word spaces open. */
import type { Mils } from '../units.ts';
import { drawnWidth } from './font/metrics.ts';
import type { Line, Run } from './model.ts';
import { advancesTogether, chains, faceIsLatin, type LineSpec, type RunText, shapeTogether, toRun } from './runs.ts';
import { type Strip, styleAt } from './strip.ts';

/** True for a line of letters alone in an alphabetic paper: it is shaped whole. */
export function isLatin(strip: Strip, { from, to }: Pick<LineSpec, 'from' | 'to'>): boolean {
  if (!strip.latin) return false;
  for (let at = from; at < to; at += 1) if (!faceIsLatin(styleAt(strip, at))) return false;
  return true;
}

/** Sets such a line. */
export function setLatin(strip: Strip, spec: LineSpec): Line {
  const line = openWords(strip, spec);
  if (!spec.justify || spec.tracking || line.stretch < WIDE_WORDS) return line;
  return openWords(strip, { ...spec, tracking: line.stretch < VERY_WIDE_WORDS ? TRACKING / 2 : TRACKING });
}

/**
 * Word spaces opened by more than this share the room with the letters, which are spaced by a hundredth or a fiftieth
 * of an em: too little to be seen, enough to mend a river. House values.
 */
const WIDE_WORDS: Mils = 180;
const VERY_WIDE_WORDS: Mils = 320;
const TRACKING: Mils = 20;

function openWords(strip: Strip, spec: LineSpec): Line {
  const { indent, justify, measure, tracking = 0, scale = 1 } = spec;
  const drafts = draftWords(strip, spec);
  const advances = chains(drafts, shapeTogether).flatMap((chain) => advancesTogether(strip, chain, tracking));
  const widths = drafts.map(({ style, text }, at) => ({
    advance: advances[at] ?? 0,
    spacing: (text.length * tracking * style.size) / 1000,
    spaces: text.split(' ').length - 1,
  }));
  const total = widths.reduce((sum, { spaces }) => sum + spaces, 0);
  const natural = drafts.reduce((sum, { style }, at) => {
    const { advance = 0, spacing = 0 } = widths[at] ?? {};
    return sum + drawnWidth(advance, style.size, spacing);
  }, indent);
  const missing = measure - natural;
  const words = total > 0 && (justify || missing < 0) ? missing / total : 0;
  let x = indent;
  const runs = drafts.map((draft, at): Run => {
    const { advance = 0, spacing = 0, spaces = 0 } = widths[at] ?? {};
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
