/** The filters that layouts may use, in Eleventy and in the print document alike. */
import { curled } from '../typeset/curl.ts';
import { phrasesOf } from '../typeset/phrases.ts';
import { absolute, upFrom } from './data/address.ts';
import { escapeHtml } from './data/body.ts';
import { longDate, lunarDate, rfc822, weekday } from './data/dates.ts';
import { titleOf } from './data/record.ts';
import { articleLd, issueLd, scriptJson } from './data/structured.ts';

/** A number leans on what it counts: 一个, 三十年. */
const NUMBER = /^第?[一二三四五六七八九十百千万萬亿億两兩几幾数數每]+$/u;

/** What leans on the word before it; the parser sometimes parts the two. */
const LEANS_BACK = /^[的地得了着过们等之者吗呢吧啊里]/u;

/**
 * A headline as HTML: with `word-break: keep-all` it breaks at each `<wbr>`, between phrases. Parts that the editor set
 * apart by blanks are elements of their own, so that a line breaks between them first.
 */
function phrases(headline: string): string {
  const answer = known.get(headline) ?? divided(headline);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(headline, answer);
  return answer;
}

/** Answers kept: a headline stands in a dozen lists of its issue. */
const known = new Map<string, string>();
const MOST_KNOWN = 2_000;

function divided(headline: string): string {
  const parts = headline.split(' ').filter(Boolean);
  if (parts.length < 2 || !/\p{Script=Han}/u.test(headline)) return breaksOf(headline);
  return parts.map((part) => `<span>${breaksOf(part)}</span>`).join(' ');
}

function breaksOf(headline: string): string {
  if (!/\p{Script=Han}/u.test(headline)) return escapeHtml(headline);
  const parts: string[] = [];
  for (const part of phrasesOf(headline)) {
    const before = parts.at(-1) ?? '';
    const joins =
      LEANS_BACK.test(part) ||
      NUMBER.test(before) ||
      (/[\p{Script=Latin}\d]$/u.test(before) && /^[\p{Script=Latin}\d%％]/u.test(part));
    if (joins && parts.length > 0) parts[parts.length - 1] = before + part;
    else parts.push(part);
  }
  return parts.map(escapeHtml).join('<wbr>');
}

/** Name → filter. Every one is a pure function of what it is given. */
export const FILTERS = {
  /** `2026-01-08 | longDate('zh-CN')` → 2026年1月8日 */
  longDate,
  /** `2026-01-08 | weekday('zh-CN')` → 星期四 */
  weekday,
  /** `2026-01-08 | lunar('zh-CN')` → 农历乙巳年十一月二十; nothing for other languages. */
  lunar: lunarDate,
  /** A moment as RSS writes it. */
  rfc822,
  /** `path | absolute(paper.url)` → the permanent address. */
  absolute: (path: string, url: string | undefined) => absolute(url, path),
  /** `2 | up` → `../../`, the way to the site's root from a document so deep. */
  up: upFrom,
  /** JSON that may stand in a script element; print it with `| safe`. */
  json: scriptJson,
  /** JSON for people, indented. */
  pretty: (value: unknown) => JSON.stringify(value, null, 1),
  /** `title | phrases | safe`: a Chinese headline that breaks between phrases. */
  phrases,
  /** `paper.publisher.name | curled`: typewriter quotes as print has them; the issue's own text has them already. */
  curled,
  /** A headline that begins with a full-width opening mark is pulled half a character to the left. */
  hangs: (headline: string | undefined) => headline !== undefined && /^[“‘《「『（【]/.test(headline),
  /** A story's headline from its record. */
  title: titleOf,
  /** A story's or an issue's JSON-LD. */
  articleLd,
  issueLd,
} as const;
