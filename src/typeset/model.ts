/**
 * Lines as the compositor set them: plain data in CSS pixels, ready to be counted by the make-up, drawn by the
 * edition and compared with what the browser drew. Nothing here knows of pages.
 */
import type { Article } from '../issue/model.ts';
import type { Mils, Px, Rows } from '../units.ts';

/** Name of a face in the catalogue `typeset/faces.ts`; also the CSS class `f-…` and font family `bs-…`. */
export type FaceId = string;

/** Glyphs of one face, size and letter-spacing, side by side on a line. */
export interface Run {
  /** As drawn: quotes curled, hyphen added. */
  readonly text: string;
  /** What it stands for in the article where that differs from `text`; '' for something inserted (a hyphen, a jump line). */
  readonly source?: string;
  readonly face: FaceId;
  /** A multiple of 0.25 px. */
  readonly size: Px;
  /** Origin of the first glyph from the line's left edge; −6 for an opening bracket that lost its left half. */
  readonly x: Px;
  /** Advance, spacing included. */
  readonly width: Px;
  /** Added after every character of the run (CSS letter-spacing), an integer. */
  readonly spacing: Mils;
  /** Added to every word space of the run besides (CSS word-spacing), to two decimals; only Latin faces have it. */
  readonly words?: Mils;
  /** Horizontal glyph scale, 1 = as drawn by the designer; only heads differ (0.95–1.05). */
  readonly scale?: number;
  /** Baseline raised by this much (superscript); negative lowers. */
  readonly raise?: Px;
  readonly href?: string;
  /** Label of the footnote called. */
  readonly note?: string;
  readonly underline?: boolean;
}

/** One set line. */
export interface Line {
  readonly runs: readonly Run[];
  /** From the left edge of the measure to the end of the last run. */
  readonly width: Px;
  /** Greatest opening of a Han–Han gap on the line; negative where squeezed. */
  readonly stretch: Mils;
}

/** A line at its place in a block that takes whole rows. */
export interface BlockLine extends Line {
  /** Row of the block that the line's baseline sits in (0 = first). */
  readonly row: Rows;
  /** Extra downward shift within the row; 0 for all body text. */
  readonly drop?: Px;
  /** Where the line begins in its block's source text (`Cut.offset`); absent in lines that cannot be cut before. */
  readonly offset?: number;
}

/** One way to set a block. */
export interface Variant {
  readonly looseness: -1 | 0 | 1;
  /** Demerits over the optimum setting of this block (0 for the best). */
  readonly cost: number;
  readonly lines: readonly BlockLine[];
  /** Whole rows that the block takes, blank rows included. */
  readonly rows: Rows;
  /** Blank rows at its head that vanish when the block opens a leg (air over a subhead). */
  readonly headAir?: Rows;
  /** Width of the last line, so that nobody must draw the lines to know it. */
  readonly ending?: Px;
  /** True when a line had to break a rule: it stays short of the measure since no gap opens beyond its limit, or a word is torn. */
  readonly strained?: boolean;
}

/** What a block is; it decides its indents and its air. */
export type SetBlockKind =
  | 'paragraph'
  | 'subhead'
  | 'list'
  | 'quote'
  | 'table'
  /** A table wider than its measure: its rows of cells take two lines or more each. */
  | 'table-folded'
  /** A table that its measure cannot hold: its cells run on, a row of them a paragraph. */
  | 'table-text'
  | 'code'
  | 'break'
  | 'footnote'
  | 'note'
  | 'byline'
  | 'qr';

/** A block of body text at one measure, with every way it may be set, best first. */
export interface SetBlock {
  readonly kind: SetBlockKind;
  /** Index into `article.body` (nested blocks share their parent's), −1 for what is not body. */
  readonly block: number;
  readonly variants: readonly Variant[];
  /** Rows after which the block may be cut: row r is in the set when a leg may end below r rows of it. Empty = unbreakable. Per variant. */
  readonly breaks: readonly (readonly Rows[])[];
  /** Rows of the following block that must stand under it in the same leg (a subhead: 2). */
  readonly keepWithNext: Rows;
  /** Demerits of each leg that ends inside it, beyond those of any text: a table, a stanza. */
  readonly parted?: number;
  /** Lines of verse that the measure cannot hold: the rest of each stands under it. */
  readonly turned?: number;
}

/** A position in an article's body text: before character `offset` of block `block`. */
export interface Cut {
  readonly block: number;
  /** UTF-16 offset into the block's source text, all spans joined. */
  readonly offset: number;
}

/** An article's body at one measure. */
export interface Galley {
  readonly measure: Px;
  readonly blocks: readonly SetBlock[];
  /** Fewest, best and most rows in one endless leg. */
  readonly rows: { readonly min: Rows; readonly best: Rows; readonly max: Rows };
}

/** A line in a leg. */
export interface LegLine extends BlockLine {
  /** Row within the leg, 0 = its first. */
  readonly row: Rows;
  readonly kind: SetBlockKind;
  /** As in `SetBlock.block`. */
  readonly block: number;
  /** First and last line of their block. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A galley poured into legs. */
export interface Pour {
  readonly legs: readonly (readonly LegLine[])[];
  /** Rows that the last leg is short. */
  readonly short: Rows;
  /** Demerits: variants chosen, widow and orphan costs. */
  readonly cost: number;
  /** Where the text goes on when it did not all go in; only asked for in a jump. */
  readonly rest?: Cut;
}

/** What a head may be asked for. */
export interface HeadRequest {
  readonly width: Px;
  /** Largest and smallest headline size allowed (the article's rank decides). */
  readonly maxSize: Px;
  readonly minSize: Px;
  /** Headline family wanted; a neighbour may make the composer ask for the other one. */
  readonly family: 'song' | 'hei';
  readonly align: 'left' | 'center';
}

/** One way to set kicker, headline and deck over a width. */
export interface HeadSetting {
  readonly size: Px;
  readonly lines: number;
  readonly family: 'song' | 'hei';
  /** Whole rows, air above and below included. */
  readonly rows: Rows;
  readonly cost: number;
  /** Share of the width that the longest line of the headline takes. */
  readonly fill: number;
  /** Kicker, headline, deck, byline; set when first looked at. */
  readonly parts: readonly TextBlock[];
}

/** Lines of display or small type in whole rows, not on the body grid inside. */
export interface TextBlock {
  readonly role: TextRole;
  /** Top of the block from the top of what it belongs to. */
  readonly top: Px;
  readonly height: Px;
  readonly lines: readonly DisplayLine[];
}

/** What a text outside the legs is; it decides face and size. */
export type TextRole =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'label'
  | 'note'
  | 'body'
  | 'caption'
  | 'credit'
  | 'pullquote'
  | 'jump'
  | 'folio'
  | 'ear'
  | 'index'
  | 'imprint'
  | 'nameplate'
  | 'adlabel'
  | 'group'
  | 'draft';

/** A line of display type. */
export interface DisplayLine extends Line {
  /** Left edge of the line from the left of its block (centring is done). */
  readonly x: Px;
  /** Top of the line's box from the top of its block. */
  readonly y: Px;
  /** Height of the line's box; the baseline sits where the face's ascent and descent, centred in it, put it (CSS line-height). */
  readonly height: Px;
}

/** A style for text that is not an article's body. */
export interface TextStyle {
  readonly role: TextRole;
  readonly face: FaceId;
  readonly size: Px;
  /** Height of a line's box. */
  readonly lead: Px;
  readonly align: 'left' | 'center' | 'right' | 'justify';
}

/** An article ready to be set at any measure; every answer is cached. */
export interface Copy {
  readonly article: Article;
  /** Body characters without white space, as the report counts them. */
  readonly characters: number;
  body(measure: Px, from?: Cut): Galley;
  /** All settings of the head that fit the request, cheapest first; empty when the article has no head. */
  heads(request: HeadRequest): readonly HeadSetting[];
  /** Caption and credit of one photo, or of several that share it, at a width; whole rows. */
  caption(photo: number, width: Px): { readonly rows: Rows; readonly block: TextBlock } | undefined;
}

/** Sets everything that is not an article: folio, ear, index, imprint, labels. */
export interface Typesetter {
  copy(article: Article): Copy;
  /** Text broken at a width; no line is wider. */
  text(text: string, style: TextStyle, width: Px): TextBlock;
  /** Largest size on the quarter-pixel grid at which the text fits the width on one line. */
  fit(text: string, style: TextStyle, width: Px, maxSize: Px): TextBlock;
}
