/** Marks that were meant as Markdown and are none, so that they would be printed with the words. */
import type { BodyNote, Walk } from './walk.ts';

/** A subhead without its blank, or with full-width signs; not a topic between two of them, #清溪二桥#. */
const HEADING = /^\s*(?:#{2,6}[^#\s]|＃{1,6}|#(?=\p{Script=Han})(?!.*#\s*\S*$))/u;
/** A row between strokes, half-width or full-width. */
const ROW = /^\s*[|｜].*[|｜]\s*$/u;
/** A row of signs under or between lines: no subhead, and no break. */
const RULE = /^\s*(?:[=＝]{2,}|[-\u2010-\u2015\u2212\u2500\uff0d]{2,}|[*＊]{3,}|[_＿]{3,}|[~～]{3,})\s*$/u;
const CALL = /\[\^([^\]\s]{1,40})\]/gu;

/** What a paragraph holds of such marks, by its first line and the one after its last, counted from 0. */
export function slipsOf({ lines, env }: Walk, [from, to]: readonly [number, number]): readonly BodyNote[] {
  const written = lines.slice(from, to);
  const headings = written.flatMap((text, index): BodyNote[] =>
    HEADING.test(text) ? [{ what: 'heading-as-text', text: text.trim(), line: from + index + 1 }] : [],
  );
  const rules = written.flatMap((text, index): BodyNote[] =>
    RULE.test(text) ? [{ what: 'rule-as-text', text: text.trim(), line: from + index + 1 }] : [],
  );
  const row = written.findIndex((text, index) => ROW.test(text) && ROW.test(written[index + 1] ?? ''));
  const table: readonly BodyNote[] = row < 0 ? [] : [{ what: 'rows-as-text', line: from + row + 1 }];
  const calls = written.flatMap((text, index): BodyNote[] =>
    [...text.replaceAll(/`[^`]*`/gu, '').matchAll(CALL)]
      .filter(([, label]) => env.footnotes?.refs?.[`:${label}`] === undefined)
      .map(([, label = '']) => ({ what: 'footnote-missing', text: label, line: from + index + 1 })),
  );
  return [...headings, ...rules, ...table, ...calls];
}
