/** What is kept while a body's tokens are walked, and what comes of it beside the blocks. */
import type { Token } from 'markdown-it';
import type { Block } from '../model.ts';

/** An image of the text: a photo of the article. */
export interface BodyImage {
  readonly file: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly line: number;
}

/** Something about the text that the desk should know; `line` counts from the first line of the Markdown. */
export type BodyNote =
  | {
      readonly what:
        | 'link-unsafe'
        | 'link-slug'
        | 'html'
        | 'marks'
        | 'items-as-text'
        | 'footnote-uncalled'
        | 'footnote-missing'
        | 'heading-as-text'
        | 'rule-as-text';
      readonly text: string;
      readonly line: number;
    }
  | { readonly what: 'table'; readonly cells: number; readonly line: number }
  | { readonly what: 'heading' | 'nested' | 'table-row' | 'rows-as-text'; readonly line: number };

/** What the body's first headings are taken for. */
export interface ParseOptions {
  /** Take the first `#` as the title and not as a subhead. */
  readonly title?: boolean;
  /** Take a `##` right after that `#` as the deck. */
  readonly deck?: boolean;
}

/** The state of one walk over the tokens of a body. */
export interface Walk {
  readonly env: { footnotes?: FootnoteEnv };
  readonly options: ParseOptions;
  readonly images: BodyImage[];
  readonly notes: BodyNote[];
  readonly footnotes: { readonly label: string; readonly blocks: readonly Block[]; readonly line: number }[];
  tokens: readonly Token[];
  /** The Markdown's lines. */
  lines: readonly string[];
  at: number;
  title?: string;
  deck?: string;
  /** Index in `tokens` right after the title, where a deck may stand. */
  afterTitle?: number;
}

interface FootnoteEnv {
  readonly refs?: Readonly<Record<string, number>>;
  readonly list?: readonly { readonly label?: string; readonly tokens?: readonly Token[] }[];
}

/** A walk that has not begun. */
export const newWalk = (options: ParseOptions): Walk => ({
  env: {},
  options,
  images: [],
  notes: [],
  footnotes: [],
  tokens: [],
  lines: [],
  at: 0,
});

/** Where in the text something stands. */
export interface Spot {
  readonly walk: Walk;
  readonly line: number;
}
