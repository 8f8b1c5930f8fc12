/** Where a jump must not cut: inside a name, a number or a title (R40, R41). */

import { spansText } from '../../issue/digest.ts';
import type { Article } from '../../issue/model.ts';
import type { Cut } from '../../typeset/model.ts';
import { phrasesOf } from '../../typeset/phrases.ts';

/** Titles and quotations up to this many characters are kept in one piece. */
const TITLE = 24;
const OPENING = '《〈“‘（(「『';
const CLOSING = '》〉”’）)」』';
const JOINED = /^[\p{L}\p{N}]$/u;
const FIGURE = /^[\p{N}.,%％‰]$/u;
const LATIN = /^[\p{Script=Latin}\p{N}'’-]$/u;
const HAN = /^\p{Script=Han}$/u;
/** Characters on each side of a cut that are read to know whether a word ends there. */
const WINDOW = 24;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** True when a cut parts a number, a word, a name or a short title. */
export function splitsWord(article: Article, cut: Cut): boolean {
  const block = article.body[cut.block];
  if (!block || !('spans' in block)) return false;
  const text = spansText(block.spans);
  const before = text.at(cut.offset - 1) ?? '';
  const after = text.at(cut.offset) ?? '';
  if (cut.offset === 0 || after === '') return false;
  if (FIGURE.test(before) && FIGURE.test(after)) return true;
  if (LATIN.test(before) && LATIN.test(after)) return true;
  if ((before === '·' && JOINED.test(after)) || (after === '·' && JOINED.test(before))) return true;
  return (HAN.test(before) && HAN.test(after) && splitsPhrase(text, cut.offset)) || splitsTitle(text, cut.offset);
}

/** True unless two judges agree that a word and its phrase end there: a name that no list knows is whole to one of them. */
function splitsPhrase(text: string, offset: number): boolean {
  const start = Math.max(0, offset - WINDOW);
  const near = text.slice(start, offset + WINDOW);
  const isWordEnd = [...words.segment(near)].some(({ index }) => start + index === offset);
  let at = start;
  const isPhraseEnd = phrasesOf(near).some((phrase) => {
    at += phrase.length;
    return at === offset;
  });
  return !(isWordEnd && isPhraseEnd);
}

/** True when the nearest bracket before the cut is open and closes soon. */
function splitsTitle(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= Math.max(0, offset - TITLE); at -= 1) {
    const character = text.charAt(at);
    if (CLOSING.includes(character)) return false;
    const kind = OPENING.indexOf(character);
    if (kind < 0) continue;
    const end = text.indexOf(CLOSING.charAt(kind), offset);
    return end >= 0 && end - at <= TITLE;
  }
  return false;
}
