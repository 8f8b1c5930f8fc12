/** Splits an article's file at its fences: front matter above, Markdown below. */
import { named } from './desk-words.ts';

/** An article's file parted into front matter and text. */
export interface Split {
  readonly yaml: string;
  /** Line of the file on which the YAML begins. */
  readonly yamlLine: number;
  readonly markdown: string;
  /** Line of the file on which the Markdown begins. */
  readonly markdownLine: number;
  /** False when the first fence has no partner; `markdown` is then the whole text. */
  readonly closed: boolean;
}

const FENCE = /^---[ \t]*$/;
/** What a hand or an editor's autocorrection makes of a fence: any row of dashes but a lone hyphen, indented or not. */
export const isLikeAFence = (line: string): boolean =>
  /^\s*(?!-\s*$)[-\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]+\s*$/u.test(line);

/** The file's text has \n line ends and no byte order mark. Blank lines before the first fence are allowed. */
export function splitFrontMatter(text: string): Split {
  const lines = text.split('\n');
  const opening = lines.findIndex((line) => line.trim() !== '');
  if (opening < 0 || !FENCE.test(lines[opening] ?? '')) return noFrontMatter(text, true);
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

const noFrontMatter = (text: string, closed: boolean): Split => ({
  yaml: '',
  yamlLine: 1,
  markdown: text,
  markdownLine: 1,
  closed,
});

/**
 * Line of the Markdown on which a second front matter begins: a fence with one of the `keys` below it, as of another
 * story that was pasted under the first. Undefined where there is none.
 */
export function secondFrontMatter(markdown: string, keys: readonly string[]): number | undefined {
  const lines = markdown.split('\n');
  const at = lines.findIndex((line, index) => {
    const [, key = ''] = /^([A-Za-z]+)\s*[:：]/u.exec(lines[index + 1] ?? '') ?? [];
    return isLikeAFence(line) && keys.includes(key);
  });
  return at < 0 ? undefined : at + 1;
}

/** A key that stands at the head of a file without a fence above it. */
export interface Unfenced {
  readonly key: string;
  /** Line of the file. */
  readonly line: number;
}

/**
 * The first key of front matter that has no fence, or only a row of dashes like one, above it; it would be printed as
 * text. Undefined where the file begins otherwise. No story opens with one of the `keys` in small letters and a colon;
 * a desk's own word for one, 记者：, may open a story, so it tells only below a row of dashes.
 */
export function unfencedKey(text: string, keys: readonly string[]): Unfenced | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '' && !isLikeAFence(line));
  const [, key = ''] = /^\s*(\p{L}+)\s*[:：]/u.exec(lines[at] ?? '') ?? [];
  const isBelowDashes = lines.slice(0, at).some(isLikeAFence);
  return keys.includes(key) || (isBelowDashes && named(key, keys)) ? { key, line: at + 1 } : undefined;
}
