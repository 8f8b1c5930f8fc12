/**
 * What the desk wrote: an issue as plain readonly data, every default decided.
 * Comes out of `readIssue`; everything after it works on this and never on the files.
 */
import type { Place } from '../fault.ts';
import type { Mm, Px, Rows } from '../units.ts';

/** Inline emphasis of body text. */
export type Mark = 'strong' | 'em' | 'code' | 'sup' | 'sub' | 'strike';

/** A stretch of text with the same marks. White space is as in the source, soft breaks already joined. */
export interface Span {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** Target of a link, already checked to be http, https, mailto, tel or a slug of the issue. */
  readonly href?: string;
  /** Label of the footnote that this span calls; its text is then the printed mark. */
  readonly note?: string;
}

/** One block of body text, in source order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'subhead'; readonly level: 2 | 3; readonly spans: readonly Span[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Span[])[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
      readonly align: readonly ('left' | 'center' | 'right')[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'photo'; readonly photo: number }
  | { readonly kind: 'qr'; readonly address: string }
  | { readonly kind: 'footnote'; readonly label: string; readonly blocks: readonly Block[] };

/** What a story is; it decides its head and its place. */
export type Genre =
  | 'news'
  | 'feature'
  | 'comment'
  | 'editorial'
  | 'brief'
  | 'photo'
  | 'index'
  | 'notice'
  | 'correction';

/** A photo that an article asks for. */
export interface PhotoRequest {
  /** Path below the issue folder, forward slashes. */
  readonly file: string;
  /** Empty: none is wanted, whatever the file says. */
  readonly caption?: string;
  readonly credit?: string;
  /** The point every crop keeps, as a share of width and height. */
  readonly focus: readonly [number, number];
  readonly prominence: 'main' | 'support' | 'head';
  /** True when the import listed the picture as still to come and its file is not there. */
  readonly missing: boolean;
}

/** A pin: any part may be absent. Column and row count from 0. */
export interface Pin {
  readonly page?: number;
  readonly column?: number;
  readonly row?: Rows;
  readonly columns?: number;
}

/** A story as the desk wrote it, every default decided. */
export interface Article {
  /** File name without ending; unique in the issue; safe in a URL. */
  readonly slug: string;
  readonly place: Place;
  readonly kicker?: string;
  /** One entry a line that the editor broke; may hold full-width spaces as preferred breaks. Empty for a story without a head. */
  readonly title: readonly string[];
  readonly deck: readonly string[];
  /** The line under the headline; empty where the opening of the text names the reporters, who are {@link authors} then. */
  readonly byline: readonly string[];
  /** Who wrote it, as the desk gave it, where no line says so. */
  readonly authors?: readonly string[];
  /** 电头, recognised or declared; not part of `body`. */
  readonly dateline?: string;
  readonly source?: string;
  readonly page?: number;
  /** 1 = lead … 5 = brief. */
  readonly priority: 1 | 2 | 3 | 4 | 5;
  readonly order?: number;
  readonly section?: string;
  readonly label?: string;
  readonly genre: Genre;
  readonly group?: string;
  readonly note?: string;
  readonly aside: readonly string[];
  readonly keepApart: readonly string[];
  readonly pin?: Pin;
  readonly hold: boolean;
  readonly jump: boolean;
  /** The desk wrote `jump: true`: then it may go on from an inner page too, where nothing else closes that. */
  readonly jumpAsked?: true;
  readonly abridged: boolean;
  readonly web: true | false | 'withdrawn';
  readonly review: readonly string[];
  /** Address that a QR code at the foot of the printed story opens; its block ends the body. */
  readonly qr?: string;
  readonly photos: readonly PhotoRequest[];
  readonly keywords: readonly string[];
  /** ISO 8601 with offset, as written. */
  readonly updated?: string;
  /** Front matter `corrects: DATE/SLUG` of a correction, as written. */
  readonly corrects?: string;
  readonly body: readonly Block[];
}

/** The page format and its grid, all numbers decided. */
export interface Format {
  readonly name: 'broadsheet' | 'tabloid' | 'custom';
  readonly trim: { readonly width: Mm; readonly height: Mm };
  /** Basic columns 基本栏. */
  readonly columns: number;
  /** Characters to a basic column. */
  readonly measure: number;
  /** Rows of the type area. */
  readonly rows: Rows;
  /** From the trim edge to the type area, whole CSS pixels. */
  readonly margins: { readonly left: Px; readonly top: Px };
}

/** A colour of the house, on the screen and on paper. */
export interface HouseColour {
  /** `#rrggbb`. */
  readonly rgb: string;
  /** Percent. */
  readonly cmyk: readonly [number, number, number, number];
}

/** What the printer asks for: `press` of `newspaper.yaml`. */
export interface PressSettings {
  readonly condition: string;
  /** Path below the paper's folder; absent = the built-in newsprint profile. */
  readonly profile?: string;
  /** Total area coverage, percent. */
  readonly inkLimit: number;
  /** Target pixels per inch of photos at the placed size. */
  readonly resolution: number;
  readonly bleed: Mm;
  readonly marks: boolean;
  /** Numbers of preflight rules that are other than the house's, by rule name (`press/preflight/table.ts`). */
  readonly preflight?: Readonly<Record<string, number>>;
}

/** Bounds on the input: `limits` of `newspaper.yaml`, whose reference says what each counts. */
export type Limits = Readonly<
  Record<
    'articles' | 'articleBytes' | 'yamlBytes' | 'pictureBytes' | 'picturePixels' | 'photos' | 'pages' | 'tableCells',
    number
  >
>;

/** `newspaper.yaml`. */
export interface Newspaper {
  readonly name: string;
  /** Path of the nameplate picture below the paper's folder. */
  readonly nameplate?: string;
  readonly language: string;
  /** Ends with a slash. */
  readonly url?: string;
  readonly publisher: {
    readonly name?: string;
    readonly cn?: string;
    readonly postal?: string;
    readonly address?: string;
    readonly phone?: string;
    readonly printer?: string;
    readonly distribution?: string;
    readonly price?: string;
  };
  readonly format: Format;
  readonly kinsoku: 'basic' | 'gb' | 'strict';
  readonly colours: Readonly<Record<string, HouseColour>>;
  /** Weights of soft rules by rule number, e.g. `R23: 2`. */
  readonly makeup: Readonly<Record<string, number>>;
  readonly limits: Limits;
  readonly press: PressSettings;
}

/** What the desk says of a page: an entry of `pages` in `issue.yaml`. */
export interface PageRequest {
  readonly number: number;
  readonly name?: string;
  readonly label?: string;
  readonly editor?: string;
  readonly designer?: string;
  readonly proofreader?: string;
  readonly color: boolean;
  readonly locked: boolean;
}

/** What was sold: an entry of `ads` in `issue.yaml`. */
export interface AdRequest {
  /** Path below the issue folder. */
  readonly file: string;
  readonly page?: number;
  readonly position: 'foot' | 'ear' | 'side' | 'full';
  readonly width: number;
  readonly height: Rows;
}

/** An issue as the desk wrote it, every default decided. */
export interface Issue {
  readonly paper: Newspaper;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly edition?: string;
  /** Name of the output folder: DATE or DATE-EDITION. */
  readonly id: string;
  readonly number?: number;
  readonly weather?: string;
  /** A list, one entry a page, when the desk fixed the pages; a count; or absent: as many as the copy needs. */
  readonly pages: readonly PageRequest[] | number | undefined;
  readonly groups: Readonly<Record<string, { readonly title: string; readonly note?: string }>>;
  readonly ads: readonly AdRequest[];
  readonly fillers: readonly { readonly file: string }[];
  /** In file-name order. */
  readonly articles: readonly Article[];
}

/** Where an issue lies on this machine; kept apart from the Issue so that no path can reach the output. */
export interface IssueFolder {
  /** Absolute path of the folder that holds `newspaper.yaml`. */
  readonly paper: string;
  /** Absolute path of the issue folder. */
  readonly issue: string;
}
