/** Where a jump must not cut: inside a name, a number or a title (R40, R41). */

import { spansText } from '../../issue/digest.ts';
import type { Article } from '../../issue/model.ts';
import type { Cut } from '../../typeset/model.ts';

/** Titles and quotations up to this many characters are kept in one piece. */
const TITLE = 24;
const OPENING = '《〈“‘（(「『';
const CLOSING = '》〉”’）)」』';
const JOINED = /^[\p{L}\p{N}]$/u;
const FIGURE = /^[\p{N}.,%％‰]$/u;
const LATIN = /^[\p{Script=Latin}\p{N}'’-]$/u;

/** True when a cut parts a number, a Latin word, a name with a middle dot or a short title. */
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
  return splitsTitle(text, cut.offset);
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
