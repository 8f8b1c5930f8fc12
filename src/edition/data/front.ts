/** The front of an issue and its section pages, from the record alone: the home page is the newest issue's front. */

import { articlePath, pagePath, sectionPath } from './address.ts';
import { fullDate, longDate, lunarDate, weekday } from './dates.ts';
import { leadPicture, type PictureViewData, pictureView } from './picture.ts';
import { headlineOf, type IssueRecord, type RecordArticle, titleOf } from './record.ts';

/** A story in a list. */
export interface StoryView {
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly excerpt?: string;
  readonly by?: string;
  readonly section: string;
  readonly label: string;
  readonly page: number;
  readonly urgency: number;
  readonly genre: string;
  readonly withdrawn: boolean;
  readonly picture?: PictureViewData;
}

export interface PageView {
  readonly number: number;
  readonly label: string;
  readonly name?: string;
  readonly href: string;
  readonly thumbnail: string;
  readonly width: number;
  readonly height: number;
  readonly stories: readonly StoryView[];
}

export interface SectionView {
  readonly name: string;
  readonly href: string;
  readonly folder: string;
  /** Those that the front does not show above. */
  readonly stories: readonly StoryView[];
  readonly all: readonly StoryView[];
}

export interface FrontView {
  readonly record: IssueRecord;
  /** Path to the issue's folder from the document. */
  readonly base: string;
  readonly date: string;
  readonly weekday: string;
  /** Both, in the order of the language. */
  readonly fullDate: string;
  readonly lunar?: string;
  readonly lead?: StoryView;
  /** The other stories of the front page: beside the lead, and under it. */
  readonly top: readonly StoryView[];
  readonly under: readonly StoryView[];
  /** Sections with stories that are not shown above. */
  readonly sections: readonly SectionView[];
  readonly allSections: readonly SectionView[];
  readonly pages: readonly PageView[];
  readonly styles: string;
  readonly headlineFont?: string;
}

/** Stories beside the lead, and stories under it. */
const TOP = 4;
const UNDER = 4;
const SMALL_GENRES = new Set(['notice', 'correction']);

/** The front as a document sees it that reaches the issue's folder by `base`. */
export function frontView(record: IssueRecord, base: string): FrontView {
  const stories = record.articles.map((article) => storyView(article, base));
  const worthy = stories.filter(({ genre }) => !SMALL_GENRES.has(genre));
  const lead = worthy.find(({ urgency, picture }) => urgency === 1 && picture !== undefined) ?? worthy[0];
  const front = worthy.filter((story) => story !== lead && story.page === record.pages[0]?.number);
  const bySlug = new Map(stories.map((story) => [story.slug, story]));
  const listed = (slugs: readonly string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const top = front.slice(0, TOP);
  const under = front.slice(TOP, TOP + UNDER);
  const shown = new Set([lead, ...top, ...under]);
  const allSections = record.sections.map(({ name, folder, articles }): SectionView => {
    const all = listed(articles);
    return { name, folder, href: base + sectionPath(folder), all, stories: all.filter((story) => !shown.has(story)) };
  });
  const lunar = lunarDate(record.date, record.language);
  return {
    record,
    base,
    date: longDate(record.date, record.language),
    weekday: weekday(record.date, record.language),
    fullDate: fullDate(record.date, record.language),
    ...(lunar === undefined ? {} : { lunar }),
    ...(lead === undefined ? {} : { lead }),
    top,
    under,
    sections: allSections.filter(({ stories: others }) => others.length > 0),
    allSections,
    pages: record.pages.map(({ number, label, name, thumbnail, width, height, articles }) => ({
      number,
      label,
      ...(name === undefined ? {} : { name }),
      href: base + pagePath(number),
      thumbnail: base + thumbnail,
      width,
      height,
      stories: listed(articles),
    })),
    styles: base + record.styles,
    ...(record.headlineFont === undefined ? {} : { headlineFont: base + record.headlineFont }),
  };
}

/** A story as a list shows it. */
export function storyView(article: RecordArticle, base: string): StoryView {
  const { print, urgency, pubStatus, genres, bodies } = article;
  const kicker = headlineOf(article, 'kicker');
  const deck = headlineOf(article, 'deck');
  const excerpt = bodies.find(({ role }) => role === 'excerpt')?.value;
  const picture = leadPicture(article);
  const said = excerpt ?? picture?.descriptions[0]?.value;
  const title = titleOf(article);
  return {
    slug: print.slug,
    href: base + articlePath(print.slug),
    title,
    ...(kicker === undefined ? {} : { kicker }),
    ...(deck === undefined ? {} : { deck }),
    ...(said === undefined || said === title ? {} : { excerpt: said }),
    ...(article.by === undefined ? {} : { by: article.by }),
    section: print.section,
    label: print.label,
    page: print.page,
    urgency,
    genre: genres[0]?.name ?? 'news',
    withdrawn: pubStatus === 'canceled',
    ...(picture === undefined ? {} : { picture: pictureView(picture, base, title) }),
  };
}
