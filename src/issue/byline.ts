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

/** Somebody who wrote a story: a person, or an agency, a desk or an office that signs for its people. */
export interface Writer {
  readonly kind: 'person' | 'organization';
  readonly name: string;
}

/** Who a byline names, each once, without what they are: 本报记者 周妍 王珂; By Ruth Delaney, Tom Ashby and Mei Lin. */
export function writersOf(byline: string): readonly Writer[] {
  const names = /\p{Script=Han}/u.test(byline) ? hanNames(byline) : letterNames(byline);
  return [...new Set(names)].map((name) => ({ kind: isOffice(name) ? 'organization' : 'person', name }));
}

/** How the names of offices and agencies end in Chinese. */
const OFFICE =
  '(?:社|报|報|刊|台|臺|网|網|局|部|组|組|室|处|處|厅|廳|府|中心|院|公司|大学|大學|集团|集團|委员会|委員會|协会|協會)';
/** Whose reporters they are, where the reporters are named: 新华社记者 樊曦. */
const EMPLOYER = new RegExp(
  `\\p{Script=Han}{1,11}${OFFICE}(?=(?:全媒体|融媒体|首席|见习|实习|特派|特约)*(?:记者|記者|通讯员|通訊員|评论员))`,
  'gu',
);
/** What a person does or did, between the names: 文/周妍 图/王珂, 周妍 整理. */
const HAN_DUTIES =
  /^(?:本报|本報|本刊|本网|本網|文|图|圖|摄|攝|撰文|[供配]图|[供配]圖|摄影|攝影|整理|编译|編譯|采写|採寫|(?:综合|綜合|摄影|攝影)?(?:报道|報道|報導)|综合|綜合)$/u;
const ONE_HAN = /^\p{Script=Han}$/u;
const LETTERS = /^\p{Script=Latin}[\p{Script=Latin}.’'-]*$/u;

/** Names between roles and signs. One of two characters is often set with a blank between them, 周　妍; one of letters has blanks. */
function hanNames(byline: string): readonly string[] {
  const names: string[] = [];
  let before = '';
  for (const word of wordsOf(byline.replace(EMPLOYER, ' ')).filter((one) => !HAN_DUTIES.test(one))) {
    const isGiven = ONE_HAN.test(word) && ONE_HAN.test(before);
    const isMore = LETTERS.test(word) && LETTERS.test(before);
    if (isGiven || isMore) names.push(`${names.pop()}${isMore ? ' ' : ''}${word}`);
    else names.push(word);
    before = isGiven ? '' : word;
  }
  return names;
}

const AND = /\s*[,;&|/·]\s*(?:and\s+)?|\s+and\s+/iu;
const BY = /^(?:(?:words|text|report|story|photos?|photographs?|pictures)\s+)?by\s+/iu;
/** What they are, after their names: Tom Ashby, Harbour Correspondent. */
const LETTER_DUTIES = /\b(?:editor|reporter|correspondent|columnist|critic|writer|photographer|staff)s?$/iu;

/** Names between commas and “and”; *Jr.* belongs to the name before it, *in London* to nobody. */
function letterNames(byline: string): readonly string[] {
  return byline
    .trim()
    .replace(BY, '')
    .replace(/, (?=(?:Jr|Sr|II|III|MD|PhD)\b)/gu, ' ')
    .split(AND)
    .map((part) => part.trim().replace(/\s+in\s+\p{Lu}.*$/u, ''))
    .filter((part) => part !== '' && !LETTER_DUTIES.test(part));
}

const HAN_OFFICE = new RegExp(`^.{2,}${OFFICE}$`, 'u');
const LETTER_OFFICE =
  /^The\s|^(?:AP|AFP|PA|EFE|dpa|TASS|UPI|Reuters|Xinhua|Bloomberg|Kyodo|Yonhap)$|\b(?:Agency|Press|News|Desk|Office|Service|Council|Association|University|Times|Team|Board)$/iu;

const isOffice = (name: string): boolean => HAN_OFFICE.test(name) || LETTER_OFFICE.test(name);
