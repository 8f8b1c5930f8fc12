/**
 * What the page templates are given: plain data in drawing order, every class name decided. The templates only say
 * which elements there are; a paper that overrides them changes the elements and cannot move anything.
 */
import type { TextRole } from '../../typeset/model.ts';

/** A stretch of a line. Without classes and link it is a bare text node, which keeps the page small. */
export interface RunView {
  readonly text: string;
  readonly cls?: string;
  readonly href?: string;
  /** What it stands for in the copy where that differs: '' for a hyphen, a mark or a dash that the page put in. */
  readonly source?: string;
}

/** One set line. */
export interface LineView {
  readonly cls: string;
  /** Body: row of the type area. */
  readonly row?: number;
  /** Display type: `BOX.LINE`, indexes into the module's boxes and their lines. */
  readonly set?: string;
  readonly runs: readonly RunView[];
}

/** Lines of one paragraph, subhead or table that stand in the same leg. */
export interface BlockView {
  readonly tag: 'p' | 'h3' | 'div' | 'blockquote' | 'pre';
  readonly kind: string;
  readonly cls: string;
  /** It goes on from the leg before, or from another page. */
  readonly continues: boolean;
  readonly lines: readonly LineView[];
}

/** A rule, tint or frame: SVG, because Chromium snaps the backgrounds and borders of boxes to whole pixels. */
export interface ShapeView {
  readonly box: number;
  readonly fill: string;
  readonly path: string;
  /** Dots are a dashed stroke along the middle line; the path is then only the rectangle that they stand in. */
  readonly dots?: { readonly line: string; readonly weight: string; readonly dashes: string };
}

/** A picture in its frame. */
export interface PictureView {
  readonly box: number;
  readonly cls: string;
  readonly use: string;
  readonly alt: string;
  readonly missing: boolean;
  readonly lazy: boolean;
  /** Place of the whole picture in its frame, when the frame shows a part of it. */
  readonly within?: string;
  readonly src?: string;
  readonly sources: readonly { readonly type: string; readonly srcset: string; readonly sizes?: string }[];
  readonly href?: string;
}

/** Lines that stand outside the legs: heads, bylines, captions, furniture. */
export interface TextView {
  readonly role: TextRole;
  readonly tag: 'h2' | 'p' | 'figcaption' | 'div';
  readonly cls: string;
  readonly href?: string;
  /** The headline leads there too: one stop of the keyboard for a story is enough. */
  readonly passed?: boolean;
  readonly lines: readonly LineView[];
}

/** What stands in a module. */
export type ItemView =
  | { readonly type: 'leg'; readonly cls: string; readonly blocks: readonly BlockView[] }
  | ({ readonly type: 'text' } & TextView)
  | { readonly type: 'figure'; readonly picture: PictureView; readonly caption?: TextView }
  | { readonly type: 'notice'; readonly cls: string; readonly text: string }
  | { readonly type: 'shapes'; readonly shapes: readonly ShapeView[] };

/** A module of the page. */
export interface ModuleView {
  /** Where a link from the story's own page leads; stories only. */
  readonly id?: string;
  readonly kind: string;
  readonly slug: string;
  readonly part: number;
  readonly tag: 'article' | 'header' | 'div';
  readonly items: readonly ItemView[];
  /** The whole module's rectangle as a link, for fingers on a page too small to read. */
  readonly open?: { readonly href: string; readonly label: string; readonly cls: string };
}

/** A page for `sheet.njk`, which replica and press share. */
export interface SheetView {
  readonly number: number;
  readonly name?: string;
  readonly cls: string;
  readonly area: string;
  readonly modules: readonly ModuleView[];
}
