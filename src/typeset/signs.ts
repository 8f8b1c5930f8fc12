/** Signs that stay with the word or the figure beside them, where UAX #14 and the Chinese rules would let a line end. */
import { type CharClass, FIGURE } from './classes.ts';
import { type Characters, NO_SPACE } from './collect.ts';

/** ㎡, ㎏, ㎞ and their kin: units in one square. */
const isSquared = (code: number): boolean => code >= 0x3371 && code <= 0x33df;
const LETTER = /^(?!\p{Script=Han})\p{L}$/u;
/** A full-width plus or minus. */
const WIDE_SIGN = new Set(['－', '＋']);

/** Whether no line ends before a character: a unit in a square after its figure, a plus after its word (C++, 10万+), what follows its sign. */
export function holdsTogether(characters: Characters, classes: Uint8Array, at: number): boolean {
  const { text, space } = characters;
  if (space[at - 1] !== NO_SPACE) return false;
  const [before = '', here = ''] = [text[at - 1], text[at]];
  const isFigure = (place: number): boolean => (classes[place] as CharClass | undefined) === FIGURE;
  if (isSquared(characters.code[at] ?? 0)) return isFigure(at - 1);
  if (here === '+') return !isFigure(at + 1);
  if (before === '@' || before === '#') return true;
  if (before === '/') return isShortWord(characters, at);
  return WIDE_SIGN.has(before) && isFigure(at) && !isFigure(at - 2);
}

/** One letter or two, as behind the stroke of km/h and m/s. */
const isShortWord = ({ text }: Characters, at: number): boolean =>
  [0, 1, 2].findIndex((more) => !LETTER.test(text[at + more] ?? '')) > 0;
