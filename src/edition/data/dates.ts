/** Dates as readers write them. A date is a day of the calendar: always read in UTC, never moved by a time zone. */

import { isTraditional } from '../../fault.ts';

const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** English of no country, as on the printed page. */
const BRITISH = 'en-GB';

/** Formatters by what they were asked for: making one costs more than a thousand dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? BRITISH : locale, { timeZone: 'UTC', ...options });
  formatters.set(key, known);
  return known;
}

const format = (date: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  formatter(locale, options).format(dayOf(date));

/** 2026年1月8日 */
export const longDate = (date: string, language: string): string =>
  format(date, language, { year: 'numeric', month: 'long', day: 'numeric' });

/** 星期四 */
export const weekday = (date: string, language: string): string => format(date, language, { weekday: 'long' });

/** 2026年1月8日 星期四, Thursday, 8 January 2026, Thursday, January 8, 2026: in the order of the language. */
export const fullDate = (date: string, language: string): string =>
  /^zh\b/i.test(language)
    ? `${longDate(date, language)} ${weekday(date, language)}`
    : format(date, language, { dateStyle: 'full' });

/** Monday = 0 … Sunday = 6. */
export const weekdayNumber = (date: string): number => (dayOf(date).getUTCDay() + 6) % 7;

/** Days of a month given as `YYYY-MM`. */
export const daysIn = (month: string): number => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};

/** The day before or after. */
export const shiftDays = (date: string, days: number): string =>
  new Date(dayOf(date).getTime() + days * 86_400_000).toISOString().slice(0, 10);

const LUNAR_DAYS = ['初', '十', '廿', '三'] as const;
const FIGURES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 农历乙巳年十一月二十, for Chinese papers only: the calendar of the reader, not of the machine. */
export function lunarDate(date: string, language: string): string | undefined {
  if (!/^zh\b/i.test(language)) return undefined;
  const options = { year: 'numeric', month: 'long', day: 'numeric' } as const;
  const [calendar, country] = isTraditional(language) ? ['農曆', 'TW'] : ['农历', 'CN'];
  const parts = formatter(`zh-${country}-u-ca-chinese`, options).formatToParts(dayOf(date));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const year = part('yearName') === '' ? '' : `${part('yearName')}年`;
  return `${calendar}${year}${part('month')}${lunarDay(Number.parseInt(part('day'), 10))}`;
}

/** 初一 … 三十. */
function lunarDay(day: number): string {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${LUNAR_DAYS[Math.floor(day / 10)] ?? ''}${FIGURES[day % 10] ?? ''}`;
}

/**
 * The moment of a day for feeds, which want one: eight in the morning in China, midnight UTC. A printed paper has a
 * date and no hour; what the desk gave as `updated` is used where it is there.
 */
export const momentOf = (date: string): string => `${date}T00:00:00Z`;

/** RFC 822, as RSS 2.0 wants it. */
export const rfc822 = (moment: string): string => new Date(moment).toUTCString();
