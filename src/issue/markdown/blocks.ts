/** Block tokens to blocks, by walking them once. */
import type { Token } from 'markdown-it';
import type { Block, Span } from '../model.ts';
import { type Inline, readInline } from './inline.ts';
import { DEEPEST } from './language.ts';
import { slipsOf } from './slips.ts';
import type { Walk } from './walk.ts';

/** Reads blocks up to the closing token (or to the end), which it steps over. */
export function readBlocks(walk: Walk, closing: string | undefined): Block[] {
  const blocks: Block[] = [];
  for (;;) {
    const token = walk.tokens[walk.at++];
    if (!token || token.type === closing) return withoutIdleBreaks(blocks);
    blocks.push(...readBlock(token, walk));
  }
}

/** A break stands between texts: one at the beginning or the end, or just before another, parts nothing. */
function withoutIdleBreaks(blocks: readonly Block[]): Block[] {
  const texts = blocks.map(({ kind }) => kind !== 'photo' && kind !== 'break');
  return blocks.filter(({ kind }, index) => {
    if (kind !== 'break') return true;
    const next = blocks.findIndex((block, at) => at > index && block.kind === 'break');
    return texts.slice(0, index).includes(true) && texts.slice(index, next < 0 ? undefined : next).includes(true);
  });
}

const lineOf = (token: Token): number => (token.map?.[0] ?? 0) + 1;

function readBlock(token: Token, walk: Walk): Block[] {
  const line = lineOf(token);
  if (token.nesting === 1 && token.level >= DEEPEST - 1) walk.notes.push({ what: 'nested', line });
  switch (token.type) {
    case 'paragraph_open':
      if (token.map) walk.notes.push(...slipsOf(walk, token.map));
      return readParagraph(walk, line);
    case 'heading_open':
      return readHeading(token, walk);
    case 'bullet_list_open':
      return [{ kind: 'list', ordered: false, start: 1, items: readItems(walk, 'bullet_list_close') }];
    case 'ordered_list_open':
      return readOrdered(walk);
    case 'blockquote_open':
      return [{ kind: 'quote', blocks: readBlocks(walk, 'blockquote_close') }];
    case 'table_open':
      return readTable(walk, line);
    case 'fence':
      return [{ kind: 'code', text: codeText(token) }];
    case 'hr':
      return [{ kind: 'break' }];
    case 'footnote_reference_open': {
      const label = (token.meta as { label: string }).label;
      const line = lineOf(walk.tokens[walk.at] ?? token);
      const blocks = readBlocks(walk, 'footnote_reference_close');
      walk.footnotes.push({ label, blocks, line });
      return [];
    }
    default:
      return [];
  }
}

/** A code block's text. What stands behind its fence is the name of a language, or a word that must not be lost. */
function codeText({ info, content }: Token): string {
  const text = content.replace(/\n$/, '');
  const lost = info.trim();
  return lost === '' || /^[a-z][\w+#.-]{0,20}$/i.test(lost) ? text : `${lost}\n${text}`;
}

/** The inline token that stands next, read; the block's closing token is stepped over. */
function nextInline(walk: Walk, line: number): Inline {
  const token = walk.tokens[walk.at++];
  walk.at++;
  return readInline(token?.children ?? [], { walk, line });
}

function readParagraph(walk: Walk, line: number): Block[] {
  const { paragraphs, photos } = nextInline(walk, line);
  const texts = paragraphs.filter((spans) => spans.some(({ text }) => text.trim() !== ''));
  return [...texts.map((spans): Block => ({ kind: 'paragraph', spans })), ...photos];
}

function readHeading(token: Token, walk: Walk): Block[] {
  const line = lineOf(token);
  const opening = walk.at - 1;
  const { paragraphs, photos } = nextInline(walk, line);
  const spans = paragraphs.flat();
  const text = spans.map((span) => span.text).join('');
  const isTop = token.level === 0;
  if (text.trim() === '') return photos;
  if (isTop && token.tag === 'h1' && walk.options.title && walk.title === undefined) {
    walk.title = plainHead(spans, walk, line);
    walk.afterTitle = walk.at;
    return photos;
  }
  if (token.tag === 'h1') walk.notes.push({ what: 'heading', line });
  if (isTop && token.tag === 'h2' && walk.options.deck && walk.afterTitle === opening) {
    walk.deck = plainHead(spans, walk, line);
    return photos;
  }
  return [{ kind: 'subhead', level: token.tag <= 'h2' ? 2 : 3, spans }, ...photos];
}

/** A head has words alone: a note that it calls is printed without a call. */
function plainHead(spans: readonly Span[], walk: Walk, line: number): string {
  for (const { note } of spans)
    if (note !== undefined) walk.notes.push({ what: 'footnote-uncalled', text: note, line });
  return spans.map(({ text, note }) => (note === undefined ? text : '')).join('');
}

/**
 * An ordered list, numbered as it is written: where its numbers go up with gaps (1978, 1992, 2001), it is a list for each stretch
 * without one. Numbers that are all alike, or in disorder, are counted on from the first.
 */
function readOrdered(walk: Walk): Block[] {
  const numbers = itemNumbers(walk);
  const items = readItems(walk, 'ordered_list_close');
  const rises = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  const starts = numbers.flatMap((number, at) =>
    at === 0 || (rises && number !== (numbers[at - 1] ?? 0) + 1) ? [at] : [],
  );
  return starts.map((from, nth) => {
    return { kind: 'list', ordered: true, start: numbers[from] ?? 1, items: items.slice(from, starts[nth + 1]) };
  });
}

/** The numbers of the items of the list that begins here. */
function itemNumbers({ tokens, at }: Walk): readonly number[] {
  const level = tokens[at]?.level;
  const end = tokens.findIndex(
    ({ type }, index) => index >= at && type === 'ordered_list_close' && tokens[index]?.level === (level ?? 0) - 1,
  );
  return tokens
    .slice(at, end)
    .filter((token) => token.type === 'list_item_open' && token.level === level)
    .map(({ info }) => Number(info));
}

function readItems(walk: Walk, closing: string): Block[][] {
  const items: Block[][] = [];
  while (walk.tokens[walk.at] && walk.tokens[walk.at]?.type !== closing) {
    const opening = walk.tokens[walk.at++];
    if (opening && opening.level >= DEEPEST - 1) walk.notes.push({ what: 'nested', line: lineOf(opening) });
    items.push(readBlocks(walk, 'list_item_close'));
  }
  walk.at++;
  return items;
}

type Align = 'left' | 'center' | 'right';

function readTable(walk: Walk, firstLine: number): Block[] {
  const rows: (readonly Span[])[][] = [];
  const align: Align[] = [];
  const photos: Block[] = [];
  let line = firstLine;
  for (;;) {
    const token = walk.tokens[walk.at++];
    if (!token || token.type === 'table_close') break;
    if (token.type === 'tr_open') {
      line = lineOf(token);
      rows.push([]);
      if (cellsWritten(walk.lines[line - 1] ?? '') > (rows[0]?.length || Infinity))
        walk.notes.push({ what: 'table-row', line });
    }
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    if (token.type === 'th_open') align.push(alignOf(token));
    const cell = nextInline(walk, line);
    rows.at(-1)?.push(cell.paragraphs.flat());
    photos.push(...cell.photos);
  }
  const [head = [], ...body] = rows;
  walk.notes.push({ what: 'table', cells: rows.reduce((cells, row) => cells + row.length, 0), line: firstLine });
  return [{ kind: 'table', head, rows: body, align }, ...photos];
}

/** Cells that a row's source holds; those beyond the head's would be dropped. */
const cellsWritten = (source: string): number => {
  const pipes = source.replace(/^[\s>]*\|?/, '').replace(/(?<!\\)\|\s*$/, '');
  return (pipes.match(/(?<!\\)\|/g) ?? []).length + 1;
};

const alignOf = (token: Token): Align =>
  (/center|right/.exec(String(token.attrGet('style') ?? ''))?.[0] as Align | undefined) ?? 'left';

/** Footnotes in the order of their calls, then those that nothing calls: their words are printed all the same. */
export function readFootnotes(walk: Walk): Block[] {
  const { refs = {}, list = [] } = walk.env.footnotes ?? {};
  const called = list.flatMap((entry, index): Block[] => {
    const label = String(index + 1);
    if (entry.tokens) {
      const { paragraphs, photos } = readInline(entry.tokens, { walk, line: 1 });
      const blocks = [...paragraphs.map((spans): Block => ({ kind: 'paragraph', spans })), ...photos];
      return [{ kind: 'footnote', label, blocks }];
    }
    // A note that is written twice is one with both texts.
    const definitions = walk.footnotes.filter((footnote) => footnote.label === entry.label);
    return definitions.length === 0
      ? []
      : [{ kind: 'footnote', label, blocks: definitions.flatMap(({ blocks }) => blocks) }];
  });
  const uncalled = walk.footnotes.filter(({ label }) => (refs[`:${label}`] ?? -1) < 0);
  for (const { label, line } of uncalled) walk.notes.push({ what: 'footnote-uncalled', text: label, line });
  const rest = uncalled.map(
    ({ blocks }, index): Block => ({ kind: 'footnote', label: String(list.length + index + 1), blocks }),
  );
  return [...called, ...rest];
}
