/**
 * Where a headline may be divided into lines: the editor's own breaks win, then full-width blanks, then marks, then
 * the ends of words, where two judges agree that a word ends. Two halves of one construction (对仗) are kept apart
 * where they meet.
 */
import { curled } from './curl.ts';
import { phrasesOf } from './phrases.ts';

/** One way to divide a head. */
export interface Split {
  /** As drawn: quotes are curled while the head is whole, since a line by itself does not say which of them close. */
  readonly lines: readonly string[];
  /** The same lines as they were typed. */
  readonly written: readonly string[];
  /** Demerits: how bad the places are, and how unequal the lines. */
  readonly cost: number;
  /** A line ends inside a phrase: for heads that cannot be set otherwise. */
  readonly torn: boolean;
}

/** Demerits of dividing at a place; all the house's (R16: at phrases, no single character, last line at least half). */
export const SPLIT_COSTS = {
  blank: 0,
  mark: 2,
  space: 5,
  phrase: 8,
  /** At the end of a word that is no phrase. */
  word: 24,
  /** Before 的, 了 and their like, which lean on what stands before them; after 在, 与, which lean on what follows. */
  leaning: 60,
  /** Lengths of the lines, when they differ by a whole line. */
  uneven: 30,
  /** A last line shorter than half of the longest. */
  shortLast: 25,
} as const;

/** Divisions kept for each number of lines: so many between phrases, and so many that tear one. */
const KEPT = 3;
/** Places that are tried at most; a head of four lines out of so many is still quickly searched. */
const MOST_PLACES = 16;

const OPENS = /[（《〈「『【“‘(]$/u;
const BEGINS_BADLY = /^(?:[，。、；：！？）》〉」』】”’…—·)%％]|–(?!\d)|-\s)/u;
const LEANS_BACK = /^[的地得了着过们等之者吗呢吧啊上下里中内外]/u;
const LEANS_ON = /[的在与和及同跟从向对为以将把被让给到于由按比是不就都也又更最很再]$/u;
/** A word of one character that leans on the next: before its measure word (首批, 两名), or 请. Both judges may part them. */
const ALONE = /^[首第每各该某这那几两数一二三四五六七八九十百千请]$/u;
/** A word of one character that completes the verb before it: 飘出, 走进. */
const COMPLETES = /^[出起回进]$/u;
const TEARS_NUMBER = /[\p{Script=Latin}\d.,]$|\d[万亿千百]+$/u;
const NUMBER_GOES_ON = /^[\p{Script=Latin}\d%％℃°万亿年月日号个名元吨米公里倍成]/u;
/** A sign that joins letters and figures to one name (COVID-19, 24/7) or a figure to its sign (-5℃), before the place or behind it. */
const JOINS = /[\p{Script=Latin}\d][-‐–/&+@.]?$|[-–]$/u;
const JOINED = /^[-‐–/&+@.]?[\p{Script=Latin}\d]/u;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** True when the desk itself divided the head: lines of its own, or full-width blanks between its parts. */
export const isDivided = (title: readonly string[]): boolean =>
  title.filter((line) => line.trim() !== '').length > 1 || title.some((line) => /\S\u3000+\S/u.test(line));

/** Answers kept: the make-up asks for the same title at every size, width and family. */
const known = new Map<string, readonly Split[]>();
const MOST_KNOWN = 10_000;

/** Ways to set a head in `count` lines, the best between phrases first; none when it does not divide so. */
export function splitHead(title: readonly string[], count: number, latin: boolean): readonly Split[] {
  const key = `${count}|${latin}|${title.join('\u0000')}`;
  const answer = known.get(key) ?? findSplits(title, count, latin);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, answer);
  return answer;
}

function findSplits(title: readonly string[], count: number, latin: boolean): readonly Split[] {
  const lines = title.map((line) => line.trim()).filter(Boolean);
  const drawn = lines.map(curled);
  if (lines.length === count) return [{ lines: drawn, written: lines, cost: 0, torn: false }];
  const [whole] = drawn;
  if (lines.length > 1 || count === 1 || whole === undefined) return [];
  const between: Split[] = [];
  const tearing: Split[] = [];
  const head = { ...measured(whole), written: lines[0] ?? whole };
  for (const chosen of choose(placesOf(whole, latin), count - 1)) {
    const torn = chosen.some((place) => place.torn);
    const kept = torn ? tearing : between;
    const places = chosen.reduce((sum, place) => sum + place.cost, 0);
    // Their lines can only make it dearer.
    if (places >= (kept[KEPT - 1]?.cost ?? Number.POSITIVE_INFINITY)) continue;
    const split = divide(head, chosen, places, torn);
    if (split) keep(split, kept);
  }
  return [...between, ...tearing];
}

/** Puts a split among the cheapest, behind its equals. */
function keep(split: Split, kept: Split[]): void {
  let at = kept.length;
  while (at > 0 && (kept[at - 1]?.cost ?? 0) > split.cost) at -= 1;
  kept.splice(at, 0, split);
  kept.length = Math.min(kept.length, KEPT);
}

interface BreakPlace {
  /** UTF-16 index that the new line begins at. */
  readonly at: number;
  readonly cost: number;
  /** Inside a phrase, or between a word and what leans on it. */
  readonly torn: boolean;
}

function placesOf(text: string, latin: boolean): readonly BreakPlace[] {
  const places = new Map<number, BreakPlace>();
  const offer = (at: number, cost: number, torn = false): void => {
    const known = places.get(at);
    if (at > 0 && at < text.length && (known === undefined || cost < known.cost)) places.set(at, { at, cost, torn });
  };
  for (const { index, 0: blank } of text.matchAll(/\u3000+/gu)) offer(index + blank.length, SPLIT_COSTS.blank);
  for (const { index, 0: mark } of text.matchAll(/(?:[，；：！？。、,;:!?]|——|……)+[”’）》」』]*/gu)) {
    offer(index + mark.length, SPLIT_COSTS.mark);
  }
  for (const { index, 0: space } of text.matchAll(/[ \t\n]+/gu)) offer(index + space.length, SPLIT_COSTS.space);
  if (!latin) for (const { at, cost, torn } of wordEnds(text)) offer(at, cost, torn);
  return [...places.values()]
    .map(({ at, cost, torn }) => ({ at, cost: cost + (cost > SPLIT_COSTS.space ? leaning(text, at) : 0), torn }))
    .filter(({ at }) => mayBegin(text, at))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_PLACES)
    .sort((a, b) => a.at - b.at);
}

/** Where both the phrase model and the dictionary see a word end; the dictionary alone costs more. */
function wordEnds(text: string): readonly BreakPlace[] {
  const phraseEnds = new Set<number>();
  let end = 0;
  for (const phrase of phrasesOf(text)) {
    end += phrase.length;
    phraseEnds.add(end);
  }
  const found = [...words.segment(text)];
  return found.map(({ index, segment }, nth) => {
    const at = index + segment.length;
    const next = found[nth + 1]?.segment ?? '';
    const leans =
      ALONE.test(segment) || isAlone(segment, LEANS_ON) || isAlone(next, LEANS_BACK) || COMPLETES.test(next);
    const inPhrase = !phraseEnds.has(at);
    const cost = ALONE.test(segment) ? SPLIT_COSTS.leaning : inPhrase ? SPLIT_COSTS.word : SPLIT_COSTS.phrase;
    return { at, cost, torn: leans || inPhrase };
  });
}

/** True for a word of one character of a kind: 在 of `LEANS_ON`, and not 自在. */
const isAlone = (word: string, kind: RegExp): boolean => word.length === 1 && kind.test(word);

function leaning(text: string, at: number): number {
  return LEANS_BACK.test(text.slice(at)) || LEANS_ON.test(text.slice(0, at)) ? SPLIT_COSTS.leaning : 0;
}

function mayBegin(text: string, at: number): boolean {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  const isBlank = /\s$/u.test(text.slice(0, at));
  const tears =
    !isBlank &&
    ((TEARS_NUMBER.test(before) && NUMBER_GOES_ON.test(after)) || (JOINS.test(before) && JOINED.test(after)));
  return !OPENS.test(before) && !BEGINS_BADLY.test(after) && !tears;
}

/** Every choice of `count` places, in order. */
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

/** A head read once, character by character: it is divided in hundreds of ways. */
interface MeasuredHead {
  /** As drawn, and as typed: of one length. */
  readonly text: string;
  readonly written: string;
  /** Rough width in ems of each character, marks at half. */
  readonly ems: readonly number[];
  /** 1 for each character that is neither mark nor blank. */
  readonly letters: readonly number[];
}

function measured(text: string): Omit<MeasuredHead, 'written'> {
  const ems = new Array<number>(text.length).fill(0);
  const letters = new Array<number>(text.length).fill(0);
  let at = 0;
  for (const character of text) {
    ems[at] = /[\u0020-\u024f]/u.test(character) ? 0.55 : /\p{P}/u.test(character) ? 0.5 : 1;
    letters[at] = /[\p{P}\s]/u.test(character) ? 0 : 1;
    at += character.length;
  }
  return { text, ems, letters };
}

/** Lines that end at the places; undefined where one of them is a single character. */
function divide(head: MeasuredHead, chosen: readonly BreakPlace[], places: number, torn: boolean): Split | undefined {
  const lines: string[] = [];
  const written: string[] = [];
  let longest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let last = 0;
  let start = 0;
  for (let index = 0; index <= chosen.length; index += 1) {
    const end = chosen[index]?.at ?? head.text.length;
    const part = head.text.slice(start, end);
    const line = part.trim();
    const from = start + part.length - part.trimStart().length;
    if (sumOf(head.letters, from, line.length) < 2) return undefined;
    last = sumOf(head.ems, from, line.length);
    longest = Math.max(longest, last);
    shortest = Math.min(shortest, last);
    lines.push(line);
    written.push(head.written.slice(from, from + line.length));
    start = end;
  }
  const uneven = (longest - shortest) / longest;
  const short = last < longest / 2 ? SPLIT_COSTS.shortLast : 0;
  return { lines, written, cost: places + SPLIT_COSTS.uneven * uneven * uneven + short, torn };
}

function sumOf(numbers: readonly number[], from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at += 1) sum += numbers[at] as number;
  return sum;
}
