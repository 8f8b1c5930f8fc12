/** The words that the page itself says, in Chinese and in English. */
import { isChinese, isTraditional } from '../../fault.ts';
import type { Issue, Newspaper, PageRequest } from '../../issue/model.ts';

/** Words of one language. */
export interface Words {
  /** `2026年1月8日 星期四`. */
  date(date: string): string;
  /** 农历乙巳年十一月二十; nothing where the language has no lunar date. */
  lunar(date: string): string | undefined;
  issueNumber(number: number): string;
  pageCount(count: number): string;
  pageNumber(page: Pick<PageRequest, 'number' | 'label'>): string;
  editors(page: PageRequest): string;
  readonly advertisement: string;
  readonly weather: string;
  readonly index: string;
  /** Label of a 链接 piece. */
  readonly aside: string;
  /** Label of a correction without a head. */
  readonly correction: string;
  readonly draft: string;
  /** Page by number; a label stands for it where the page has one. */
  pageMark(page: number | string): string;
  jumpTo(page: number | string): string;
  jumpFrom(page: number | string): string;
  /** Every fact of the publisher. */
  imprint(paper: Newspaper): string;
  /** Those under the nameplate. */
  facts(paper: Newspaper): string;
  /** What stands between two facts on a line. */
  readonly between: string;
}

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const two = (number: number): string => String(number).padStart(2, '0');
const joined = (parts: readonly (string | undefined)[], between: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between);

const named = (name: string, value: string | undefined): string | undefined => value && `${name}${value}`;

/** How a date is told. */
const TELLINGS = {
  day: ['zh-CN', { year: 'numeric', month: 'long', day: 'numeric' }],
  weekday: ['zh-CN', { weekday: 'long' }],
  lunar: ['zh-CN-u-ca-chinese', { dateStyle: 'long' }],
  lunarTraditional: ['zh-TW-u-ca-chinese', { dateStyle: 'long' }],
  english: ['en-GB', { dateStyle: 'full' }],
} as const;

type Telling = keyof typeof TELLINGS;

const formats = new Map<Telling, Intl.DateTimeFormat>();

/** Made once, and only what is told: a format costs more than all the rest of a page's furniture. */
function formatOf(telling: Telling): Intl.DateTimeFormat {
  const [locale, options] = TELLINGS[telling];
  const format = formats.get(telling) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(telling, format);
  return format;
}

const CHINESE: Words = {
  date: (date) => `${formatOf('day').format(utc(date))} ${formatOf('weekday').format(utc(date))}`,
  lunar: (date) => `农历${formatOf('lunar').format(utc(date)).replace(/^\d+/u, '')}`,
  issueNumber: (number) => `总第${number}期`,
  pageCount: (count) => `今日${count}版`,
  pageNumber: (page) => page.label ?? two(page.number),
  editors: (page) =>
    joined([named('责编 ', page.editor), named('美编 ', page.designer), named('校对 ', page.proofreader)], '　'),
  advertisement: '广告',
  weather: '今日天气',
  index: '导读',
  aside: '链接',
  correction: '更正',
  draft: '草样',
  pageMark: (page) => `第${page}版`,
  jumpTo: (page) => `（下转第${page}版）`,
  jumpFrom: (page) => `（上接第${page}版）`,
  between: '　',
  facts: ({ publisher }) => joined([publisher.name, publisher.cn, named('邮发代号 ', publisher.postal)], '　'),
  imprint: ({ publisher }) =>
    joined(
      [
        publisher.name,
        named('国内统一连续出版物号 ', publisher.cn),
        named('邮发代号 ', publisher.postal),
        named('社址：', publisher.address),
        named('电话：', publisher.phone),
        named('印刷：', publisher.printer),
        named('发行：', publisher.distribution),
        named('零售价：', publisher.price),
      ],
      '　',
    ),
};

/** The same in traditional characters. */
const TRADITIONAL: Words = {
  ...CHINESE,
  lunar: (date) => `農曆${formatOf('lunarTraditional').format(utc(date)).replace(/^\d+/u, '')}`,
  issueNumber: (number) => `總第${number}期`,
  editors: (page) =>
    joined([named('責編 ', page.editor), named('美編 ', page.designer), named('校對 ', page.proofreader)], '　'),
  advertisement: '廣告',
  weather: '今日天氣',
  index: '導讀',
  aside: '連結',
  draft: '草樣',
  jumpTo: (page) => `（下轉第${page}版）`,
  facts: ({ publisher }) => joined([publisher.name, publisher.cn, named('郵發代號 ', publisher.postal)], '　'),
  imprint: ({ publisher }) =>
    joined(
      [
        publisher.name,
        named('國內統一連續出版物號 ', publisher.cn),
        named('郵發代號 ', publisher.postal),
        named('社址：', publisher.address),
        named('電話：', publisher.phone),
        named('印刷：', publisher.printer),
        named('發行：', publisher.distribution),
        named('零售價：', publisher.price),
      ],
      '　',
    ),
};

const ENGLISH: Words = {
  date: (date) => formatOf('english').format(utc(date)),
  lunar: () => undefined,
  issueNumber: (number) => `No. ${number}`,
  pageCount: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  pageNumber: (page) => page.label ?? String(page.number),
  editors: (page) =>
    joined([named('Editor ', page.editor), named('Design ', page.designer), named('Proof ', page.proofreader)], ' · '),
  advertisement: 'Advertisement',
  weather: 'Weather',
  index: 'Inside',
  aside: 'Background',
  correction: 'Correction',
  draft: 'Draft',
  pageMark: (page) => `Page ${page}`,
  jumpTo: (page) => `Continued on Page ${page}`,
  jumpFrom: (page) => `From Page ${page}`,
  between: ' · ',
  facts: ({ publisher }) => joined([publisher.name, publisher.cn, publisher.price], ' · '),
  imprint: ({ publisher }) =>
    joined(
      [
        publisher.name,
        publisher.cn,
        publisher.address,
        named('Tel. ', publisher.phone),
        named('Printed by ', publisher.printer),
        publisher.distribution,
        publisher.price,
      ],
      ' · ',
    ),
};

/** English with the dates of its country; of no country, British ones. */
function englishOf(language: string): Words {
  if (/^en$/i.test(language)) return ENGLISH;
  const known = NATIONAL.get(language) ?? { ...ENGLISH, date: dateIn(language) };
  NATIONAL.set(language, known);
  return known;
}

const NATIONAL = new Map<string, Words>();

function dateIn(language: string): Words['date'] {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'full' });
  return (date) => format.format(utc(date));
}

/** Labels of pages that have one (A02), by number. */
export type PageLabels = ReadonlyMap<number, string>;

/** The labels of an issue's pages. */
export const labelsOf = ({ pages }: Pick<Issue, 'pages'>): PageLabels =>
  new Map(
    typeof pages === 'object'
      ? pages.flatMap(({ number, label }) => (label === undefined ? [] : [[number, label] as const]))
      : [],
  );

/** Words of a BCP 47 language: Chinese for `zh…` in its characters, otherwise English. Pages are called what their folio calls them. */
export function wordsOf(language: string, labels: PageLabels = new Map()): Words {
  const words = spoken(language);
  if (labels.size === 0) return words;
  const called = (page: number | string): number | string => labels.get(Number(page)) ?? page;
  return {
    ...words,
    pageMark: (page) => words.pageMark(called(page)),
    jumpTo: (page) => words.jumpTo(called(page)),
    jumpFrom: (page) => words.jumpFrom(called(page)),
  };
}

function spoken(language: string): Words {
  if (isTraditional(language)) return TRADITIONAL;
  return isChinese(language) ? CHINESE : englishOf(/^en\b/i.test(language) ? language : 'en');
}

/** What pages of an issue say of themselves, one text after the other: for whoever must have its characters ready. */
export function furnitureText({ paper, date, number }: Issue): string {
  const words = wordsOf(paper.language);
  const { advertisement, weather, index, aside, correction, draft } = words;
  const facts = [words.date(date), words.lunar(date), words.facts(paper), words.imprint(paper)];
  const counts = [words.issueNumber(number ?? 0), words.pageCount(0), words.pageMark(0)];
  const jumps = [words.jumpTo(0), words.jumpFrom(0)];
  const editors = words.editors({
    number: 1,
    color: true,
    locked: false,
    editor: ' ',
    designer: ' ',
    proofreader: ' ',
  });
  return [...facts, ...counts, ...jumps, editors, advertisement, weather, index, aside, correction, draft].join('');
}
