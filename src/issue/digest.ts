/**
 * The digest of the contract: everything of an article that is set, without white space, so that the text that went in
 * can be compared with the text that stands on the pages.
 */
import { createHash } from 'node:crypto';
import type { Article, Block, Span } from './model.ts';

const WHITE_SPACE = /\p{White_Space}+/gu;

const bare = (text: string): string => text.replace(WHITE_SPACE, '');

/**
 * The text that the digest covers, in the contract's order: kicker, title, deck, byline, dateline, body (footnotes as
 * they stand in it), captions with their credits. Without Markdown markup, and without what the program itself inserts:
 * numbers of lists and marks of footnotes.
 */
export function articleText(article: Article): string {
  const { kicker, title, deck, byline, dateline, body, photos } = article;
  const captions = photos.flatMap(({ caption, credit }) => [caption, credit]);
  const parts = [kicker, ...title, ...deck, ...byline, dateline, blocksText(body), ...captions];
  return bare(parts.join(''));
}

/** `sha256:` and 64 hexadecimal digits, of the text in UTF-8. */
export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** Characters (code points) of the body without white space. */
export function bodyCharacters(article: Article): number {
  return codePoints(bare(blocksText(article.body)));
}

/** Code points of a text, counted without making a list of them. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at += 1) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) count -= 1;
  }
  return count;
}

/** The text of blocks in order, white space as written. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'subhead':
      return spansText(block.spans);
    case 'list':
      return block.items.map(blocksText).join('\n');
    case 'quote':
    case 'footnote':
      return blocksText(block.blocks);
    case 'table':
      return [block.head, ...block.rows].flatMap((cells) => cells.map(spansText)).join('\n');
    case 'code':
      return block.text;
    case 'break':
    case 'photo':
    case 'qr':
      return '';
  }
}

/** The text of spans; the mark that calls a footnote is the program's, not the writer's. */
export function spansText(spans: readonly Span[]): string {
  return spans.map(({ text, note }) => (note === undefined ? text : '')).join('');
}
