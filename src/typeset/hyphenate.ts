/** Where words of letters may be divided: Liang's patterns for American English, and the joints of addresses. */
import hyphenation from 'hyphen/en-us/index.js';
import { LATIN } from './classes.ts';
import type { Character } from './collect.ts';

/** Fewest letters of a word that is divided, and on either side of the hyphen (The Chicago Manual of Style, 7.45). */
const SHORTEST = 5;
const BEFORE = 2;
const AFTER = 3;

const known = new Map<string, readonly number[]>();

/** Indexes of characters before which a word may be divided with a hyphen. */
export function hyphenPoints(characters: readonly Character[], classes: Uint8Array): readonly number[] {
  const points: number[] = [];
  let start = 0;
  for (let at = 0; at <= characters.length; at += 1) {
    if (at < characters.length && isLetter(characters[at], classes[at]) && !endsWord(characters[at - 1], at, start))
      continue;
    if (at - start >= SHORTEST) points.push(...pointsOf(characters, start, at));
    start = at < characters.length && isLetter(characters[at], classes[at]) ? at : at + 1;
  }
  return points;
}

const isLetter = (character: Character | undefined, cls: number | undefined): boolean =>
  cls === LATIN && character !== undefined && /^\p{L}\p{M}*$/u.test(character.text);

const endsWord = (before: Character | undefined, at: number, start: number): boolean =>
  at > start && before !== undefined && (before.space !== 'none' || before.ends);

function pointsOf(characters: readonly Character[], start: number, end: number): readonly number[] {
  const letters = characters.slice(start, end).map(({ text }) => text);
  const word = letters.join('');
  // Names in capitals and words with a capital inside (NASA, iPhone) stay whole.
  if (word.length !== letters.length || /^.+\p{Lu}/u.test(word)) return [];
  const offsets = known.get(word) ?? divide(word);
  known.set(word, offsets);
  return offsets.map((offset) => start + offset);
}

function divide(word: string): readonly number[] {
  const parts = hyphenation.hyphenateSync(word, { hyphenChar: '\u00ad', minWordLength: SHORTEST }).split('\u00ad');
  let offset = 0;
  return parts.slice(0, -1).flatMap((part) => {
    offset += part.length;
    return offset >= BEFORE && word.length - offset >= AFTER ? [offset] : [];
  });
}
