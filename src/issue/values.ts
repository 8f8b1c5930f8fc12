/**
 * The kinds of value that the desk may write, as zod schemas over the strings that `yaml.ts` reads. Each one's
 * error is a phrase that completes “Expected …” and 应写……, made by `want`.
 */
import * as z from 'zod';
import type { Phrase } from '../fault.ts';
import { isDate, isDateTime } from './calendar.ts';
import { oneLine } from './line-ends.ts';

/** What is expected, English and Chinese, as the one string that zod carries. */
export const want = (en: string, zh: string): string => `${en}\n${zh}`;

/** The two languages of what zod carries; zod's own words have one. */
export function bothOf(carried: string): Phrase {
  const [en = '', zh] = carried.split('\n');
  return zh === undefined ? en : { en, zh };
}

/** What an error says was expected; maps have no words of their own. */
export const expectation = (error: string): Phrase =>
  /^Invalid input: expected (?:object|record)/.test(error)
    ? { en: 'a map of keys and values', zh: '一组“键: 值”' }
    : bothOf(error);

/** Any text; several lines are one. */
export const text = (expected = want('a text', '一段文字')) => z.string({ error: expected }).overwrite(oneLine);

/** A colon with its blank makes a map of an unquoted text in a list. */
const LISTED = want('a text; one with “: ” in it stands in quotes', '一段文字；里面有“: ”的要加引号');

/** One text or a list of texts; comes out as a list. A text of several lines is a list of its lines. */
export const texts = (expected = want('a text or a list of texts', '文字，或几段文字的列表')) =>
  z
    .union([z.string(), z.array(z.string({ error: LISTED }))], { error: expected })
    .transform((value) => (typeof value === 'string' ? value.split('\n') : value.map(oneLine)))
    .transform((lines) => lines.map((line) => line.trim()).filter((line) => line !== ''));

/** A decimal number of the span, bounds included. */
export function number(
  least: number,
  most: number,
  expected = want(`a number from ${least} to ${most}`, `${least} 到 ${most} 的数`),
) {
  return z
    .string({ error: expected })
    .regex(/^-?\d{1,9}(\.\d{1,9})?$/, { error: expected, abort: true })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: expected });
}

/** A whole number of the span, bounds included. */
export function whole(least: number, most: number) {
  const expected = want(`a whole number from ${least} to ${most}`, `${least} 到 ${most} 的整数`);
  return number(least, most, expected).refine(Number.isInteger, { error: expected });
}

/** Yes or no. */
export const flag = () =>
  z
    .enum(['true', 'false'], { error: want('`true` or `false`', '`true` 或 `false`') })
    .transform((value) => value === 'true');

/** One of a few words. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: want(`one of ${words.join(', ')}`, `${words.join('、')} 之一`) });

/** Path of a file below the folder that it is read from; safety is checked where the folder is known. */
export const file = (expected = want('the path of a file, such as photos/rig.jpg', '文件路径，如 photos/rig.jpg')) =>
  z.string({ error: expected }).min(1);

/** An address of the web. */
export const webAddress = () => {
  const expected = want('a web address that begins with https:// or http://', '以 https:// 或 http:// 开头的网址');
  return z.string({ error: expected }).refine((value) => isWebAddress(value), { error: expected });
};

/** A moment with its offset from UTC. */
export const dateTime = () => {
  const expected = want(
    'a date and time with its offset, such as 2026-01-08T06:30:00+08:00',
    '带时区的日期时间，如 2026-01-08T06:30:00+08:00',
  );
  return z.string({ error: expected }).refine(isDateTime, { error: expected });
};

/** An article of an earlier issue, DATE/SLUG. */
export const pastArticle = () => {
  const expected = want(
    'the article that is corrected, its issue and its slug, such as 2026-01-07/bridge',
    '所更正的稿件，写作 日期/稿名，如 2026-01-07/bridge',
  );
  return z
    .string({ error: expected })
    .refine((value) => /^\d{4}-\d{2}-\d{2}(-\w{1,8})?\/[a-z0-9-]+$/.test(value) && isDate(value.slice(0, 10)), {
      error: expected,
    });
};

/** Whether a text is an address of the web that a reader can be sent to. */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(value)) return false;
  return URL.canParse(value);
}
