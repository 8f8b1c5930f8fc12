/** Splits an article's file at its fences: front matter above, Markdown below. */

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
