/** How text looks, apart from its words: the styles that spans of an article get. */
import type { Mark, Span } from '../issue/model.ts';
import { BODY, type Mils, type Px } from '../units.ts';
import type { FaceId } from './model.ts';

/** Style of a character. */
export interface CharStyle {
  readonly face: FaceId;
  readonly size: Px;
  readonly raise?: Px;
  readonly href?: string;
  readonly note?: string;
  readonly underline?: boolean;
}

/** Words in one style, as they come from the article. */
export interface StyledText {
  readonly text: string;
  readonly style: CharStyle;
  /** The text as it was typed, where its quotes are curled already: as long as the text. */
  readonly written?: string;
  /** True for what the program puts in (a note's mark, a list's number): it is no part of the article. */
  readonly inserted?: boolean;
  /** True for text that stands before the block's own (电头): drawn and in the article, but not counted in its offsets. */
  readonly prefix?: boolean;
  /** True for code: its quotes stay straight. */
  readonly verbatim?: boolean;
}

/** The faces of a language's body text. */
export interface Palette {
  readonly latin: boolean;
  readonly body: FaceId;
  readonly strong: FaceId;
  readonly em: FaceId;
  readonly strongEm: FaceId;
  readonly code: FaceId;
  /** Run-in leads, 电头, subheads. */
  readonly lead: FaceId;
  readonly caption: FaceId;
  readonly credit: FaceId;
  readonly quote: FaceId;
  readonly small: FaceId;
}

/** Song, with Kai for emphasis and Hei for leads. */
export const CHINESE: Palette = {
  latin: false,
  body: 'song',
  strong: 'song-bold',
  em: 'kai',
  strongEm: 'hei-bold',
  code: 'hei',
  lead: 'hei-bold',
  caption: 'kai',
  credit: 'hei',
  quote: 'kai',
  small: 'song',
};

/** Source Serif, with its own bold and italic. */
export const ENGLISH: Palette = {
  latin: true,
  body: 'serif-latin',
  strong: 'serif-latin-bold',
  em: 'serif-latin-italic',
  strongEm: 'serif-latin-bold',
  code: 'serif-latin',
  lead: 'serif-latin-bold',
  caption: 'serif-latin',
  credit: 'serif-latin-italic',
  quote: 'serif-latin-italic',
  small: 'serif-latin',
};

/** Superscripts: 0.625 of the size, raised by a third of it (house; 7.5 px on 12 px is on the quarter-pixel grid). */
const SCRIPT_SIZE = 0.625;
const SCRIPT_RAISE = 0.333;

/** How spans of an article become styled text. */
export interface SpanOptions {
  readonly palette: Palette;
  readonly size?: Px;
  /** Face of unmarked text; the palette's body face by default. */
  readonly face?: FaceId;
  /** Set a strong span at the very start in the lead face (a run-in lead). */
  readonly runIn?: boolean;
}

/** Spans of an article as styled text. */
export function styleSpans(spans: readonly Span[], options: SpanOptions): readonly StyledText[] {
  const { palette, size = BODY, face = palette.body, runIn = false } = options;
  let isLead = runIn;
  return spans.map((span) => {
    const marks = span.marks ?? [];
    isLead &&= marks.includes('strong');
    const base = isLead ? palette.lead : faceFor(marks, face, palette);
    return {
      text: span.text,
      style: charStyle(span, base, size),
      ...(span.note !== undefined && { inserted: true }),
      ...(marks.includes('code') && { verbatim: true }),
    };
  });
}

function faceFor(marks: readonly Mark[], face: FaceId, palette: Palette): FaceId {
  const isStrong = marks.includes('strong');
  const isEm = marks.includes('em');
  if (marks.includes('code')) return palette.code;
  if (isStrong && isEm) return palette.strongEm;
  if (isStrong) return palette.strong;
  return isEm ? palette.em : face;
}

function charStyle(span: Span, face: FaceId, size: Px): CharStyle {
  const isSup = span.note !== undefined || span.marks?.includes('sup');
  const isSub = span.marks?.includes('sub');
  const scripted = isSup || isSub;
  return {
    face,
    size: scripted ? quarter(size * SCRIPT_SIZE) : size,
    ...(scripted && { raise: Math.round(size * SCRIPT_RAISE * (isSup ? 1 : -0.5) * 4) / 4 }),
    ...(span.href !== undefined && { href: span.href }),
    ...(span.note !== undefined && { note: span.note }),
  };
}

/** Down to the grid of sizes that Chromium draws exactly. */
const quarter = (px: Px): Px => Math.floor(px * 4 + 1e-6) / 4;

/** Thousandths of an em of a size, in CSS pixels. */
export const milsToPx = (mils: Mils, size: Px): Px => (mils * size) / 1000;
