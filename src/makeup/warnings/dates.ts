/** Weekdays and lunar dates that do not belong to the day that they stand with. */
import type { Fault } from '../../fault.ts';
import { blocksText } from '../../issue/digest.ts';
import type { Article } from '../../issue/model.ts';
import { lunarDateWrong, weekdayWrong } from '../faults.ts';
import type { WarningSource } from './warnings.ts';

const WEEKDAYS = '日一二三四五六';
/** `1月8日（星期四）`, `1月8日，周四`. */
const WEEKDAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[（(，, ]{0,2}(?:星期|周)([一二三四五六日天])/gu;
/** `1月8日（农历十一月二十）`. */
const LUNAR =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[（(，, ]{0,2}农历([正一二三四五六七八九十冬腊]+月[初一二三四五六七八九十廿]+)/gu;
/** Made for the first lunar date that somebody wrote: it takes 25 ms. */
let lunarDate: Intl.DateTimeFormat | undefined;
/** A month this far from the issue's belongs to the year before or after. */
const HALF_YEAR = 6;

/** Warnings of wrong weekdays and lunar dates in the copy. */
export function datesOf({ issue }: WarningSource): readonly Fault[] {
  return issue.articles.flatMap((article) => {
    const text = `${article.title.join(' ')}\n${article.deck.join(' ')}\n${blocksText(article.body)}`;
    return [...wrongWeekdays(article, text, issue.date), ...wrongLunar(article, text, issue.date)];
  });
}

function wrongWeekdays(article: Article, text: string, date: string): Fault[] {
  return [...text.matchAll(WEEKDAY)].flatMap(([said = '', year, month, day, weekday = '']) => {
    const meant = dayOf(date, year, Number(month), Number(day));
    const right = WEEKDAYS.charAt(meant.getUTCDay());
    if (right === weekday.replace('天', '日')) return [];
    return [weekdayWrong(article, said, right)];
  });
}

function wrongLunar(article: Article, text: string, date: string): Fault[] {
  return [...text.matchAll(LUNAR)].flatMap(([said = '', year, month, day, lunar = '']) => {
    lunarDate ??= new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { timeZone: 'UTC', dateStyle: 'long' });
    const right = lunarDate.format(dayOf(date, year, Number(month), Number(day))).replace(/^.*年/u, '');
    const plain = (name: string): string => name.replace('冬月', '十一月').replace('十二月', '腊月');
    if (plain(right) === plain(lunar)) return [];
    return [lunarDateWrong(article, said, right)];
  });
}

/** The day meant: in the year said, or in the year that brings it nearest to the issue. */
function dayOf(date: string, year: string | undefined, month: number, day: number): Date {
  const [issueYear = 0, issueMonth = 1] = date.split('-').map(Number);
  const shift = month - issueMonth > HALF_YEAR ? -1 : issueMonth - month > HALF_YEAR ? 1 : 0;
  return new Date(Date.UTC(year === undefined ? issueYear + shift : Number(year), month - 1, day));
}
