/**
 * An issue's text with the characters that print has: the same typewriter quotes become the same real ones, by the
 * typesetter's own rule and over the same stretches of text, and so does the dash of a dateline.
 */
import { dashedDateline } from '../../issue/dateline.ts';
import type { Article, Block, Issue, PhotoRequest, Span } from '../../issue/model.ts';
import { curl, curled } from '../../typeset/curl.ts';

/** The issue as the web tells it: quotes curled in all that a reader sees, code and addresses as they were typed. */
export const curledIssue = (issue: Issue): Issue => ({
  ...issue,
  ...(issue.weather === undefined ? {} : { weather: curled(issue.weather) }),
  articles: issue.articles.map(curledArticle),
});

function curledArticle(article: Article): Article {
  const { kicker, title, deck, byline, authors, dateline, source, label, note, photos, body } = article;
  const opening = body.findIndex(({ kind }) => kind === 'paragraph');
  return {
    ...article,
    ...curledParts({ kicker, source, label, note }),
    ...(dateline === undefined ? {} : { dateline: dashedDateline(curled(dateline)) }),
    title: title.map(curled),
    deck: deck.map(curled),
    byline: byline.map(curled),
    ...(authors === undefined ? {} : { authors: authors.map(curled) }),
    photos: photos.map(curledPhoto),
    body: body.map((block, at) => curledBlock(block, at === opening ? dateline : undefined)),
  };
}

type Texts = Readonly<Record<string, string | undefined>>;

/** The texts that are there. */
function curledParts<Parts extends Texts>(parts: Parts): { readonly [Key in keyof Parts]?: string } {
  const there = Object.entries(parts).flatMap(([key, text]) => (text === undefined ? [] : [[key, curled(text)]]));
  return Object.fromEntries(there) as { readonly [Key in keyof Parts]?: string };
}

/** Caption and credit are set as one text, a blank between them. */
function curledPhoto(photo: PhotoRequest): PhotoRequest {
  const { caption, credit } = photo;
  const [said, , by] = curl([{ text: caption ?? '' }, { text: BLANK }, { text: credit ?? '' }]);
  return {
    ...photo,
    ...(caption === undefined ? {} : { caption: said ?? caption }),
    ...(credit === undefined ? {} : { credit: by ?? credit }),
  };
}

const BLANK = '\u3000';

const curledBlocks = (blocks: readonly Block[]): readonly Block[] => blocks.map((block) => curledBlock(block));

function curledBlock(block: Block, dateline?: string): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, spans: curledSpans(block.spans, dateline) };
    case 'subhead':
      return { ...block, spans: curledSpans(block.spans) };
    case 'list':
      return { ...block, items: block.items.map(curledBlocks) };
    case 'quote':
    case 'footnote':
      return { ...block, blocks: curledBlocks(block.blocks) };
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => curledSpans(cell)),
        rows: block.rows.map((row) => row.map((cell) => curledSpans(cell))),
      };
    case 'code':
    case 'break':
    case 'photo':
    case 'qr':
      return block;
  }
}

/** Spans read as one text; a dateline stands before them, with its blank. */
function curledSpans(spans: readonly Span[], dateline?: string): readonly Span[] {
  const before = dateline === undefined ? [] : [{ text: dateline + BLANK }];
  const texts = curl([
    ...before,
    ...spans.map(({ text, marks = [] }) => ({ text, verbatim: marks.includes('code') })),
  ]).slice(before.length);
  return spans.map((span, at) => ({ ...span, text: texts[at] ?? span.text }));
}
