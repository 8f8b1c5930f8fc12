/**
 * The line of those who wrote, and whether the opening of a text names its reporters already: 本报讯（记者 周妍）, 本报记者 周妍
 * 1月7日获悉. A paper prints a name once, so the line under the headline is left out then.
 */
import { isChinese } from '../fault.ts';

/** What the trade calls those who report; a name follows. */
const ROLE = /(?:全媒体|融媒体|首席|见习|实习|特派|特约)*(?:记者|記者|通讯员|通訊員|评论员)/gu;
const BETWEEN = /[\s()（）【】,，、;；:：/／]+/u;
/** What may follow a name without a blank. */
const AFTER_NAME = /^(?:\d|[从在获据昨今近前日对向采走报摄發发]|.*(?:电|電|讯|訊|报道|報道|报导|報導)$)/u;
/** The clause that opens a text: 本报记者 周妍 1月7日从市发改委获悉. */
const OPENING = /^(?:[\p{Script=Han}]{0,12})(?:记者|記者)[^，。,.;；]{0,60}/u;

const wordsOf = (text: string): readonly string[] => text.replace(ROLE, ' ').split(BETWEEN).filter(Boolean);

/**
 * True when everything that the byline says stands in the dateline, or in the clause that opens the text.
 * @param opening text of the first paragraph
 */
export function isNamedAlready(byline: readonly string[], dateline: string | undefined, opening: string): boolean {
  const clause = [dateline ?? '', OPENING.exec(opening)?.[0] ?? ''].filter((text) => text.match(ROLE)).join(' ');
  if (clause === '') return false;
  const there = wordsOf(clause);
  const wanted = wordsOf(byline.join(' ')).filter((word) => word !== '本报' && word !== '本報');
  return wanted.length > 0 && wanted.every((word) => there.some((other) => names(other, word)));
}

const names = (word: string, name: string): boolean =>
  word === name || (word.startsWith(name) && AFTER_NAME.test(word.slice(name.length)));

/** What an English paper puts after the n-th of its writers (0 is the first): A, B and C; nothing after the last. */
export function afterName(nth: number, count: number): string {
  if (nth >= count - 1) return '';
  return nth === count - 2 ? ' and ' : ', ';
}

/** Writers in a row, as a paper of their language names them. */
export const writersInRow = (names: readonly string[], language: string): string =>
  isChinese(language) ? names.join(' ') : names.map((name, nth) => name + afterName(nth, names.length)).join('');
