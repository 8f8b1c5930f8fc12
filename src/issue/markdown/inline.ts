/** Inline tokens to spans and photos. Addresses are judged here: what is not known to be safe is no link. */
import type { Token } from 'markdown-it';
import { joint } from '../line-ends.ts';
import type { Block, Mark, Span } from '../model.ts';
import { isWebAddress } from '../values.ts';
import type { Spot } from './walk.ts';

/** The inline content of one block. */
export interface Inline {
  /** One list of spans a paragraph: more than one where a line begins with two full-width spaces. */
  readonly paragraphs: readonly (readonly Span[])[];
  readonly photos: Block[];
}

const MARKS: Readonly<Record<string, Mark>> = { strong: 'strong', em: 'em', s: 'strike' };

/** The spans and photos of one block's inline tokens. */
export function readInline(tokens: readonly Token[], spot: Spot): Inline {
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
    else if (token.type === 'text') {
      noteHtml(token.content, { ...spot, line });
      noteMarks(token.content, { ...spot, line });
      add(token.content);
    } else if (token.type === 'text_special') add(token.content);
    else if (token.type === 'code_inline') add(token.content, { marks: [...marks, 'code'] });
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

/** Notes the first HTML tag in a text: it is set as text. What is code or escaped was meant so. */
function noteHtml(text: string, { walk, line }: Spot): void {
  if (!text.includes('<')) return;
  const html = /<\/?[a-zA-Z][^<>\n]{0,200}>|<!--/.exec(text)?.[0];
  if (html) walk.notes.push({ what: 'html', text: html.length > 60 ? `${html.slice(0, 60)}…` : html, line });
}

/** Two asterisks, or strokes, on either side that make nothing strong, since blanks stand within or letters without; not in f**k. */
const ASTERISKS = /(?<![*＊_\p{Script=Latin}])(\*\*|＊＊|__)(?![*＊_])[^*＊_\n]+\1/u;

function noteMarks(text: string, { walk, line }: Spot): void {
  const marks = ASTERISKS.exec(text)?.[0];
  if (marks !== undefined) walk.notes.push({ what: 'marks', text: marks, line });
}
