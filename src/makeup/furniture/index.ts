/** 导读: what the ear of page 1 points to. */
import type { Article, Block, Issue } from '../../issue/model.ts';
import type { Assignment } from '../edition/distribute.ts';
import type { EarContent, IndexEntry } from './front.ts';

/** Most lines that an index made by the program has. */
const MOST = 6;

/** The ear's content: the desk's index article, or the weightiest stories of the inner pages. */
export function indexEntries(issue: Issue, assignments: readonly Assignment[]): EarContent {
  const ad = issue.ads.findIndex((one) => one.position === 'ear' && (one.page ?? 1) === 1);
  const booked = issue.ads[ad];
  if (booked) return { entries: [], ad: { name: `ad-${ad + 1}`, file: booked.file, ad: booked } };
  const front = assignments.find(({ page }) => page.number === 1)?.articles ?? [];
  const index = front.find((article) => article.genre === 'index');
  const pageOf = (slug: string): number | undefined =>
    assignments.find(({ articles }) => articles.some((article) => article.slug === slug))?.page.number;
  if (index) return { slug: index.slug, title: index.title.join(''), entries: named(index, issue, pageOf) };
  const inner = assignments.filter(({ page }) => page.number > 1).flatMap(({ articles }) => articles);
  const weighty = inner.filter((article) => article.title.length > 0).toSorted((a, b) => a.priority - b.priority);
  return { entries: weighty.slice(0, MOST).map((article) => entryOf(article, pageOf(article.slug))) };
}

const entryOf = (article: Article, page: number | undefined): IndexEntry => ({
  text: article.title.join(' '),
  slug: article.slug,
  ...(page !== undefined && { page }),
});

/** Entries of an index article: each of its lines names a slug and may say what to print. */
function named(index: Article, issue: Issue, pageOf: (slug: string) => number | undefined): readonly IndexEntry[] {
  const text = index.body.map(plain).join('\n');
  const slugs = issue.articles.map((article) => article.slug).toSorted((a, b) => b.length - a.length);
  if (slugs.length === 0) return [];
  const escaped = slugs.map((slug) => slug.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const mark = new RegExp(`(?<=^|\\s)(${escaped.join('|')})(?:\\s*[:：]|(?=\\s|$))`, 'gu');
  const found = [...text.matchAll(mark)];
  return found.map((match, at) => {
    const slug = match[1] ?? '';
    const source = text.slice(match.index, found[at + 1]?.index);
    const said = source.slice(match[0].length).trim();
    const page = pageOf(slug);
    const title = issue.articles.find((article) => article.slug === slug)?.title.join(' ') ?? slug;
    return { text: said || title, source, slug, ...(page !== undefined && { page }) };
  });
}

function plain(block: Block): string {
  if (block.kind === 'list') return block.items.map((item) => item.map(plain).join('\n')).join('\n');
  return 'spans' in block ? block.spans.map((span) => span.text).join('') : '';
}
