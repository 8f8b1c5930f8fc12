/** The newest stories for feed readers, from the records of the newest issues. */
import { writersOf } from '../../issue/byline.ts';
import type { Newspaper } from '../../issue/model.ts';
import { absolute, articlePath, GEOMETRY, pageFonts, pagePath, posterPath, upFrom } from '../data/address.ts';
import { momentOf, rfc822, shiftDays } from '../data/dates.ts';
import { headlineOf, type IssueRecord, type RecordArticle, titleOf } from '../data/record.ts';
import type { Assets } from '../make/assets.ts';
import type { Words } from '../words.ts';

/** Stories in a feed. */
export const FEED_ITEMS = 60;

/** A story in the feeds. */
export interface FeedItem {
  readonly uri: string;
  readonly title: string;
  readonly summary: string;
  readonly date: string;
  readonly updated: string;
  readonly rfc822: string;
  /** Names of those who wrote it. */
  readonly authors: readonly string[];
  readonly section: string;
  readonly image?: { readonly url: string; readonly type: string };
  readonly keywords: readonly string[];
}

/** What the feeds say of themselves. */
export interface FeedHead {
  readonly description: string;
  /** Who answers for it: the publisher, or the paper where newspaper.yaml names none. */
  readonly author: string;
  /** When a story in it last changed, as Atom and as RSS write it; absent from an empty feed. */
  readonly changed?: { readonly iso: string; readonly rfc822: string };
}

/** The head of the feeds of a paper. */
export function feedHead(
  items: readonly FeedItem[],
  { name, publisher }: Pick<Newspaper, 'name' | 'publisher'>,
  words: Words,
): FeedHead {
  const iso = items
    .flatMap(({ date, updated }) => [new Date(momentOf(date)).toISOString(), updated])
    .sort()
    .at(-1);
  return {
    description: clean(words.feed(name, publisher.name ?? '')),
    author: clean(publisher.name ?? name),
    ...(iso !== undefined && { changed: { iso, rfc822: rfc822(iso) } }),
  };
}

/** Characters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be taken out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const clean = (text: string): string => text.replace(UNSPEAKABLE, '');

/** Items of the newest issues, newest first, in each issue the lead first. A withdrawn story is a notice. */
export function feedItems(records: readonly IssueRecord[], words: Words, url: string | undefined): readonly FeedItem[] {
  return records
    .flatMap((record) => record.articles.map((article) => feedItem(article, record, { words, url })))
    .slice(0, FEED_ITEMS);
}

function feedItem(
  article: RecordArticle,
  record: IssueRecord,
  { words, url }: { readonly words: Words; readonly url: string | undefined },
): FeedItem {
  const excerpt = article.bodies.find(({ role }) => role === 'excerpt')?.value;
  const told = excerpt ?? article.associations[0]?.descriptions[0]?.value ?? headlineOf(article, 'deck') ?? '';
  const summary = article.pubStatus === 'canceled' ? words.withdrawn : told;
  const jpeg = article.associations[0]?.renditions.filter(({ contentType }) => contentType === 'image/jpeg').at(-1);
  return {
    uri: article.uri,
    title: clean(titleOf(article)),
    summary: clean(summary),
    date: record.date,
    updated: new Date(article.versionCreated).toISOString(),
    rfc822: rfc822(momentOf(record.date)),
    authors: writersOf(article.by ?? '').map(({ name }) => clean(name)),
    section: clean(article.print.section),
    ...(jpeg === undefined
      ? {}
      : { image: { url: absolute(url, `${record.id}/${jpeg.href}`), type: jpeg.contentType } }),
    keywords: article.keywords.map(clean),
  };
}

/** JSON Feed 1.1. */
export function jsonFeed(
  { items, feed: { description, author } }: { readonly items: readonly FeedItem[]; readonly feed: FeedHead },
  paper: Pick<Newspaper, 'name' | 'language' | 'url'>,
  { touchIcon }: Pick<Assets, 'touchIcon'>,
): unknown {
  const icon = absolute(paper.url, touchIcon);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: paper.name,
    description,
    language: paper.language,
    authors: [{ name: author }],
    home_page_url: absolute(paper.url, ''),
    feed_url: absolute(paper.url, 'feed.json'),
    icon,
    favicon: icon,
    items: items.map((item) => ({
      id: item.uri,
      url: item.uri,
      title: item.title,
      summary: item.summary,
      content_text: item.summary,
      date_published: momentOf(item.date),
      date_modified: item.updated,
      ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
      ...(item.image === undefined ? {} : { image: item.image.url }),
      tags: [item.section, ...item.keywords],
    })),
  };
}

/** Stories of the newest issue and the day before it: what a news sitemap may list. */
export function newsOf(records: readonly IssueRecord[]): readonly { record: IssueRecord; article: RecordArticle }[] {
  const newest = records[0]?.date;
  if (newest === undefined) return [];
  const earliest = shiftDays(newest, -1);
  return records
    .filter(({ date }) => date >= earliest)
    .flatMap((record) =>
      record.articles.filter(({ pubStatus }) => pubStatus === 'usable').map((article) => ({ record, article })),
    );
}

/** Files of the newest issue that are kept for reading without a network, from the site's root. */
export function offlineFiles(record: IssueRecord, assets: readonly string[]): readonly string[] {
  return [
    upFrom(0),
    `${record.id}/`,
    `${record.id}/${record.styles}`,
    ...record.articles.map(({ print }) => `${record.id}/${articlePath(print.slug)}`),
    ...record.sections.map(({ folder }) => encodeURI(`${record.id}/sections/${folder}/`)),
    `${record.id}/${GEOMETRY}`,
    ...record.pages.flatMap(({ number, thumbnail }) =>
      [pagePath(number), posterPath(number), pageFonts(number), thumbnail].map((file) => `${record.id}/${file}`),
    ),
    ...assets,
  ];
}
