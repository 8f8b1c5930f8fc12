/** Dates of the calendar as plain text; no time zone, no clock. */

/** Days of the months of a common year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether `YYYY-MM-DD` is a day of the Gregorian calendar, years 1583 (its first whole year) to 9999. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 1583 && day >= 1 && day <= days;
}

/**
 * The date that was meant where only its writing is another: 2026-1-9, 2026/01/09, 2026年1月9日, 20260109, full-width
 * digits; an edition stays with it where one may be. Undefined for none of the calendar.
 */
export function dateMeant(date: string, bound: 'day' | 'edition'): string | undefined {
  const plain = date.normalize('NFKC').replaceAll(/[\s\u2010-\u2015]+/gu, '-');
  const [, year = '', month = '', day = '', edition] =
    /^(\d{4})[-/._年](\d{1,2})[-/._月](\d{1,2})日?(?:-?([A-Za-z][A-Za-z0-9]{0,7}))?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    [];
  const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const whole = edition === undefined || bound === 'day' ? meant : `${meant}-${edition}`;
  return whole !== date && isDate(meant) ? whole : undefined;
}

/** Whether a text is an ISO 8601 date and time with an offset, e.g. `2026-01-08T06:30:00+08:00`. */
export function isDateTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(
    text,
  );
  return match?.[1] !== undefined && isDate(match[1]);
}
