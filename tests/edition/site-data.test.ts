import { describe, expect, it } from 'vitest';
import { longDate, lunarDate, shiftDays, weekday } from '#src/edition/data/dates.ts';
import { frontView } from '#src/edition/data/front.ts';
import { makeRecord } from '#src/edition/data/make-record.ts';
import { folderOf } from '#src/edition/data/order.ts';
import { type IssueRecord, titleOf } from '#src/edition/data/record.ts';
import { replicaViews } from '#src/edition/data/replica.ts';
import { articleLd } from '#src/edition/data/structured.ts';
import { FILTERS } from '#src/edition/filters.ts';
import { calendarYear, yearsOf } from '#src/edition/site/calendar.ts';
import { feedHead, feedItems, jsonFeed, newsOf } from '#src/edition/site/feeds.ts';
import { bundleOf, bundlesOf } from '#src/edition/site/search.ts';
import { wordsFor } from '#src/edition/words.ts';
import type { Article } from '#src/issue/model.ts';
import { TINY_ISSUE, TINY_PLAN, tinyEntry } from './tiny.ts';

const words = wordsFor('zh-CN');

const recordOf = (date: string, change: (article: Article) => Article = (article) => article): IssueRecord =>
  makeRecord({ ...TINY_ISSUE, date, id: date, articles: TINY_ISSUE.articles.map(change) }, TINY_PLAN, new Map());
describe('dates', () => {
  it('are the calendar’s, not a time zone’s', () => {
    expect(longDate('2026-01-08', 'zh-CN')).toBe('2026年1月8日');
    expect(weekday('2026-01-08', 'zh-CN')).toBe('星期四');
    expect(shiftDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it.each([
    ['2026-01-08', '农历乙巳年十一月二十'],
    ['2026-02-17', '农历丙午年正月初一'],
    ['2025-07-25', '农历乙巳年闰六月初一'],
    ['2026-02-16', '农历乙巳年腊月廿九'],
  ])('%s is %s', (date, lunar) => {
    expect(lunarDate(date, 'zh-CN')).toBe(lunar);
    expect(lunarDate(date, 'en-GB')).toBeUndefined();
  });
});

describe('an issue’s record', () => {
  it('has each story with its place in print, in reading order', () => {
    const record = recordOf('2026-01-08');
    expect(record.articles.map(({ print }) => [print.slug, print.page, print.section])).toEqual([
      ['spring', 1, '要闻'],
      ['river', 2, '副刊'],
    ]);
    expect(record.articles[0]?.bodies[0]?.charCount).toBe(41);
    expect(record.uri).toBe('https://example.org/2026-01-08/');
  });

  it('leaves out what is for the paper only, and of what was withdrawn all but its headline and author', () => {
    const record = recordOf('2026-01-08', (article) => ({
      ...article,
      kicker: '撤下的引题',
      deck: ['撤下的副题'],
      keywords: ['撤下的关键词'],
      web: article.slug === 'spring' ? false : 'withdrawn',
    }));
    expect(JSON.stringify(record)).not.toMatch(/spring|春天的风|撤下的/);
    expect(record.articles.map(({ pubStatus, bodies }) => [pubStatus, bodies])).toEqual([['canceled', []]]);
    expect(record.articles[0]?.headlines.map(({ role }) => role)).toEqual(['main']);
  });

  it('leads to the PDF of a page only where the web may show all that the page prints', () => {
    const downloadsOf = (change: (article: Article) => Article) => {
      const issue = { ...TINY_ISSUE, articles: TINY_ISSUE.articles.map(change) };
      const record = makeRecord(issue, TINY_PLAN, new Map());
      const job = { issue, plan: TINY_PLAN, record, renditions: new Map(), words, downloads: true };
      return replicaViews(job).pages.map(({ download }) => download);
    };
    const [first, second] = ['../press/2026-01-08-01.pdf', '../press/2026-01-08-02.pdf'];
    expect(downloadsOf((article) => article)).toEqual([first, second]);
    for (const web of [false, 'withdrawn'] as const)
      expect(downloadsOf((article) => (article.slug === 'spring' ? { ...article, web } : article))).toEqual([
        undefined,
        second,
      ]);
  });

  it('calls a photo without a headline by its caption', () => {
    const [article] = recordOf('2026-01-08', (one) => ({ ...one, title: [] })).articles;
    if (article === undefined) throw new Error('no article');
    expect(titleOf(article)).toMatch(/^春天的风吹过江边/);
    const photo = {
      name: 'photo-1',
      type: 'picture',
      descriptions: [{ role: 'caption', value: '晨光里的江桥，行人匆匆。' }],
      renditions: [],
    } as const;
    expect(titleOf({ ...article, associations: [photo] })).toBe('晨光里的江桥');
  });

  it.each([
    ['要闻', '要闻'],
    ['本地·经济', '本地-经济'],
    ['../../x', 'x'],
    ['"><script>', 'script'],
    ['///', 'section'],
    ['Arts & Letters', 'arts-letters'],
  ])('a section %s has the folder %s', (section, name) => expect(folderOf(section)).toBe(name));

  it('puts corrections together after all other sections, unless the desk gives them one', () => {
    const sections = (correction: Partial<Article>) =>
      recordOf('2026-01-08', ({ section: _, ...article }) =>
        article.slug === 'spring' ? { ...article, genre: 'correction', ...correction } : article,
      ).sections.map(({ name, articles }) => [name, ...articles]);
    const [[others] = []] = sections({}).filter(([, slug]) => slug === 'river');
    expect(sections({})).toEqual([
      [others, 'river'],
      ['更正', 'spring'],
    ]);
    expect(sections({ section: '来信' })).toEqual([
      [others, 'river'],
      ['来信', 'spring'],
    ]);
  });

  it('makes the front: the lead, the others of page one, the sections, the pages', () => {
    const front = frontView(recordOf('2026-01-08'), '2026-01-08/');
    expect(front.lead?.href).toBe('2026-01-08/spring/');
    expect(front.sections.map(({ name, stories }) => [name, stories.length])).toEqual([['副刊', 1]]);
    expect(front.pages.map(({ href }) => href)).toEqual(['2026-01-08/page-01/', '2026-01-08/page-02/']);
  });
});

describe('the calendar', () => {
  it('is drawn in weeks from Monday', () => {
    const [month] = calendarYear(
      '2026',
      [tinyEntry('2026-02-02'), tinyEntry('2026-02-28', { edition: 'A', id: '2026-02-28-A' })],
      { words, language: 'zh-CN' },
    ).months;
    expect(month?.weeks[1]?.[0]?.issues[0]?.says).toBe('春到小城 · 农历乙巳年腊月十五');
    const drawn = month?.weeks.map((week) =>
      week
        .map((day) => (day === undefined ? ' .' : `${String(day.day).padStart(2)}${day.issues.length ? '*' : ''}`))
        .join(' '),
    );
    expect(drawn).toEqual([
      ' .  .  .  .  .  .  1',
      ' 2*  3  4  5  6  7  8',
      ' 9 10 11 12 13 14 15',
      '16 17 18 19 20 21 22',
      '23 24 25 26 27 28*  .',
    ]);
  });

  it('lists years newest first', () => {
    expect(yearsOf([tinyEntry('2025-12-31'), tinyEntry('2026-01-01'), tinyEntry('2026-01-02')])).toEqual([
      { year: '2026', count: 2 },
      { year: '2025', count: 1 },
    ]);
  });
});

it('a front whose lead stands inside tells no story of the first page twice', () => {
  const record = recordOf('2026-01-08');
  const [spring, river] = record.articles;
  if (spring === undefined || river === undefined) throw new Error('no articles');
  const renditions = [{ href: 'photos/a.webp', contentType: 'image/webp', width: 900, height: 600 }];
  const photo = { name: 'photo-1', type: 'picture' as const, descriptions: [], renditions };
  const lead = { ...river, urgency: 1, associations: [photo] };
  const front = frontView({ ...record, articles: [{ ...spring, urgency: 2 }, lead] }, '');
  expect(front.lead?.slug).toBe('river');
  expect([...front.top, ...front.under].map(({ slug }) => slug)).toEqual(['spring']);
});

it('a headline on the web keeps a number with what it counts', () => {
  expect(FILTERS.phrases('一个渔港怎样学会等待')).toMatch(/^一个/);
});

describe('what other programs read of those who wrote', () => {
  const record = recordOf('2026-01-08', (article) => ({ ...article, byline: ['本报记者 周妍 王珂', '新华社'] }));

  it('is each by name in JSON-LD, people and agencies apart', () => {
    const [article] = record.articles;
    if (article === undefined) throw new Error('no article');
    expect(articleLd(article, record, undefined)).toMatchObject({
      author: [
        { '@type': 'Person', name: '周妍' },
        { '@type': 'Person', name: '王珂' },
        { '@type': 'Organization', name: '新华社' },
      ],
    });
    expect(articleLd({ ...article, by: '综合报道' }, record, undefined)).not.toHaveProperty('author');
  });

  it('is each by name in the feeds', () => {
    const items = feedItems([record], words, undefined);
    expect(items[0]?.authors).toEqual(['周妍', '王珂', '新华社']);
    const paper = { name: '试验报', language: 'zh-CN', publisher: {} };
    const feed = jsonFeed({ items, feed: feedHead(items, paper, words) }, paper, { touchIcon: '' });
    expect(feed).toMatchObject({ items: [{ authors: [{ name: '周妍' }, { name: '王珂' }, { name: '新华社' }] }, {}] });
  });
});

describe('feeds', () => {
  const records = [recordOf('2026-01-08'), recordOf('2026-01-07'), recordOf('2026-01-06')];

  it('are newest first, with permanent addresses and moments that no clock gave', () => {
    const items = feedItems(records, words, 'https://example.org/');
    expect(items.map(({ uri }) => uri).slice(0, 3)).toEqual([
      'https://example.org/2026-01-08/spring/',
      'https://example.org/2026-01-08/river/',
      'https://example.org/2026-01-07/spring/',
    ]);
    expect(items[0]?.rfc822).toBe('Thu, 08 Jan 2026 00:00:00 GMT');
    const paper = { name: '试验报', language: 'zh-CN', url: 'https://example.org/', publisher: {} };
    const head = { items, feed: feedHead(items, paper, words) };
    const feed = jsonFeed(head, paper, { touchIcon: 'assets/icon.png' }) as { items: unknown[] };
    expect(feed.items).toHaveLength(6);
    expect(feed).toMatchObject({ icon: 'https://example.org/assets/icon.png' });
  });

  it('say whose they are, and when a story in them last changed', () => {
    const items = feedItems(records, words, undefined);
    const paper = { name: '试验报', publisher: { name: '试验报社' } };
    expect(feedHead(items, paper, words)).toEqual({
      description: '《试验报》最近各期的文章，试验报社出版',
      author: '试验报社',
      changed: { iso: '2026-01-08T00:00:00.000Z', rfc822: 'Thu, 08 Jan 2026 00:00:00 GMT' },
    });
    const corrected = items.map((item, index) =>
      index === 3 ? { ...item, updated: '2026-01-09T01:30:00.000Z' } : item,
    );
    expect(feedHead(corrected, paper, words).changed?.rfc822).toBe('Fri, 09 Jan 2026 01:30:00 GMT');
    expect(feedHead([], { name: 'The Test', publisher: {} }, wordsFor('en'))).toEqual({
      description: 'Stories of the newest issues of The Test',
      author: 'The Test',
    });
  });

  it('hold nothing that XML cannot', () => {
    const odd = recordOf('2026-01-08', (article) => ({ ...article, title: ['甲\u0000乙\u001f丙\ufffe'] }));
    expect(feedItems([odd], words, undefined)[0]?.title).toBe('甲乙丙');
  });

  it('for news end two days before the newest issue', () => {
    expect([...new Set(newsOf(records).map(({ record }) => record.date))]).toEqual(['2026-01-08', '2026-01-07']);
  });
});

describe('search bundles', () => {
  it('are thirds of months', () => {
    expect(['2026-01-10', '2026-01-11', '2026-01-20', '2026-01-31'].map(bundleOf)).toEqual([
      '2026-01-1',
      '2026-01-2',
      '2026-01-2',
      '2026-01-3',
    ]);
    expect(bundlesOf(['2025-12-31', '2026-01-01', '2026-01-02'])).toEqual(['2026-01-1', '2025-12-3']);
  });
});
