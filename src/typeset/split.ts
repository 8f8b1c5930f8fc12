/**
 * A headline divided into lines: the editor's own breaks win, then the places of `places.ts`. Two halves of one
 * construction (对仗) are kept apart where they meet.
 */
import { curled } from './curl.ts';
import { type BreakPlace, placesOf, SPLIT_COSTS } from './places.ts';

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

/** Divisions kept for each number of lines: so many between phrases, and so many that tear one. */
const KEPT = 3;

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
  const all = placesOf(whole, latin);
  for (const chosen of choose(all, count - 1)) {
    const torn = chosen.some((place) => place.torn);
    const kept = torn ? tearing : between;
    const places = chosen.reduce((sum, place) => sum + place.cost, passedBy(all, chosen));
    // Their lines can only make it dearer.
    if (places >= (kept[KEPT - 1]?.cost ?? Number.POSITIVE_INFINITY)) continue;
    const split = divide(head, chosen, places, torn);
    if (split) keep(split, kept);
  }
  return [...between, ...tearing];
}

/** What it costs that a head is divided elsewhere than where its parts meet. */
function passedBy(all: readonly BreakPlace[], chosen: readonly BreakPlace[]): number {
  const isWeak = chosen.some(({ strong }) => !strong);
  return isWeak && all.some((place) => place.strong && !chosen.includes(place)) ? SPLIT_COSTS.passedBy : 0;
}

/** Puts a split among the cheapest, behind its equals. */
function keep(split: Split, kept: Split[]): void {
  let at = kept.length;
  while (at > 0 && (kept[at - 1]?.cost ?? 0) > split.cost) at -= 1;
  kept.splice(at, 0, split);
  kept.length = Math.min(kept.length, KEPT);
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
