/** Splits an article's file at its fences: front matter above, Markdown below. */
import { articleSchema } from './schema/article.ts';

export interface Split {
  readonly yaml: string;
  /** Line of the file on which the YAML begins. */
  readonly yamlLine: number;
  readonly markdown: string;
  /** Line of the file on which the Markdown begins. */
  readonly markdownLine: number;
  /** False when the first fence has no partner; `markdown` is then the whole text. */
  readonly closed: boolean;
  /** The first line of front matter that no fence opens, so that it would be printed as text; absent when there is none. */
  readonly unopened?: { readonly line: number; readonly written: string };
}

const FENCE = /^---[ \t]*$/;
/** What a word processor or a Chinese keyboard makes of a fence, or a finger that slipped. */
const NEAR_FENCE = /^\s*[-\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]{1,12}\s*$/u;
/** A line of front matter, with a plain or a full-width colon; a key of any language. */
const PAIR = /^[\p{L}]{2,20}\s*[:：]/u;
/** Keys that are no words of a sentence's opening, so that one of them with a closing fence below says enough. */
const OWN_KEYS = new Set(Object.keys(articleSchema.shape));

/** The file's text has \n line ends and no byte order mark. Blank lines before the first fence are allowed. */
export function splitFrontMatter(text: string): Split {
  const lines = text.split('\n');
  const opening = lines.findIndex((line) => line.trim() !== '');
  if (opening < 0) return noFrontMatter(text, true);
  if (!FENCE.test(lines[opening] ?? '')) {
    const written = (lines[opening] ?? '').trim();
    const unopened = isUnopened(lines.slice(opening)) && { line: opening + 1, written };
    return { ...noFrontMatter(text, true), ...(unopened && { unopened }) };
  }
  const closing = lines.findIndex((line, index) => index > opening && FENCE.test(line));
  if (closing < 0) return noFrontMatter(text, false);
  return {
    yaml: lines.slice(opening + 1, closing).join('\n'),
    yamlLine: opening + 2,
    markdown: lines.slice(closing + 1).join('\n'),
    markdownLine: closing + 2,
    closed: true,
  };
}

/** Whether lines that begin with no fence were meant to: a bent fence over a key, or two keys, or one and a fence. */
function isUnopened(lines: readonly string[]): boolean {
  const [first = '', ...below] = lines;
  if (NEAR_FENCE.test(first)) return PAIR.test(below.find((line) => line.trim() !== '') ?? '');
  if (!isOwnPair(first)) return false;
  const fence = below.findIndex((line) => FENCE.test(line) || NEAR_FENCE.test(line));
  const blank = below.findIndex((line) => line.trim() === '');
  return isOwnPair(below[0] ?? '') || (fence >= 0 && (blank < 0 || fence < blank));
}

const isOwnPair = (line: string): boolean => PAIR.test(line) && OWN_KEYS.has((line.split(/[:：]/)[0] ?? '').trim());

const noFrontMatter = (text: string, closed: boolean): Split => ({
  yaml: '',
  yamlLine: 1,
  markdown: text,
  markdownLine: 1,
  closed,
});
