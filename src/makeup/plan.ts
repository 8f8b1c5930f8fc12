/**
 * The plan: where everything stands, down to the glyph run. It is the one truth: the edition draws it, the browser
 * is measured against it, the press and the archive read it. Positions are CSS px from the top left corner of the
 * type area (the folio has negative y); row and column count from 0.
 */
import type { Telling } from '../fault.ts';
import type { Crop } from '../photo/model.ts';
import type { LegLine, TextBlock } from '../typeset/model.ts';
import type { Mm, Px, Rows } from '../units.ts';

/** Ink of a rule, tint or text: black by default, a share of black, or a house colour by name. */
export type Ink = { readonly black: number } | { readonly house: string };

/** Something drawn, in drawing order. */
export type Box = LegBox | TextBox | PictureBox | RuleBox | FillBox | FrameBox | CodeBox;

interface At {
  readonly x: Px;
  readonly y: Px;
  readonly width: Px;
  readonly height: Px;
}

/** One leg of body text; line n of it sits in row `row + line.row` of the type area. */
export interface LegBox extends At {
  readonly kind: 'leg';
  readonly row: Rows;
  readonly lines: readonly LegLine[];
}

/** Display or small type. */
export interface TextBox extends At {
  readonly kind: 'text';
  readonly text: TextBlock;
  readonly ink?: Ink;
  /** What a click opens on the web: a slug, or a page number for a jump line. */
  readonly link?: { readonly slug: string } | { readonly page: number };
  /** Index of the photo that a caption belongs to. */
  readonly photo?: number;
}

/** A photo, an ad, a filler or the nameplate's picture. */
export interface PictureBox extends At {
  readonly kind: 'picture';
  readonly file: string;
  readonly use: 'photo' | 'ad' | 'filler' | 'nameplate';
  readonly crop: Crop;
  /** Index into the article's photos. */
  readonly photo?: number;
  /** True: the file is to come; a draft prints a frame. */
  readonly missing?: boolean;
}

/** A rule, filled rectangle thin in one direction. */
export interface RuleBox extends At {
  readonly kind: 'rule';
  readonly ink: Ink;
  readonly style: 'solid' | 'double' | 'dotted';
}

/** A tint. */
export interface FillBox extends At {
  readonly kind: 'fill';
  readonly ink: Ink;
}

/** A frame of the given line width, drawn inside its rectangle. */
export interface FrameBox extends At {
  readonly kind: 'frame';
  readonly ink: Ink;
  readonly weight: Px;
}

/** A QR code, without its quiet zone. */
export interface CodeBox extends At {
  readonly kind: 'code';
  readonly ink: Ink;
  /** Rows of squares from the top, `1` dark and `0` light. */
  readonly squares: readonly string[];
}

/** What a module is; `group` is the common head of grouped stories. */
export type ModuleKind = 'nameplate' | 'ear' | 'article' | 'ad' | 'filler' | 'index' | 'weather' | 'imprint' | 'group';

/** A photo as a page shows it. */
export interface PlacedPhoto {
  readonly file: string;
  /** Span in basic columns; a fraction where a 破栏 module holds it. */
  readonly columns: number;
  readonly rows: Rows;
  /** Source pixels per inch at the placed size. */
  readonly ppi: number;
}

/** A block of the page. */
export interface Module {
  readonly kind: ModuleKind;
  /** The article's slug; for others a name that is unique in the issue. */
  readonly slug: string;
  /** 1, or 2 for the rest of a jumped story. */
  readonly part: 1 | 2;
  readonly column: number;
  readonly row: Rows;
  readonly columns: number;
  readonly rows: Rows;
  readonly legs: number;
  /** Characters to a leg's line. */
  readonly measure: number;
  /** Rows of its legs that stay free: one at the foot of each of the last, or all in the last. */
  readonly short: Rows;
  readonly headline?: { readonly size: Px; readonly lines: number; readonly family: 'song' | 'hei' };
  readonly photos: readonly PlacedPhoto[];
  readonly boxes: readonly Box[];
}

/** A broken hard rule. */
export interface HardFinding {
  readonly rule: string;
  readonly message: string;
  /** The same in Chinese. */
  readonly zh: Pick<Telling, 'message'>;
  readonly modules: readonly string[];
}

/** A soft rule's cost. */
export interface SoftFinding {
  readonly rule: string;
  readonly cost: number;
  readonly message: string;
  /** The same in Chinese; pages that an earlier version froze have none. */
  readonly zh?: Pick<Telling, 'message'>;
  readonly modules?: readonly string[];
}

/** The type area in basic columns 基本栏 and rows. */
export interface Grid {
  readonly columns: number;
  readonly rows: Rows;
  /** Characters to a basic column. */
  readonly measure: number;
}

/** A page made up: its modules, its furniture, and what the rules say of it. */
export interface PagePlan {
  readonly number: number;
  readonly name?: string;
  readonly label?: string;
  readonly color: boolean;
  readonly trim: { readonly width: Mm; readonly height: Mm };
  /** Trim edge to type area. */
  readonly margins: { readonly left: Px; readonly top: Px };
  readonly grid: Grid;
  /** 报眉: text and rule above the type area. */
  readonly folio: readonly Box[];
  readonly modules: readonly Module[];
  /** Rules between modules. */
  readonly rules: readonly RuleBox[];
  readonly hard: readonly HardFinding[];
  readonly soft: readonly SoftFinding[];
  /** True when it is proved that no page of the model costs less; never of a draft. */
  readonly optimal: boolean;
  /** Share of the grid's cells that something stands on. */
  readonly fill: number;
  /** True when the page may not go to the plates: it leaves stories out, shows white, or has a fault of its own. */
  readonly draft?: true;
}

/** The proof that an article is on the pages, whole. */
export interface ArticleProof {
  readonly slug: string;
  readonly characters: number;
  readonly placed: number;
  readonly digest: string;
  readonly placedDigest: string;
  readonly jump: { readonly from: number; readonly to: number } | null;
}

/** An issue made up. */
export interface Plan {
  readonly schema: 'broadsheet/plan@1';
  /** Output id of the issue. */
  readonly issue: string;
  readonly pages: readonly PagePlan[];
  readonly articles: readonly ArticleProof[];
}
