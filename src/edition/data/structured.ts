/** JSON-LD after schema.org: what search engines read of a story and of an issue. */
import { writersOf } from '../../issue/byline.ts';
import { absolute } from './address.ts';
import type { IssueRecord, RecordArticle } from './record.ts';
import { headlineOf, titleOf } from './record.ts';

/** JSON that can stand inside a script element: no `<` can close it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A story: NewsArticle with its place in print. */
export function articleLd(article: RecordArticle, record: IssueRecord, url: string | undefined): unknown {
  const image = article.associations
    .map(({ renditions }) => renditions.filter(({ contentType }) => contentType === 'image/jpeg').at(-1)?.href)
    .filter((href) => href !== undefined);
  const body = article.bodies.find(({ role }) => role === 'main');
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: titleOf(article),
    ...optional('alternativeHeadline', headlineOf(article, 'deck')),
    inLanguage: article.language,
    datePublished: record.date,
    dateModified: article.versionCreated,
    mainEntityOfPage: article.uri,
    ...optional('dateline', article.located),
    ...authorLd(article),
    publisher: publisherLd(record),
    ...(image.length === 0 ? {} : { image: image.map((href) => absolute(url, `${record.id}/${href}`)) }),
    articleSection: article.print.section,
    printEdition: record.number === undefined ? record.date : String(record.number),
    printSection: article.print.section,
    printPage: article.print.label,
    ...(body === undefined ? {} : { wordCount: body.charCount }),
    isPartOf: { '@type': 'PublicationIssue', datePublished: record.date, url: record.uri },
    isAccessibleForFree: true,
  };
}

/** An issue: PublicationIssue of a Newspaper. */
export function issueLd(record: IssueRecord): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'PublicationIssue',
    url: record.uri,
    datePublished: record.date,
    ...(record.number === undefined ? {} : { issueNumber: String(record.number) }),
    inLanguage: record.language,
    isPartOf: { '@type': 'Newspaper', name: record.paper.name, publisher: publisherLd(record) },
    hasPart: record.articles.map((article) => ({
      '@type': 'NewsArticle',
      headline: titleOf(article),
      url: article.uri,
    })),
  };
}

/** Everybody who wrote it; absent where the byline names nobody. */
function authorLd({ by = '' }: RecordArticle): { readonly author?: unknown } {
  const author = writersOf(by).map(({ kind, name }) => ({
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
  }));
  return author.length === 0 ? {} : { author };
}

const publisherLd = ({ paper }: IssueRecord): unknown => ({
  '@type': 'NewsMediaOrganization',
  name: paper.publisher ?? paper.name,
});

const optional = (key: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [key]: value };
