/** Plain text as Markdown that reads back as the same text. */
import { parseBody } from '../markdown.ts';

/** Characters that Markdown may read as markup anywhere in a line. */
const INLINE = /[\\`*_[\]<>&~^!|]/g;
/** What Markdown reads as a block at the head of a line. */
const LEADING = /^(#{1,6}(?=\s|$)|[-+](?=\s|$)|[=-]{2,}|:)/;
const NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * A paragraph's text, with backslashes only where Markdown would otherwise read markup. Emphasis and links that are
 * already Markdown stay (`**…**`, `[…](https://…)`), so that text which came from Markdown keeps them.
 */
export function paragraphMarkdown(text: string): string {
  if (readsAs(text, text) || isMarkdown(text)) return text;
  const inline = text.replaceAll(INLINE, '\\$&');
  return inline.replace(LEADING, '\\$1').replace(NUMBER, '$1\\$2');
}

/** Whether Markdown reads a source as one paragraph of exactly this text. */
function readsAs(source: string, text: string): boolean {
  const [only, ...others] = parseBody(source);
  if (only?.kind !== 'paragraph' || others.length > 0 || only.spans.length !== 1) return false;
  const [span] = only.spans;
  return span?.text === text && !span.marks && span.href === undefined;
}

function isMarkdown(text: string): boolean {
  if (!/\*\*[^*]+\*\*|\[[^\]]+\]\(https?:[^()\s]+\)/.test(text) || /[`<~_]|\\/.test(text)) return false;
  const [only, ...others] = parseBody(text);
  if (only?.kind !== 'paragraph' || others.length > 0) return false;
  return only.spans.every(({ marks = [], note }) => note === undefined && marks.every((mark) => mark === 'strong'));
}
