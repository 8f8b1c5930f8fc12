/**
 * Fourth step: a line of a paragraph brought to its measure and put together from runs, as a browser will draw them.
 * Air is given up and taken in CLREQ's order; what is left of a thousandth of an em is spread over the gaps, so that
 * the line ends where the measure does.
 */
import type { Mils, Px } from '../units.ts';
import { HAN } from './classes.ts';
import { STRETCH_LIMIT } from './cost.ts';
import { faceOf } from './faces.ts';
import { drawnWidth } from './font/metrics.ts';
import type { Line, Run } from './model.ts';
import { type Strip, styleAt, TIERS } from './strip.ts';
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

/** How near a justified line comes to its measure. */
const NEAR: Px = 0.008;

/** Sets one line. */
export function setLine(strip: Strip, spec: LineSpec): Line {
  const open = openings(strip, spec);
  const hyphen = (strip.hyphen[spec.to] ?? 0) > 0;
  if (strip.latin && isAllLatin(strip, spec)) return setLatin(strip, spec, hyphen);
  return setHan(strip, spec, open, hyphen);
}

interface Openings {
  /** Gap after each character of the line but the last, CSS px. */
  readonly gaps: Float64Array;
  /** What every slot was opened by. */
  readonly stretch: Px;
}

/** Final gaps of a line: natural ones, squeezed or opened tier by tier. */
function openings(strip: Strip, spec: LineSpec): Openings {
  const { from, to, measure, indent, justify, tracking = 0 } = spec;
  const last = to - 1;
  const gaps = strip.gap.slice(from, last);
  const extra = (tracking * strip.size) / 1000;
  if (extra !== 0) for (let at = 0; at < gaps.length; at += 1) gaps[at] = (gaps[at] ?? 0) + extra;
  const core = (strip.x[last] ?? 0) + (strip.core[last] ?? 0) - (strip.x[from] ?? 0) + (strip.hyphen[to] ?? 0);
  const spare = measure - indent - core - extra * gaps.length;
  if (spare < 0) squeeze(strip, from, gaps, -spare);
  if (spare <= 0 || !justify) return { gaps, stretch: spare < 0 ? spare / Math.max(1, gaps.length) : 0 };
  let rest = grow(strip.growWords, from, gaps, spare);
  rest = grow(strip.growMixed, from, gaps, rest);
  const slots = (strip.slots[last] ?? 0) - (strip.slots[from] ?? 0);
  if (slots === 0) return { gaps, stretch: 0 };
  const limit = strip.latin ? Number.POSITIVE_INFINITY : STRETCH_LIMIT * strip.size;
  const each = Math.min(rest / slots, limit);
  for (let at = 0; at < gaps.length; at += 1) {
    if ((strip.slots[from + at + 1] ?? 0) > (strip.slots[from + at] ?? 0)) gaps[at] = (gaps[at] ?? 0) + each;
  }
  return { gaps, stretch: each };
}

/** Takes air out of the gaps, tier by tier; within a tier every gap gives the same share. */
function squeeze(strip: Strip, from: number, gaps: Float64Array, needed: Px): void {
  let rest = needed;
  for (let tier = 0; tier < TIERS && rest > 1e-9; tier += 1) {
    const sums = strip.squeeze[tier];
    if (!sums) return;
    const air = (sums[from + gaps.length] ?? 0) - (sums[from] ?? 0);
    if (air <= 0) continue;
    const share = Math.min(1, rest / air);
    for (let at = 0; at < gaps.length; at += 1) {
      gaps[at] = (gaps[at] ?? 0) - share * ((sums[from + at + 1] ?? 0) - (sums[from + at] ?? 0));
    }
    rest -= air * share;
  }
}

/** Opens the gaps that the prefix sums name, up to their sums; what is left over. */
function grow(sums: Float64Array, from: number, gaps: Float64Array, spare: Px): Px {
  const room = (sums[from + gaps.length] ?? 0) - (sums[from] ?? 0);
  if (room <= 0) return spare;
  const share = Math.min(1, spare / room);
  for (let at = 0; at < gaps.length; at += 1) {
    gaps[at] = (gaps[at] ?? 0) + share * ((sums[from + at + 1] ?? 0) - (sums[from + at] ?? 0));
  }
  return spare - room * share;
}

/** A stretch of characters with one style and one spacing. */
interface Draft {
  readonly style: CharStyle;
  text: string;
  source: string;
  advance: Mils;
  units: number;
  spacing: Mils;
}

/** A line with Han characters: every gap is letter-spacing of the character before it. */
function setHan(strip: Strip, spec: LineSpec, open: Openings, hyphen: boolean): Line {
  const { from, to, indent, justify, scale = 1 } = spec;
  const count = to - from;
  const spacings = spacingsOf(strip, from, to, open.gaps);
  const x = indent - (strip.airLeft[from] ?? 0) * scale;
  let drafts = joinRuns(strip, from, to, spacings, hyphen);
  const target = spec.measure;
  if (justify && open.stretch < STRETCH_LIMIT * strip.size - 1e-6) {
    // Whole thousandths and whole layout units leave a few hundredths of a pixel: gaps that show it least take them.
    for (let round = 0; round < 4; round += 1) {
      const missing = target - (x + widthOf(drafts, scale));
      if (Math.abs(missing) <= NEAR) break;
      if (!spread(strip, from, spacings, missing)) break;
      drafts = joinRuns(strip, from, to, spacings, hyphen);
    }
  }
  const runs = placeRuns(drafts, x, scale);
  const last = runs.at(-1);
  const stretch = count > 1 ? Math.round((open.stretch / strip.size) * 1000) : 0;
  return { runs, width: last ? last.x + last.width : indent, stretch };
}

/** Letter-spacing after each character, whole mils of its own size; after a blank, of the blank. */
interface Spacings {
  readonly after: Int32Array;
  readonly blank: Int32Array;
}

function spacingsOf(strip: Strip, from: number, to: number, gaps: Float64Array): Spacings {
  const count = to - from;
  const after = new Int32Array(count);
  const blank = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const { size } = styleAt(strip, from + at);
    const mils = 1000 / size;
    const airRight = strip.airRight[from + at] ?? 0;
    if (at === count - 1) after[at] = Math.round(-airRight * mils);
    else {
      const free = (gaps[at] ?? 0) - (strip.airLeft[from + at + 1] ?? 0);
      const drawn = strip.blank[from + at] ?? 0;
      after[at] = Math.floor((drawn > 0 ? -airRight : free - airRight) * mils + 1e-6);
      if (drawn > 0) blank[at] = Math.floor((free - drawn) * mils + 1e-6);
    }
  }
  return { after, blank };
}

/** Gives out what is missing (or takes what is too much), a thousandth a gap, first where a mark or a blank hides it. */
function spread(strip: Strip, from: number, spacings: Spacings, missing: Px): boolean {
  const { after, blank } = spacings;
  const mil = strip.size / 1000;
  let steps = Math.round(missing / mil);
  if (steps === 0) return false;
  const step = Math.sign(steps);
  steps = Math.abs(steps);
  const isSlot = (at: number) => (strip.slots[from + at + 1] ?? 0) > (strip.slots[from + at] ?? 0);
  const hides = (at: number) =>
    isSlot(at) && (strip.classes[from + at] !== HAN || strip.classes[from + at + 1] !== HAN);
  const give = (at: number, amount: number): void => {
    const target = (strip.blank[from + at] ?? 0) > 0 ? blank : after;
    target[at] = (target[at] ?? 0) + amount;
  };
  for (let at = 0; at < after.length - 1; at += 1) {
    if (!hides(at)) continue;
    give(at, step * Math.min(steps, HIDDEN));
    steps -= Math.min(steps, HIDDEN);
    if (steps === 0) return true;
  }
  // Too much falls from the end of the line, too little is given from its beginning: the two never alternate.
  for (let at = 0; at < after.length - 1 && steps > 0; at += 1) {
    if (!isSlot(at)) continue;
    give(at, step);
    steps -= 1;
  }
  return true;
}

/** So many thousandths vanish in the air beside a mark. */
const HIDDEN = 12;

function joinRuns(strip: Strip, from: number, to: number, spacings: Spacings, hyphen: boolean): readonly Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  const add = (text: string, source: string, style: CharStyle, advance: Mils, spacing: Mils): void => {
    if (!draft || draft.style !== style || draft.spacing !== spacing) {
      draft = { style, text: '', source: '', advance: 0, units: 0, spacing };
      drafts.push(draft);
    }
    draft.text += text;
    draft.source += source;
    draft.advance += advance;
    draft.units += 1;
  };
  for (let at = from; at < to; at += 1) {
    const character = strip.characters[at];
    if (!character) break;
    const { style } = character;
    const mils = 1000 / style.size;
    add(character.text, character.source, style, (strip.advance[at] ?? 0) * mils, spacings.after[at - from] ?? 0);
    const blank = strip.blank[at] ?? 0;
    if (blank > 0 && at < to - 1) add(' ', ' ', style, blank * mils, spacings.blank[at - from] ?? 0);
  }
  if (hyphen) add('-', '', styleAt(strip, to - 1), ((strip.hyphen[to] ?? 0) * 1000) / styleAt(strip, to - 1).size, 0);
  return drafts;
}

const draftWidth = ({ advance, units, spacing, style }: Draft, scale: number): Px =>
  drawnWidth(advance, style.size, (units * spacing * style.size) / 1000) * scale;

const widthOf = (drafts: readonly Draft[], scale: number): Px =>
  drafts.reduce((sum, draft) => sum + draftWidth(draft, scale), 0);

function placeRuns(drafts: readonly Draft[], start: Px, scale: number): readonly Run[] {
  let x = start;
  return drafts.map((draft) => {
    const width = draftWidth(draft, scale);
    const run = toRun(draft, { x, width, scale });
    x += width;
    return run;
  });
}

function toRun(draft: Draft, at: { readonly x: Px; readonly width: Px; readonly scale: number }): Run {
  const { style, text, source, spacing } = draft;
  return {
    text,
    ...(source !== text && { source }),
    face: style.face,
    size: style.size,
    x: at.x,
    width: at.width,
    spacing,
    ...(at.scale !== 1 && { scale: at.scale }),
    ...(style.raise !== undefined && { raise: style.raise }),
    ...(style.href !== undefined && { href: style.href }),
    ...(style.note !== undefined && { note: style.note }),
    ...(style.underline && { underline: true }),
  };
}

function isAllLatin(strip: Strip, { from, to }: LineSpec): boolean {
  for (let at = from; at < to; at += 1) if (faceOf(styleAt(strip, at).face).script !== 'latin') return false;
  return true;
}

/** A line of letters alone: the runs are shaped whole, and only the word spaces open. */
function setLatin(strip: Strip, spec: LineSpec, hyphen: boolean): Line {
  const { from, to, indent, justify, measure, tracking = 0, scale = 1 } = spec;
  const none: Spacings = {
    after: new Int32Array(to - from).fill(tracking),
    blank: new Int32Array(to - from).fill(tracking),
  };
  const drafts = joinRuns(strip, from, to, none, hyphen).map((draft) => shaped(strip, draft));
  const spaces = drafts.map(({ text }) => text.split(' ').length - 1);
  const total = spaces.reduce((sum, count) => sum + count, 0);
  const missing = measure - indent - widthOf(drafts, scale);
  const words = total > 0 && (justify || missing < 0) ? missing / total : 0;
  let x = indent;
  const runs = drafts.map((draft, index): Run => {
    const mils = Math.floor(((words * 1000) / draft.style.size) * WORD_STEPS) / WORD_STEPS;
    const count = spaces[index] ?? 0;
    const spacing = (draft.text.length * draft.spacing * draft.style.size) / 1000;
    const width =
      drawnWidth(draft.advance, draft.style.size, spacing + (count * mils * draft.style.size) / 1000) * scale;
    const run = { ...toRun(draft, { x, width, scale }), ...(count > 0 && mils !== 0 && { words: mils }) };
    x += width;
    return run;
  });
  return { runs, width: x, stretch: Math.round((words / strip.size) * 1000) };
}

/** Word spacing is kept to a hundredth of a thousandth, which no line of words can add up to a layout unit. */
const WORD_STEPS = 100;

function shaped(strip: Strip, draft: Draft): Draft {
  const advances = strip.metrics[draft.style.face]?.shape(draft.text) ?? new Float64Array();
  return { ...draft, advance: advances.reduce((sum, advance) => sum + advance, 0) };
}
