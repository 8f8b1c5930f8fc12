/** 导读: what the ear of page 1 holds and points to. */
import type { Article, Block, Span } from '../../issue/model.ts';
import type { Booking } from '../edition/ads.ts';
import type { Assignment } from '../edition/distribute.ts';
import type { EarContent, IndexEntry } from './ear.ts';

/** Most lines that an index made by the program has. */
const MOST = 6;

/** What the index is made from. */
export interface IndexSource {
  readonly assignments: readonly Assignment[];
  readonly booking: Booking;
}

/** The ear's content: the booked ad, the desk's index article, or the weightiest stories of the inner pages. */
export function indexEntries({ assignments, booking }: IndexSource): EarContent {
  if (booking.ear) return { entries: [], ad: booking.ear };
  const front = assignments.find(({ page }) => page.number === 1)?.articles ?? [];
  const index = front.find((article) => article.genre === 'index');
  const pageOf = (slug: string): number | undefined =>
    assignments.find(({ articles }) => articles.some((article) => article.slug === slug))?.page.number;
  if (index) return { slug: index.slug, title: index.title.join(''), entries: named(index, pageOf) };
  const inner = assignments.filter(({ page }) => page.number > 1).flatMap(({ articles }) => articles);
  const weighty = inner.filter((article) => article.title.length > 0).toSorted((a, b) => a.priority - b.priority);
  return { entries: weighty.slice(0, MOST).map((article) => entryOf(article, pageOf(article.slug))) };
}

const entryOf = (article: Article, page: number | undefined): IndexEntry => ({
  text: article.title.join(' '),
  slug: article.slug,
  ...(page !== undefined && { page }),
});

/** Entries of an index article: each paragraph is a line and links to the story that it names. */
function named(index: Article, pageOf: (slug: string) => number | undefined): readonly IndexEntry[] {
  return index.body.flatMap((block): IndexEntry[] => {
    const spans = spansOf(block);
    const text = spans.map((span) => span.text).join('');
    const slug = spans.find((span) => span.href !== undefined)?.href;
    const page = slug === undefined ? undefined : pageOf(slug);
    return text === '' ? [] : [{ text, ...(slug !== undefined && { slug }), ...(page !== undefined && { page }) }];
  });
}

const spansOf = (block: Block): readonly Span[] => ('spans' in block ? block.spans : []);
