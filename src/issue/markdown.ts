/**
 * The house's one Markdown: CommonMark with tables, strikethrough and footnotes, as blocks of plain data.
 *
 * Four things differ from CommonMark, so that Chinese copy is read as its writer meant it and no word is lost: text
 * indented by four blanks is text and not code; a paragraph over a row of hyphens stays a paragraph; link
 * definitions (`[name]: address`), which print nothing, are text; emphasis may begin and end beside Chinese marks. A
 * line that begins with two full-width spaces begins a paragraph. HTML is text.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { joint } from './line-ends.ts';
import type { Block, Mark, Span } from './model.ts';
import { isWebAddress } from './values.ts';

/** Blocks nested deeper than this are refused; markdown-it would drop what lies below. */
const DEEPEST = 30;

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
      readonly what: 'link-unsafe' | 'link-slug' | 'html' | 'footnote-uncalled';
      readonly text: string;
      readonly line: number;
    }
  | { readonly what: 'table'; readonly cells: number; readonly line: number }
  | { readonly what: 'heading' | 'nested' | 'table-row'; readonly line: number };

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

export interface ParseOptions {
  /** Take the first `#` as the title and not as a subhead. */
  readonly title?: boolean;
  /** Take a `##` right after that `#` as the deck. */
  readonly deck?: boolean;
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

const MARKDOWN = chineseMarkdown();

function chineseMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.set({ maxNesting: DEEPEST } as Parameters<MarkdownIt['set']>[0]);
  markdown.use(footnotes);
  markdown.disable(['code', 'reference', 'lheading', 'footnote_tail']);
  // Addresses are judged here, with a fault, and not left standing as text.
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.inline.State = class extends markdown.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const before = lastCharacter(this.src.slice(Math.max(0, start - 2), start));
      const after = firstCharacter(this.src.slice(start + scanned.length, start + scanned.length + 2));
      if (!canSplitWord || !(HAN.test(before) || HAN.test(after))) return scanned;
      return {
        ...scanned,
        can_open: after !== '' && !SPACE.test(after),
        can_close: before !== '' && !SPACE.test(before),
      };
    }
  };
  return markdown;
}

/** Characters of Chinese text, marks included: they stand without blanks between words. */
const HAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u;
const SPACE = /\p{White_Space}/u;
const firstCharacter = (text: string): string =>
  String.fromCodePoint(...[text.codePointAt(0)].filter((code) => code !== undefined));
const lastCharacter = (text: string): string => [...text].at(-1) ?? '';

interface Walk {
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

const newWalk = (options: ParseOptions): Walk => ({
  env: {},
  options,
  images: [],
  notes: [],
  footnotes: [],
  tokens: [],
  lines: [],
  at: 0,
});

/** Reads blocks up to the closing token (or to the end), which it steps over. */
function readBlocks(walk: Walk, closing: string | undefined): Block[] {
  const blocks: Block[] = [];
  for (;;) {
    const token = walk.tokens[walk.at++];
    if (!token || token.type === closing) return blocks;
    blocks.push(...readBlock(token, walk));
  }
}

const lineOf = (token: Token): number => (token.map?.[0] ?? 0) + 1;

function readBlock(token: Token, walk: Walk): Block[] {
  const line = lineOf(token);
  if (token.nesting === 1 && token.level >= DEEPEST - 1) walk.notes.push({ what: 'nested', line });
  switch (token.type) {
    case 'paragraph_open':
      return readParagraph(walk, line);
    case 'heading_open':
      return readHeading(token, walk);
    case 'bullet_list_open':
      return [{ kind: 'list', ordered: false, start: 1, items: readItems(walk, 'bullet_list_close') }];
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return [{ kind: 'list', ordered: true, start, items: readItems(walk, 'ordered_list_close') }];
    }
    case 'blockquote_open':
      return [{ kind: 'quote', blocks: readBlocks(walk, 'blockquote_close') }];
    case 'table_open':
      return readTable(walk, line);
    case 'fence':
      noteHtml(token.content, { walk, line });
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

interface Spot {
  readonly walk: Walk;
  readonly line: number;
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
    walk.title = text;
    walk.afterTitle = walk.at;
    return photos;
  }
  if (token.tag === 'h1') walk.notes.push({ what: 'heading', line });
  if (isTop && token.tag === 'h2' && walk.options.deck && walk.afterTitle === opening) {
    walk.deck = text;
    return photos;
  }
  return [{ kind: 'subhead', level: token.tag <= 'h2' ? 2 : 3, spans }, ...photos];
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
function readFootnotes(walk: Walk): Block[] {
  const { refs = {}, list = [] } = walk.env.footnotes ?? {};
  const called = list.flatMap((entry, index): Block[] => {
    const label = String(index + 1);
    if (entry.tokens) {
      const { paragraphs, photos } = readInline(entry.tokens, { walk, line: 1 });
      const blocks = [...paragraphs.map((spans): Block => ({ kind: 'paragraph', spans })), ...photos];
      return [{ kind: 'footnote', label, blocks }];
    }
    const definitions = walk.footnotes.filter((footnote) => footnote.label === entry.label);
    return definitions.map(({ blocks }): Block => ({ kind: 'footnote', label, blocks }));
  });
  const uncalled = walk.footnotes.filter(({ label }) => (refs[`:${label}`] ?? -1) < 0);
  for (const { label, line } of uncalled) walk.notes.push({ what: 'footnote-uncalled', text: label, line });
  const rest = uncalled.map(
    ({ blocks }, index): Block => ({ kind: 'footnote', label: String(list.length + index + 1), blocks }),
  );
  return [...called, ...rest];
}

interface Inline {
  /** One list of spans a paragraph: more than one where a line begins with two full-width spaces. */
  readonly paragraphs: readonly (readonly Span[])[];
  readonly photos: Block[];
}

const MARKS: Readonly<Record<string, Mark>> = { strong: 'strong', em: 'em', s: 'strike' };

function readInline(tokens: readonly Token[], spot: Spot): Inline {
  const paragraphs: Span[][] = [[]];
  const photos: Block[] = [];
  const marks: Mark[] = [];
  let href: string | undefined;
  let line = spot.line;
  const add = (text: string, extra: Partial<Span> = {}): void => {
    const all = extra.marks ?? marks;
    addSpan(paragraphs.at(-1) ?? [], {
      text,
      ...(all.length > 0 && { marks: [...all] }),
      ...(href && { href }),
      ...extra,
    });
  };
  tokens.forEach((token, index) => {
    const [, name = '', side] = /^(strong|em|s)_(open|close)$/.exec(token.type) ?? [];
    const mark = MARKS[name];
    if (mark && side === 'open') marks.push(mark);
    else if (mark) marks.splice(marks.lastIndexOf(mark), 1);
    else if (token.type === 'text' || token.type === 'text_special') {
      noteHtml(token.content, { ...spot, line });
      add(token.content);
    } else if (token.type === 'code_inline') add(token.content, { marks: [...marks, 'code'] });
    else if (token.type === 'hardbreak') {
      line++;
      add('\n');
    } else if (token.type === 'softbreak') {
      line++;
      const next = tokens[index + 1]?.content ?? '';
      if (next.startsWith('\u3000\u3000')) paragraphs.push([]);
      else add(joint(paragraphs.at(-1)?.at(-1)?.text ?? '', next));
    } else if (token.type === 'link_open') href = safeHref(String(token.attrGet('href') ?? ''), { ...spot, line });
    else if (token.type === 'link_close') href = undefined;
    else if (token.type === 'image') photos.push(addImage(token, { ...spot, line }));
    else if (token.type === 'footnote_ref') {
      const note = String((token.meta as { id: number }).id + 1);
      add(note, { note, marks: ['sup'] });
    }
  });
  return { paragraphs: paragraphs.map(trimStart), photos };
}

/** Full-width blanks that indent a paragraph are not its text. */
function trimStart(spans: Span[]): Span[] {
  const [first, ...rest] = spans;
  return first
    ? [{ ...first, text: first.text.replace(/^\u3000+/, '') }, ...rest].filter(({ text }) => text !== '')
    : [];
}

function addSpan(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  const same = last && !span.note && !last.note && last.href === span.href && String(last.marks) === String(span.marks);
  if (span.text === '') return;
  if (last && same) spans[spans.length - 1] = { ...last, text: last.text + span.text };
  else spans.push(span);
}

function addImage(token: Token, { walk, line }: Spot): Block {
  const caption = token.content.trim();
  const credit = String(token.attrGet('title') ?? '').trim();
  const file = decoded(String(token.attrGet('src') ?? ''));
  walk.images.push({ file, line, ...(caption && { caption: plainText(token) }), ...(credit && { credit }) });
  return { kind: 'photo', photo: walk.images.length - 1 };
}

const plainText = (token: Token): string =>
  (token.children ?? [])
    .map((child) => (child.type === 'image' ? plainText(child) : child.type.endsWith('break') ? ' ' : child.content))
    .join('')
    .trim();

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const SLUG_LINK = /^(?:\.\/)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md)?$/;

/** The target of a link when it is safe; slugs are noted, to be looked up when all articles are known. */
function safeHref(href: string, { walk, line }: Spot): string | undefined {
  if (isWebAddress(href)) return new URL(href).href;
  if (/^(?:mailto|tel):[^\s<>"]+$/i.test(href)) return href;
  const slug = SLUG_LINK.exec(href)?.[1];
  walk.notes.push({ what: slug ? 'link-slug' : 'link-unsafe', text: slug ?? href, line });
  return slug;
}

function noteHtml(text: string, { walk, line }: Spot): void {
  const html = /<\/?[a-zA-Z][^<>\n]{0,200}>|<!--/.exec(text)?.[0];
  if (html) walk.notes.push({ what: 'html', text: html.length > 60 ? `${html.slice(0, 60)}…` : html, line });
}
