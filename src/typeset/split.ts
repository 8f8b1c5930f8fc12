/**
 * Where a headline may be divided into lines: the editor's own breaks win, then full-width blanks, then marks, then
 * the ends of words. Two halves of one construction (对仗) are kept apart where they meet.
 */
import { loadDefaultSimplifiedChineseParser } from 'budoux';

/** One way to divide a head. */
export interface Split {
  readonly lines: readonly string[];
  /** Demerits: how bad the places are, and how unequal the lines. */
  readonly cost: number;
}

/** Demerits of dividing at a place; all the house's (R16: at phrases, no single character, last line at least half). */
export const SPLIT_COSTS = { blank: 0, mark: 3, space: 5, word: 10, uneven: 24, shortLast: 20 } as const;

/** Divisions kept for each number of lines. */
const KEPT = 3;

const OPENS = /[（《〈「『【“‘(]$/u;
const BEGINS_BADLY = /^[，。、；：！？）》〉」』】”’…—·)%％]/u;
const words = loadDefaultSimplifiedChineseParser();

/** Ways to set a head in `count` lines, best first; none when it does not divide so. */
export function splitHead(title: readonly string[], count: number, latin: boolean): readonly Split[] {
  const lines = title.map((line) => line.trim()).filter(Boolean);
  if (lines.length > 1) return lines.length === count ? [{ lines, cost: 0 }] : [];
  const [whole = ''] = lines;
  if (count === 1) return whole ? [{ lines: [whole], cost: 0 }] : [];
  const places = placesOf(whole, latin);
  const found: Split[] = [];
  for (const chosen of choose(places, count - 1)) {
    const split = divide(whole, chosen);
    if (split) found.push(split);
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, KEPT);
}

interface BreakPlace {
  /** UTF-16 index that the new line begins at. */
  readonly at: number;
  readonly cost: number;
}

function placesOf(text: string, latin: boolean): readonly BreakPlace[] {
  const costs = new Map<number, number>();
  const offer = (at: number, cost: number): void => {
    if (at > 0 && at < text.length) costs.set(at, Math.min(cost, costs.get(at) ?? cost));
  };
  for (const { index, 0: blank } of text.matchAll(/\u3000+/gu)) offer(index + blank.length, SPLIT_COSTS.blank);
  for (const { index, 0: mark } of text.matchAll(/[，；：！？。、]+[”’）》」』]*/gu))
    offer(index + mark.length, SPLIT_COSTS.mark);
  for (const { index, 0: space } of text.matchAll(/[ \t\n]+/gu)) offer(index + space.length, SPLIT_COSTS.space);
  let at = 0;
  for (const word of latin ? [] : words.parse(text)) {
    at += word.length;
    offer(at, SPLIT_COSTS.word);
  }
  return [...costs]
    .map(([place, cost]) => ({ at: place, cost }))
    .filter(({ at: place }) => mayBegin(text, place))
    .sort((a, b) => a.at - b.at);
}

function mayBegin(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const tearsWord = /[\p{Script=Latin}\d.,]$/u.test(before) && /^[\p{Script=Latin}\d%]/u.test(after);
  return !OPENS.test(before.trimEnd()) && !BEGINS_BADLY.test(after.trimStart()) && !tearsWord;
}

/** Every choice of `count` places, in order; heads are short enough for all of them. */
function* choose(places: readonly BreakPlace[], count: number, from = 0): Generator<readonly BreakPlace[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= places.length - count; index += 1) {
    const place = places[index];
    if (!place) return;
    for (const rest of choose(places, count - 1, index + 1)) yield [place, ...rest];
  }
}

function divide(text: string, places: readonly BreakPlace[]): Split | undefined {
  const ends = [...places.map(({ at }) => at), text.length];
  const lines = ends.map((end, index) => text.slice(index > 0 ? ends[index - 1] : 0, end).trim());
  const lengths = lines.map(emsOf);
  const longest = Math.max(...lengths);
  const last = lengths.at(-1) ?? 0;
  if (lines.some((line) => [...line.replace(/[\p{P}\s]/gu, '')].length < 2)) return undefined;
  const uneven = (longest - Math.min(...lengths)) / longest;
  const cost =
    places.reduce((sum, place) => sum + place.cost, 0) +
    SPLIT_COSTS.uneven * uneven * uneven +
    (last < longest / 2 ? SPLIT_COSTS.shortLast : 0);
  return { lines, cost };
}

/** Rough width in ems, marks at half. */
function emsOf(line: string): number {
  let ems = 0;
  for (const character of line) ems += /[\u0020-\u024f]/u.test(character) ? 0.55 : /\p{P}/u.test(character) ? 0.5 : 1;
  return ems;
}
