/**
 * Fourth step: a line of a paragraph brought to its measure and put together from runs, as a browser will draw them.
 * Air is given up and taken in CLREQ's order (`openings`). A run has one letter-spacing, a whole number of mils; where
 * a gap differs, beside a mark or a Latin word, the next run begins at its own x, so that nothing adds up.
 */
import type { Mils, Px } from '../units.ts';
import { STRETCH_LIMIT } from './cost.ts';
import { drawnWidth, LAYOUT_UNIT } from './font/metrics.ts';
import { isLatin, setLatin } from './latin-line.ts';
import type { Line, Run } from './model.ts';
import { type Openings, openings } from './openings.ts';
import { advancesOf, chains, faceIsLatin, type LineSpec, type Piece, piecesOf, shapeTogether, toRun } from './runs.ts';
import { Scripts } from './stretches.ts';
import { type Strip, styleAt } from './strip.ts';
import type { CharStyle } from './style.ts';

/** Sets one line. */
export function setLine(strip: Strip, spec: LineSpec): Line {
  return isLatin(strip, spec) ? setLatin(strip, spec) : setHan(strip, spec);
}

/** A stretch of characters with one style and one spacing. */
interface Draft {
  readonly style: CharStyle;
  text: string;
  source: string;
  /** Of all glyphs, without spacing. */
  advance: Mils;
  /** Characters that get the spacing. */
  units: number;
  spacing: Mils | undefined;
  /** Where its first glyph's origin belongs, CSS px from the line's left edge, before scaling. */
  readonly origin: Px;
}

/** A line with Han characters. */
function setHan(strip: Strip, spec: LineSpec): Line {
  const { from, to, indent, scale = 1, tracking = 0 } = spec;
  const open = openings(strip, spec);
  const regular = wholeMils((open.each * 1000) / strip.size) + tracking;
  const drafts = draftRuns(strip, spec, open, regular);
  // A line whose gaps are at their limit stays as short as it is.
  const justify = spec.justify && (strip.latin || open.each < STRETCH_LIMIT * strip.size - LAYOUT_UNIT / 8);
  const runs = placeRuns(strip, drafts, { regular, scale, end: spec.measure, justify });
  const last = runs.at(-1);
  const closing = open.taken / Math.max(1, to - from - 1);
  const stretch = Math.round(((open.each - closing) * 1000) / strip.size);
  return { runs, width: last ? last.x + last.width : indent * scale, stretch };
}

/** Near the limit upwards, so that what is left over closes the last gap and never opens it beyond. */
function wholeMils(mils: Mils): Mils {
  return mils > CLOSE_TO_LIMIT ? Math.ceil(mils - 1e-6) : Math.round(mils);
}

const CLOSE_TO_LIMIT: Mils = STRETCH_LIMIT * 1000 - 20;

/** Puts characters together as long as their gaps agree. */
function draftRuns(strip: Strip, { from, to, indent }: LineSpec, open: Openings, regular: Mils): Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  const { text, source } = strip.characters;
  // What is less than a mil a gap shows in no spacing; the last character stands where it belongs all the same.
  const isChanged = open.each > 0 || open.taken > 0;
  let pen = indent;
  for (let at = from; at < to; at += 1) {
    const style = styleAt(strip, at);
    const mils = 1000 / style.size;
    if (!draft || draft.style !== style || (at === to - 1 && (isChanged || standsAlone(strip, at, draft)))) {
      const origin = pen - (strip.airLeft[at] ?? 0);
      draft = { style, text: '', source: '', advance: 0, units: 0, spacing: undefined, origin };
      drafts.push(draft);
    }
    draft.text += text[at] ?? '';
    draft.source += source[at] ?? '';
    draft.advance += (strip.advance[at] ?? 0) * mils;
    draft.units += 1;
    if (at === to - 1) {
      draft.spacing ??= Math.round(-(strip.airRight[at] ?? 0) * mils);
      break;
    }
    const gap = open.gaps[at - from] ?? 0;
    pen += (strip.core[at] ?? 0) + gap;
    const blank = strip.blank[at] ?? 0;
    if (blank > 0) {
      draft.text += ' ';
      draft.source += ' ';
      draft.advance += blank * mils;
      draft.units += 1;
    }
    if (blank > 0 || !joins(strip, at, gap, draft, regular)) draft = undefined;
  }
  if ((strip.hyphen[to] ?? 0) > 0) addHyphen(strip, to, drafts);
  return drafts;
}

/** The last character has no gap after it: neither the line's spacing nor the air of its own right half. */
const standsAlone = (strip: Strip, at: number, draft: Draft): boolean =>
  (draft.spacing ?? 0) !== 0 || Math.abs(strip.airRight[at] ?? 0) > 1e-6;

/** Whether the next character can stand in the same run: the gap is the line's regular one, or none inside a word. */
function joins(strip: Strip, at: number, gap: Px, draft: Draft, regular: Mils): boolean {
  const isSlot = (strip.slots[at + 1] ?? 0) > (strip.slots[at] ?? 0);
  const spacing = isSlot ? regular : 0;
  const extra = gap - (strip.airRight[at] ?? 0) - (strip.airLeft[at + 1] ?? 0);
  if (Math.abs((extra * 1000) / draft.style.size - spacing) > NEAR_MILS) return false;
  if (draft.spacing !== undefined && draft.spacing !== spacing) return false;
  draft.spacing = spacing;
  return true;
}

/** A gap this near to the line's spacing is the same gap; what it differs by, the last gap of the line takes. */
const NEAR_MILS: Mils = 1;

function addHyphen(strip: Strip, to: number, drafts: Draft[]): void {
  const draft = drafts.at(-1);
  if (!draft) return;
  draft.text += '-';
  draft.advance += ((strip.hyphen[to] ?? 0) * 1000) / draft.style.size;
  draft.units += 1;
}

/** Runs closer than this to where the one before them ends touch it. */
const TOUCHING: Px = LAYOUT_UNIT;

interface Placing {
  readonly regular: Mils;
  readonly scale: number;
  /** Where the line may end at most, and has to when it is justified. */
  readonly end: Px;
  readonly justify: boolean;
}

/** The last run of a line moves by so much at most to end with the measure. */
const NUDGE: Px = 20 * LAYOUT_UNIT;

/** A run with its place, before scaling. */
interface Placed {
  readonly draft: Draft;
  /** Of a run of letters. */
  readonly pieces: readonly Piece[];
  readonly spacing: Mils;
  x: Px;
  width: Px;
}

/** Gives every run its place: where it belongs, to a layout unit, so that small errors do not add up. */
function placeRuns(strip: Strip, drafts: readonly Draft[], { regular, scale, end, justify }: Placing): readonly Run[] {
  let pen = 0;
  // Where a line has no letters nobody asks for its scripts.
  const scripts = drafts.some(({ style }) => faceIsLatin(style)) ? new Scripts() : undefined;
  const placed = drafts.map((draft, index): Placed => {
    const isLatin = faceIsLatin(draft.style);
    if (!isLatin) scripts?.readHan(draft.text);
    const pieces = isLatin && scripts ? piecesOf(draft, scripts) : [];
    // A lone character's spacing shows nowhere; the line's own needs no style of its own in the page.
    const spacing = draft.spacing ?? (isLatin ? 0 : regular);
    const width = widthOf(draft, isLatin ? (advancesOf(strip, [pieces], 0)[0] ?? 0) : draft.advance, spacing);
    const touches = index > 0 && Math.abs(draft.origin - pen) <= TOUCHING;
    const ending = end - width;
    const isLast = index > 0 && index === drafts.length - 1;
    const off = draft.origin - ending;
    const nudged = isLast && Math.abs(off) < NUDGE && (justify || off > -TOUCHING);
    const x = nudged ? ending : touches ? pen : Math.round(draft.origin / LAYOUT_UNIT) * LAYOUT_UNIT;
    pen = x + width;
    return { draft, pieces, spacing, x, width };
  });
  shapeTouching(strip, placed);
  return placed.map(({ draft, x, width, spacing }) =>
    toRun(draft, { x: x * scale, width: width * scale, spacing, scale }),
  );
}

const widthOf = ({ style: { size }, units }: Draft, advance: Mils, spacing: Mils): Px =>
  drawnWidth(advance, size, (units * spacing * size) / 1000);

/** A gap narrower than this is none: it gets no margin in the page. */
const NO_GAP: Px = LAYOUT_UNIT / 3;

/** Letters of one face that touch though they are in two runs are shaped as in one. */
function shapeTouching(strip: Strip, placed: readonly Placed[]): void {
  for (const touching of chains(placed, touch)) {
    let shift: Px = 0;
    for (const chain of chains(
      touching,
      (one, next) => shapeTogether(one.draft, next.draft) && one.spacing === next.spacing,
    )) {
      const advances =
        chain.length > 1
          ? advancesOf(
              strip,
              chain.map(({ pieces }) => pieces),
              0,
            )
          : [];
      chain.forEach((run, at) => {
        const width = chain.length > 1 ? widthOf(run.draft, advances[at] ?? 0, run.spacing) : run.width;
        run.x += shift;
        shift += width - run.width;
        run.width = width;
      });
    }
  }
}

const touch = (one: Placed, next: Placed): boolean => Math.abs(next.x - one.x - one.width) < NO_GAP;
