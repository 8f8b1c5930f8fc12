/**
 * The house's one Markdown: CommonMark with tables, strikethrough and footnotes, as blocks of plain data.
 *
 * Four things differ from CommonMark, so that Chinese copy is read as its writer meant it and no word is lost: text
 * indented by four blanks is text and not code; a paragraph over a row of hyphens stays a paragraph; link
 * definitions (`[name]: address`), which print nothing, are text; emphasis may begin and end beside Chinese marks, and
 * never between two digits (60*40*35). A line that begins with two full-width spaces begins a paragraph. HTML is text.
 */
import { readBlocks, readFootnotes } from './markdown/blocks.ts';
import { readInline } from './markdown/inline.ts';
import { MARKDOWN } from './markdown/language.ts';
import { type BodyImage, type BodyNote, newWalk, type ParseOptions } from './markdown/walk.ts';
import type { Block, Span } from './model.ts';

export type { BodyImage, BodyNote, ParseOptions } from './markdown/walk.ts';

/** An article's text. */
export interface ParsedBody {
  /** Its `photo` blocks number into `images`. Footnotes stand at the end, in the order of their calls. */
  readonly blocks: readonly Block[];
  readonly images: readonly BodyImage[];
  readonly notes: readonly BodyNote[];
  /** Text of the first `#`, if it was asked for and is there; absent otherwise. */
  readonly title?: string;
  /** Text of the `##` right after that `#`. */
  readonly deck?: string;
}

/** The blocks of a body; every character of it that is not markup is in them. Never throws. */
export function parseBody(markdown: string): readonly Block[] {
  return parseMarkdown(markdown).blocks;
}

/** The spans of one line of Markdown. */
export function parseInline(markdown: string): readonly Span[] {
  const walk = newWalk({});
  const [inline] = MARKDOWN.parseInline(markdown, walk.env);
  return inline ? (readInline(inline.children ?? [], { walk, line: 1 }).paragraphs.flat() as Span[]) : [];
}

/** The blocks of a body, its images, and what the desk should know about it. Never throws. */
export function parseMarkdown(markdown: string, options: ParseOptions = {}): ParsedBody {
  const walk = newWalk(options);
  walk.tokens = MARKDOWN.parse(markdown, walk.env);
  walk.lines = markdown.split('\n');
  const blocks = readBlocks(walk, undefined);
  const { images, notes, title, deck } = walk;
  return {
    blocks: [...blocks, ...readFootnotes(walk)],
    images,
    notes,
    ...(title !== undefined && { title }),
    ...(deck !== undefined && { deck }),
  };
}
