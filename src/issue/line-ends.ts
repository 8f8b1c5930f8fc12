/** What a line end inside a text stands for: nothing in Chinese, a blank between words of an alphabet. */

/** Characters of Chinese and Japanese text, full-width marks included: they stand without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
/** Marks that both kinds of text share; the character beyond them tells which it is. */
const SHARED = /[“”‘’—…·\p{White_Space}]/u;

/** The blank, or nothing, that joins two pieces of a text. */
export function joint(before: string, after: string): '' | ' ' {
  if (before === '' || after === '') return '';
  const left = [...before.slice(-8)].reverse().find((character) => !SHARED.test(character)) ?? '';
  const right = [...after.slice(0, 8)].find((character) => !SHARED.test(character)) ?? '';
  return UNSPACED.test(left) || UNSPACED.test(right) ? '' : ' ';
}

/** A mark within a word at which a line may end: well-|known, 2014–|15, either/|or. Between blanks it is a dash. */
const BROKEN_AFTER = /[\p{L}\p{N}][-‐–—/]$/u;

/** What stood between two set lines of one text: a line also ends within a word, at a mark of its own. */
export const jointOfLines = (before: string, after: string): '' | ' ' =>
  BROKEN_AFTER.test(before) ? '' : joint(before, after);

/** A text of several lines as one. */
export function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((before, after) => before + joint(before, after) + after, '');
}
