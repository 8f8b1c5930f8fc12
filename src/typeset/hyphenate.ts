/** Where words of letters may be divided: Liang's patterns for American English, and the joints of addresses. */
import hyphenation from 'hyphen/en-us/index.js';
import { LATIN } from './classes.ts';
import { type Characters, NO_JOINT, NO_SPACE } from './collect.ts';

/** Fewest letters of a word that is divided. */
const SHORTEST = 5;
/** What a letter is, and how many stay on either side of a hyphen at least (The Chicago Manual of Style, 7.45). */
export const WORD = { letter: /^\p{L}$/u, before: 2, after: 3 } as const;

const known = new Map<string, readonly number[]>();

/** Demerits of dividing a word, and one in capitals, which reads as an abbreviation; beside `BREAK_COSTS`. */
const USUAL = 50;
const CAPITALS = 400;

/** A place where a word may be divided with a hyphen: before this character. */
export interface HyphenPoint {
  readonly at: number;
  readonly price: number;
}

/** Where the words of a text may be divided. */
export function hyphenPoints(characters: Characters, classes: Uint8Array): readonly HyphenPoint[] {
  const { count, text, space, joint } = characters;
  const points: HyphenPoint[] = [];
  for (let start = 0; start < count; start += 1) {
    if (classes[start] !== LATIN || !WORD.letter.test(text[start] ?? '')) continue;
    let end = start + 1;
    while (
      end < count &&
      classes[end] === LATIN &&
      space[end - 1] === NO_SPACE &&
      joint[end - 1] === NO_JOINT &&
      WORD.letter.test(text[end] ?? '')
    ) {
      end += 1;
    }
    if (end - start >= SHORTEST) points.push(...pointsOf(text.slice(start, end), start));
    start = end - 1;
  }
  return points;
}

/** A word with a capital inside (iPhone, WebAssembly) stays whole; one in capitals is divided only in need. */
function pointsOf(letters: readonly string[], start: number): readonly HyphenPoint[] {
  const word = letters.join('');
  const isCapital = word === word.toUpperCase();
  if (word.length !== letters.length || (!isCapital && /^.+\p{Lu}/u.test(word))) return [];
  const plain = word.toLowerCase();
  const offsets = known.get(plain) ?? divide(plain);
  known.set(plain, offsets);
  return offsets.map((offset) => ({ at: start + offset, price: isCapital ? CAPITALS : USUAL }));
}

function divide(word: string): readonly number[] {
  const parts = hyphenation.hyphenateSync(word, { hyphenChar: '\u00ad', minWordLength: SHORTEST }).split('\u00ad');
  let offset = 0;
  return parts.slice(0, -1).flatMap((part) => {
    offset += part.length;
    return offset >= WORD.before && word.length - offset >= WORD.after ? [offset] : [];
  });
}
