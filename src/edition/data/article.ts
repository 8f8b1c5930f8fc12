/** One article for reading. */
import type { Article, Issue } from '../../issue/model.ts';
import type { Renditions } from '../make/pictures.ts';
import type { Words } from '../words.ts';
import { articlePath, pagePath, sectionPath } from './address.ts';
import { bodyHtml } from './body.ts';
import { longDate } from './dates.ts';
import { onWeb, sentencesOf } from './make-record.ts';
import { type PictureViewData, pictureView, recordPictures } from './picture.ts';
import { type IssueRecord, type RecordArticle, titleOf } from './record.ts';

/** Path from an article's page to its issue's folder. */
const BASE = '../';

/** A way to another page, from the document that shows it. */
export interface LinkView {
  readonly href: string;
  readonly title: string;
}

/** A story's own page, as `article.njk` shows it. */
export interface ArticleView {
  readonly slug: string;
  readonly record: RecordArticle;
  /** Lines as the editor broke them; full-width blanks become blanks. */
  readonly title: readonly string[];
  readonly plainTitle: string;
  readonly kicker?: string;
  readonly deck: readonly string[];
  readonly label?: string;
  readonly byline: readonly string[];
  readonly source?: string;
  readonly note?: string;
  /** What stands before the note; absent where the desk wrote it itself. */
  readonly noteLabel?: string;
  /** Moment of the last change, and its day in words where that is not the issue's. */
  readonly updated?: string;
  readonly updatedDay?: string;
  readonly section: LinkView;
  readonly page: LinkView;
  readonly printReference: string;
  readonly genre: string;
  readonly withdrawn: boolean;
  /** The main picture, then those that the text does not place itself. */
  readonly opening?: PictureViewData;
  readonly gallery: readonly PictureViewData[];
  readonly body: string;
  readonly keywords: readonly string[];
  /** Where the QR code of the printed story leads, and the same as it is shown: without its scheme. */
  readonly further?: LinkView;
  readonly previous?: LinkView;
  readonly next?: LinkView;
  readonly samePage: readonly LinkView[];
  readonly related: readonly LinkView[];
  /** The story that this one corrects: a path from the site's root. */
  readonly corrects?: string;
  readonly description: string;
  /** Font of the headline, fetched ahead. */
  readonly headlineFont?: string;
}

/** What the views of an issue's stories are made from. */
export interface ArticleJob {
  readonly issue: Issue;
  readonly record: IssueRecord;
  readonly renditions: Renditions;
  readonly words: Words;
  /** Stories that stand on a page as a module of their own. */
  readonly placed: ReadonlySet<string>;
  /** Addresses of the headlines' fonts, relative to the issue's folder. */
  readonly heads: ReadonlyMap<string, string>;
  /** HTML of a picture within the text. */
  readonly figure: (picture: PictureViewData) => string;
}

/** Views of all articles that are on the web, in reading order. */
export function articleViews(job: ArticleJob): readonly ArticleView[] {
  const sources = new Map(job.issue.articles.map((article) => [article.slug, article]));
  return job.record.articles.flatMap((record, at) => {
    const article = sources.get(record.print.slug);
    return article === undefined ? [] : [articleView({ article: onWeb(article), record, at }, job)];
  });
}

/** A story, and its turn in reading order. */
interface Spot {
  readonly article: Article;
  readonly record: RecordArticle;
  readonly at: number;
}

function articleView(spot: Spot, job: ArticleJob): ArticleView {
  const { article, record } = spot;
  return {
    slug: article.slug,
    record,
    ...headOf(spot, job),
    ...placeOf(spot, job),
    genre: article.genre,
    withdrawn: record.pubStatus === 'canceled',
    ...shownOf(spot, job),
    keywords: article.keywords,
    ...waysFrom(spot, job),
  };
}

/** What stands over the text, and what lists and search engines show of it. */
function headOf({ article, record }: Spot, job: ArticleJob) {
  const { kicker, label, source, updated } = article;
  const plainTitle = titleOf(record);
  const font = job.heads.get(`head-${article.slug}`);
  const excerpt = record.bodies.find(({ role }) => role === 'excerpt')?.value;
  return {
    title: article.title.map((line) => line.replaceAll('　', ' ')),
    plainTitle,
    ...(kicker === undefined ? {} : { kicker }),
    deck: article.deck,
    ...(label === undefined ? {} : { label }),
    byline: article.byline,
    ...(source === undefined ? {} : { source }),
    ...(updated === undefined ? {} : { updated, ...updatedDay(updated, job.record) }),
    ...(font === undefined ? {} : { headlineFont: BASE + font }),
    description: excerpt ?? (article.deck.length > 0 ? sentencesOf(article.deck) : plainTitle),
  };
}

/** Where it stands in the paper. */
function placeOf({ article, record }: Spot, { record: issue, placed, words }: ArticleJob) {
  const { section, page, label } = record.print;
  const folder = issue.sections.find(({ name }) => name === section)?.folder ?? '';
  return {
    section: { href: BASE + sectionPath(folder), title: section },
    page: {
      href: BASE + pagePath(page) + (placed.has(article.slug) ? `#story-${article.slug}` : ''),
      title: words.page(label),
    },
    printReference: words.printReference(longDate(issue.date, issue.language), label),
  };
}

/** Its pictures and its text. */
function shownOf({ article, record }: Spot, { record: issue, renditions, figure, words }: ArticleJob) {
  const { note, qr } = article;
  const title = titleOf(record);
  const pictures = new Map(
    recordPictures(article, renditions).map((picture) => [picture.photo, pictureView(picture, BASE, title)]),
  );
  const placedInText = new Set(article.body.flatMap((block) => (block.kind === 'photo' ? [block.photo] : [])));
  const [opening, ...gallery] = [...pictures].filter(([photo]) => !placedInText.has(photo)).map(([, view]) => view);
  const body = bodyHtml(article.body, {
    words,
    article: (slug) => hrefOf(slug, issue),
    figure: (photo) => {
      const picture = pictures.get(photo);
      return picture === undefined ? '' : figure(picture);
    },
    dateline: article.dateline,
  });
  return {
    ...(note === undefined ? {} : noteOf(note, words)),
    ...(opening === undefined ? {} : { opening }),
    gallery,
    body,
    ...(qr === undefined ? {} : { further: { href: qr, title: shownAddress(qr) } }),
  };
}

/** A note, named unless its own first words are its name. */
function noteOf(note: string, { editorsNote }: Words): Pick<ArticleView, 'note' | 'noteLabel'> {
  const plain = (text: string): string => text.trim().replace("'", '’').toLowerCase();
  return plain(note).startsWith(plain(editorsNote)) ? { note } : { note, noteLabel: editorsNote };
}

/** Ways to other stories. */
function waysFrom({ article, record, at }: Spot, { issue, record: { articles: all } }: ArticleJob) {
  return {
    ...neighbour('previous', all[at - 1]),
    ...neighbour('next', all[at + 1]),
    samePage: all.filter((one) => one !== record && one.print.page === record.print.page).map(linkTo),
    related: [...article.aside, ...groupOf(article, issue)].flatMap((slug) => {
      const other = all.find(({ print }) => print.slug === slug);
      return other === undefined ? [] : [linkTo(other)];
    }),
    ...(article.corrects === undefined ? {} : { corrects: `${article.corrects}/` }),
  };
}

const shownAddress = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Before the paper was out, an hour of the night says nothing to its readers. */
function updatedDay(moment: string, { date, language }: IssueRecord): { readonly updatedDay?: string } {
  const day = moment.slice(0, 10);
  return day > date ? { updatedDay: longDate(day, language) } : {};
}

const linkTo = (article: RecordArticle): LinkView => ({
  href: BASE + articlePath(article.print.slug),
  title: titleOf(article),
});

const neighbour = (
  side: 'previous' | 'next',
  article: RecordArticle | undefined,
): Partial<Record<typeof side, LinkView>> => (article === undefined ? {} : { [side]: linkTo(article) });

const hrefOf = (slug: string, record: IssueRecord): string | undefined =>
  record.articles.some(({ print }) => print.slug === slug) ? BASE + articlePath(slug) : undefined;

/** The other stories of an article's group. */
const groupOf = ({ group, slug }: Article, issue: Issue): readonly string[] =>
  group === undefined
    ? []
    : issue.articles.filter((other) => other.group === group && other.slug !== slug).map((other) => other.slug);
