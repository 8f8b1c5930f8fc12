/**
 * The body of a 导读 (`genre: index`): each line of the file is one line of the index. It names an article by its slug
 * (`rain-of-orders`), or by its slug and words of the editor's own (`rain-of-orders: 订单如雨`), or it is free text.
 */
import { blocksText } from './digest.ts';
import { headlineOf } from './headline.ts';
import { type BodyNote, type ParsedBody, parseInline } from './markdown.ts';
import type { Article, Block } from './model.ts';

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const LIST_MARK = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;
const BARE = new RegExp(`^(${SLUG})(?:\\.md)?$`);
const NAMED = new RegExp(`^(${SLUG})(?:\\.md)?\\s*[:：]\\s*(\\S.*)$`);
const HEADING = /^\s*(#{1,2})\s+(.+?)\s*#*\s*$/;

/** One paragraph a line; a line that names an article links to it, and one without words of its own is filled later. */
export function indexLines(markdown: string): ParsedBody {
  const blocks: Block[] = [];
  const notes: BodyNote[] = [];
  let title: string | undefined;
  markdown.split('\n').forEach((raw, index) => {
    const heading = HEADING.exec(raw);
    if (heading?.[1] === '#' && title === undefined) {
      title = heading[2] ?? '';
      return;
    }
    const line = (heading?.[2] ?? raw).replace(LIST_MARK, '').trim();
    if (line === '') return;
    const [slug, words] = named(line);
    if (slug !== undefined) notes.push({ what: 'link-slug', text: slug, line: index + 1 });
    const spans = slug === undefined ? parseInline(line) : [{ text: words ?? '', href: slug }];
    blocks.push({ kind: 'paragraph', spans });
  });
  return { blocks, notes, images: [], ...(title !== undefined && { title }) };
}

/** The slug that a line names and the words that go with it. A lone English word is a slug only if it looks like one. */
function named(line: string): readonly [slug?: string | undefined, words?: string | undefined] {
  const bare = BARE.exec(line);
  if (bare) return [bare[1]];
  const match = NAMED.exec(line);
  return match ? [match[1], match[2]] : [];
}

/** An index with its empty lines filled from the heads of the articles that they name. */
export function fillIndex(index: Article, articles: ReadonlyMap<string, Article>): Article {
  const body = index.body.map((block): Block => {
    if (block.kind !== 'paragraph' || blocksText([block]) !== '') return block;
    const slug = block.spans[0]?.href ?? '';
    const head = articles.get(slug);
    return { kind: 'paragraph', spans: [{ text: head ? headOf(head) : slug, href: slug }] };
  });
  return { ...index, body };
}

const headOf = ({ title, kicker, photos, slug }: Article): string =>
  headlineOf({ title }) || kicker || photos[0]?.caption || slug;
