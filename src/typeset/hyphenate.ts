/** Where words of letters may be divided: Liang's patterns for American English, and the joints of addresses. */
import hyphenation from 'hyphen/en-us/index.js';
import { LATIN } from './classes.ts';
import { type Characters, NO_JOINT, NO_SPACE } from './collect.ts';

/** Fewest letters of a word that is divided. */
const SHORTEST = 5;
/** What a letter is, and how many stay on either side of a hyphen at least (The Chicago Manual of Style, 7.45). */
export const WORD = { letter: /^\p{L}$/u, before: 2, after: 3 } as const;

const known = new Map<string, readonly number[]>();

/**
 * Demerits of dividing a word, beside `BREAK_COSTS`; and a name, or a word in capitals, which reads as an abbreviation: before that
 * word spaces open by a third of an em, which costs a line of letters as much.
 */
const USUAL = 50;
const IN_NEED = 2000;

/** A word with a capital; and what it follows inside a sentence: a word, a comma, an initial or a title with its full stop. */
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const GOES_ON =
  /(?:[\p{L}\p{N},;’'-]|(?:^|\P{L})(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sir|Prof|Gen|Col|Capt|Sgt|Rev|Gov|Sen|Rep)\.)$/u;
/** Characters that are looked at before a word; no title is longer. */
const LOOK_BACK = 6;

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
    if (end - start >= SHORTEST) points.push(...pointsOf(characters, start, end));
    start = end - 1;
  }
  return points;
}

/** A word with a capital inside (iPhone, WebAssembly) stays whole; a name, and one in capitals, is divided only in need. */
function pointsOf({ text }: Characters, start: number, end: number): readonly HyphenPoint[] {
  const letters = text.slice(start, end);
  const word = letters.join('');
  const isCapital = word === word.toUpperCase();
  if (word.length !== letters.length || (!isCapital && /^.+\p{Lu}/u.test(word))) return [];
  const plain = word.toLowerCase();
  const offsets = known.get(plain) ?? divide(plain);
  known.set(plain, offsets);
  if (offsets.length === 0) return [];
  const price = isCapital || isName(word, text, start) ? IN_NEED : USUAL;
  return offsets.map((offset) => ({ at: start + offset, price }));
}

/** True for a word with a capital that does not owe it to the beginning of a sentence. */
const isName = (word: string, text: readonly string[], start: number): boolean =>
  CAPITALISED.test(word) && GOES_ON.test(text.slice(Math.max(0, start - LOOK_BACK), start).join(''));

function divide(word: string): readonly number[] {
  const parts = hyphenation.hyphenateSync(word, { hyphenChar: '\u00ad', minWordLength: SHORTEST }).split('\u00ad');
  let offset = 0;
  return parts.slice(0, -1).flatMap((part) => {
    offset += part.length;
    return offset >= WORD.before && word.length - offset >= WORD.after ? [offset] : [];
  });
}
