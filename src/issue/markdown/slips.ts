/** Marks that were meant as Markdown and are none, so that they would be printed with the words. */
import type { BodyNote, Walk } from './walk.ts';

/** A subhead without its blank, or with full-width signs; not a topic between two of them, #清溪二桥#. */
const HEADING = /^\s*(?:#{2,6}[^#\s]|＃{1,6}|#(?=\p{Script=Han})(?!.*#\s*\S*$))/u;
/** A row between strokes, half-width or full-width. */
const ROW = /^\s*[|｜].*[|｜]\s*$/u;
/** A row of signs under or between lines: no subhead, and no break. */
const RULE = /^\s*(?:[=＝]{2,}|[-\u2010-\u2015\u2212\u2500\uff0d]{2,}|[*＊]{3,}|[_＿]{3,}|[~～]{3,})\s*$/u;
/** Where Markdown would look up a link, and the house does not: `[name]: address`. */
const DEFINITION = /^\s*\[[^\]^]+\]:\s*\S/u;
/** How lines of a list begin that is none: 1.甲, 2、乙, （3）丙, ④丁, · 戊. */
const ITEM =
  /^\s*(?:(?<dot>\d{1,2}[.．、](?!\d))|(?<bracket>[（(]\d{1,2}[)）])|(?<circle>[①-⑳])|(?<han>[一二三四五六七八九十]{1,3}、)|(?<bullet>[·•●■◆★▲]))/u;
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
  const definitions = written.flatMap((text, index): BodyNote[] =>
    DEFINITION.test(text) ? [{ what: 'marks', text: text.trim(), line: from + index + 1 }] : [],
  );
  return [...headings, ...rules, ...table, ...calls, ...definitions, ...itemsOf(written, from)];
}

/** Two lines or more that begin alike, as those of a list do: they run on as one paragraph. */
function itemsOf(written: readonly string[], from: number): readonly BodyNote[] {
  const kinds = written.map((text) => Object.entries(ITEM.exec(text)?.groups ?? {}).find(([, mark]) => mark)?.[0]);
  const at = kinds.findIndex((kind, index) => kind !== undefined && kind === kinds[index + 1]);
  return at < 0 ? [] : [{ what: 'items-as-text', text: (written[at + 1] ?? '').trim(), line: from + at + 2 }];
}
