/** The site around the issues, from their records alone: home, calendar, feeds, sitemaps, search. */
import type { Newspaper } from '../../issue/model.ts';
import { longDate, weekday } from '../data/dates.ts';
import { type FrontView, frontView } from '../data/front.ts';
import type { IssueRecord } from '../data/record.ts';
import type { Words } from '../words.ts';
import { calendarYear, type YearView, yearsOf } from './calendar.ts';
import { type Catalogue, type CatalogueEntry, type Published, readRecord } from './catalogue.ts';
import { FEED_ITEMS, type FeedHead, type FeedItem, feedHead, feedItems, newsOf } from './feeds.ts';
import { type Neighbour, neighboursAt } from './neighbours.ts';
import type { Offline } from './offline.ts';
import { bundlesOf } from './search.ts';

/** What the site's templates show. */
export interface SiteData {
  readonly newest?: IssueRecord;
  /** The newest issue's front, as the home page sees it. */
  readonly front?: FrontView;
  /** The ways from the newest issue. */
  readonly neighbours: readonly Neighbour[];
  readonly issues: readonly CatalogueEntry[];
  /** The newest issues, for the head of the calendar. */
  readonly latest: readonly LatestView[];
  readonly allYears: readonly { readonly year: string; readonly count: number }[];
  /** Years whose calendar is written. */
  readonly years: readonly YearView[];
  /** The newest year, shown first. */
  readonly calendar?: YearView;
  readonly items: readonly FeedItem[];
  readonly feed: FeedHead;
  readonly jsonFeed?: unknown;
  readonly news: ReturnType<typeof newsOf>;
  readonly bundles: readonly string[];
  readonly offline?: Offline | undefined;
}

/** An issue in the list above the calendar. */
export interface LatestView extends CatalogueEntry {
  readonly day: string;
  readonly weekday: string;
}

/** Issues in that list. */
const LATEST = 6;
/** Issues whose records the feeds are made from, at most. */
const FEED_ISSUES = 7;

/**
 * Reads what the site's pages need: the catalogue and the records of the newest days.
 * @param changed ids of the issues that changed: only their years are written anew
 */
export async function prepareSite(
  catalogue: Catalogue,
  {
    paper,
    published,
    words,
    changed,
  }: {
    readonly paper: Newspaper;
    readonly published: Published;
    readonly words: Words;
    readonly changed: readonly string[];
  },
): Promise<SiteData> {
  const { issues } = catalogue;
  const records = await newestRecords(issues, published);
  const [newest] = records;
  const allYears = yearsOf(issues);
  const wanted = allYears.filter(({ year }) => changed.some((id) => id.startsWith(year)));
  const items = feedItems(records, words, paper.url);
  const feed = feedHead(items, paper, words);
  return {
    ...(newest === undefined ? {} : { newest, front: frontView(newest, `${newest.id}/`) }),
    neighbours: neighboursAt(issues, 0, { words, language: paper.language }),
    issues,
    latest: issues.slice(0, LATEST).map((entry) => ({
      ...entry,
      day: longDate(entry.date, paper.language),
      weekday: weekday(entry.date, paper.language),
    })),
    allYears,
    years: wanted.map(({ year }) => calendarYear(year, issues, { words, language: paper.language })),
    ...(allYears[0] === undefined
      ? {}
      : { calendar: calendarYear(allYears[0].year, issues, { words, language: paper.language }) }),
    items,
    feed,
    news: newsOf(records),
    bundles: bundlesOf(issues.map(({ date }) => date)),
  };
}

/** Records of the newest issues until the feeds are full. */
async function newestRecords(issues: readonly CatalogueEntry[], published: Published): Promise<readonly IssueRecord[]> {
  const records: IssueRecord[] = [];
  let items = 0;
  for (const { id } of issues.slice(0, FEED_ISSUES)) {
    const record = await readRecord(published, id);
    if (record === undefined) continue;
    records.push(record);
    items += record.articles.length;
    if (items >= FEED_ITEMS && records.length >= 2) break;
  }
  return records;
}
