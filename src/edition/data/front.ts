/** The front of an issue and its section pages, from the record alone: the home page is the newest issue's front. */

import { articlePath, pagePath, sectionPath } from './address.ts';
import { fullDate, longDate, lunarDate, weekday } from './dates.ts';
import { inColumns, openingOf, type TeaserView } from './front-columns.ts';
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
  /** Its language, where that is not the paper's. */
  readonly language?: string;
  readonly picture?: PictureViewData;
}

/** A page in the front's list of pages. */
export interface PageView {
  readonly number: number;
  readonly label: string;
  readonly name?: string;
  readonly href: string;
  readonly thumbnail: string;
  readonly width: number;
  readonly height: number;
  readonly stories: readonly StoryView[];
  /** The weightiest of them. */
  readonly heads: readonly StoryView[];
}

/** A section, on the front or on a page of its own. */
export interface SectionView {
  readonly name: string;
  readonly href: string;
  readonly folder: string;
  /** Its place among the sections, from 1. */
  readonly turn: number;
  /** Those that the front does not show above; notices and corrections after all others. */
  readonly stories: readonly StoryView[];
  /** So many of them are told with their beginnings, the others named. */
  readonly told: number;
  readonly all: readonly StoryView[];
}

/** An issue's front, as `front.njk` shows it. */
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
  /** The other stories of the front page, and from inside what there is room for: beside the lead, and under it. */
  readonly top: readonly TeaserView[];
  readonly under: readonly StoryView[];
  /** Sections with stories that are not shown above. */
  readonly sections: readonly SectionView[];
  /** The same in columns that end together. */
  readonly columns: readonly (readonly SectionView[])[];
  readonly allSections: readonly SectionView[];
  readonly pages: readonly PageView[];
  readonly styles: string;
  readonly headlineFont?: string;
}

/** Headlines of a page that its picture is shown with. */
const HEADS = 3;
const SMALL_GENRES = new Set(['notice', 'correction']);

/** The front as a document sees it that reaches the issue's folder by `base`. */
export function frontView(record: IssueRecord, base: string): FrontView {
  const stories = record.articles.map((article) => storyView(article, base, record.language));
  const worthy = stories.filter(isWorthy);
  const lead = worthy.find(({ urgency, picture }) => urgency === 1 && picture !== undefined) ?? worthy[0];
  const front = worthy.filter((story) => story !== lead && story.page === record.pages[0]?.number);
  const bySlug = new Map(stories.map((story) => [story.slug, story]));
  const listed = (slugs: readonly string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const inside = weightiest(worthy.filter((story) => story !== lead && !front.includes(story)));
  const { top, under } = openingOf(lead, front, inside);
  const shown = new Set([lead, ...top, ...under].map((story) => story?.slug));
  const allSections = record.sections.map(({ name, folder, articles }, at): SectionView => {
    const all = listed(articles);
    const others = all.filter(({ slug }) => !shown.has(slug));
    const stories = [...others.filter(isWorthy), ...others.filter((story) => !isWorthy(story))];
    return { name, folder, href: base + sectionPath(folder), turn: at + 1, all, stories, told: 1 };
  });
  const sections = allSections.filter(({ stories: others }) => others.length > 0);
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
    sections,
    columns: inColumns(sections),
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
      heads: weightiest(listed(articles).filter(isWorthy)).slice(0, HEADS),
    })),
    styles: base + record.styles,
    ...(record.headlineFont === undefined ? {} : { headlineFont: base + record.headlineFont }),
  };
}

/** True for a story that may lead a list: a withdrawn one, a notice or a correction stands after the others. */
const isWorthy = ({ genre, withdrawn }: StoryView): boolean => !withdrawn && !SMALL_GENRES.has(genre);

/** By weight, equals in the order of the paper. */
const weightiest = (stories: readonly StoryView[]): readonly StoryView[] =>
  stories.toSorted((one, other) => one.urgency - other.urgency);

/** A story as a list shows it. */
function storyView(article: RecordArticle, base: string, paper: string): StoryView {
  const { print, urgency, pubStatus, genres, bodies, language } = article;
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
    ...(language === paper ? {} : { language }),
    ...(picture === undefined ? {} : { picture: pictureView(picture, base, title) }),
  };
}
