/** The archive calendar: a year as twelve month grids, weeks from Monday. */
import { daysIn, lunarDate, weekdayNumber } from '../data/dates.ts';
import type { Words } from '../words.ts';
import type { CatalogueEntry } from './catalogue.ts';

/** A day of the calendar. */
export interface DayView {
  readonly day: number;
  readonly date: string;
  /** Issues of the day, usually one. */
  readonly issues: readonly (CatalogueEntry & { readonly says: string })[];
}

/** A month of the calendar. */
export interface MonthView {
  readonly name: string;
  readonly month: string;
  /** Weeks of seven cells; `undefined` before the first and after the last day. */
  readonly weeks: readonly (readonly (DayView | undefined)[])[];
  readonly count: number;
}

/** A year, which has a page of its own. */
export interface YearView {
  readonly year: string;
  readonly months: readonly MonthView[];
  readonly count: number;
}

/** Years that have issues, newest first. */
export function yearsOf(
  entries: readonly CatalogueEntry[],
): readonly { readonly year: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { date } of entries) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, count })).sort((one, other) => (one.year < other.year ? 1 : -1));
}

/** Folder of a year's calendar, from the site's root. */
export const calendarOf = (year: string): string => `archive/${year}`;

/** Folders of the calendars that these issues stand in. */
export const calendarsOf = (ids: readonly string[]): readonly string[] =>
  [...new Set(ids.map((id) => id.slice(0, 4)))].map(calendarOf);

/** A year's months that have issues, newest first. */
export function calendarYear(
  year: string,
  entries: readonly CatalogueEntry[],
  { words, language }: { readonly words: Words; readonly language: string },
): YearView {
  const byDate = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    if (entry.date.startsWith(year)) byDate.set(entry.date, [...(byDate.get(entry.date) ?? []), entry]);
  }
  const months = words.months
    .map((name, index) => calendarMonth(`${year}-${String(index + 1).padStart(2, '0')}`, name, { byDate, language }))
    .filter(({ count }) => count > 0)
    .reverse();
  return { year, months, count: months.reduce((sum, { count }) => sum + count, 0) };
}

interface Days {
  readonly byDate: ReadonlyMap<string, readonly CatalogueEntry[]>;
  readonly language: string;
}

function calendarMonth(month: string, name: string, { byDate, language }: Days): MonthView {
  const cells: (DayView | undefined)[] = Array.from({ length: weekdayNumber(`${month}-01`) }, () => undefined);
  let count = 0;
  for (let day = 1; day <= daysIn(month); day++) {
    const date = `${month}-${String(day).padStart(2, '0')}`;
    const issues = [...(byDate.get(date) ?? [])]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map((entry) => ({ ...entry, says: sayingOf(entry, language) }));
    count += issues.length;
    cells.push({ day, date, issues });
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7));
  return { name, month, weeks, count };
}

/** What a day's cell says when it is hovered over: the lead headline, and the day of the Chinese calendar. */
const sayingOf = ({ title, date }: CatalogueEntry, language: string): string =>
  [title, lunarDate(date, language)].filter((part) => part !== undefined).join(' · ');
