/**
 * A page's raw text to chunks: headings, paragraphs (or pieces of one), pictures, tables and lists. A line is a chunk
 * unless the text is hard-wrapped. Nothing is decided here but what the characters themselves say.
 */

import { joint } from '../line-ends.ts';

/** A heading, paragraph or other piece of raw text, and the line where it begins. */
export type Chunk =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly line: number }
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  /** A table, list or quotation in Markdown, kept as it stands. */
  | { readonly kind: 'verbatim'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'image';
      readonly file: string;
      readonly caption: string;
      readonly credit: string;
      readonly line: number;
    }
  /** A drawn rule: nothing is joined across it. */
  | { readonly kind: 'rule'; readonly line: number };

/** Text whose lines end in \n, without control characters (see `cleanText`). */
export function readChunks(raw: string): Chunk[] {
  const lines = raw.split('\n').map((text, index) => ({ text: text.replace(EDGE, ''), raw: text, line: index + 1 }));
  const chunks: Chunk[] = [];
  let block: Line[] = [];
  const close = (): void => {
    chunks.push(...readBlock(block));
    block = [];
  };
  for (const line of lines) {
    if (line.text === '') close();
    else block.push(line);
  }
  close();
  return chunks;
}

interface Line {
  readonly text: string;
  readonly raw: string;
  readonly line: number;
}

const EDGE = /^\p{White_Space}+|\p{White_Space}+$/gu;
const VERBATIM = /^(?:\||>\s|[-*+]\s|\d{1,3}[.)]\s)/;
const RULE = /^[-—–=_~*·.•]{3,}$/;
const IMAGE = /^!\[([^\]]*)\]\(\s*<?([^\s()<>]+)>?(?:\s+"([^"]*)")?\s*\)$/;

/** Consecutive lines without a blank one. */
function readBlock(block: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < block.length; at++) {
    const line = block[at] as Line;
    const run = runFrom(block, at, (text) => VERBATIM.test(text));
    const isTable = line.text.startsWith('|');
    if (run > (isTable ? 1 : 0) && (isTable || run > 1 || line.text.startsWith('>'))) {
      const lines = block.slice(at, at + run);
      chunks.push({ kind: 'verbatim', text: lines.map(({ text }) => text).join('\n'), line: line.line });
      at += run - 1;
      continue;
    }
    const special = readSpecial(line);
    if (special) {
      chunks.push(special);
      continue;
    }
    const prose = block.slice(at, at + runFrom(block, at, isProse));
    if (isWrapped(prose)) {
      chunks.push({ kind: 'text', text: prose.map(({ text }) => text).reduce(join), line: line.line });
      at += prose.length - 1;
    } else chunks.push({ kind: 'text', text: line.text, line: line.line });
  }
  return chunks;
}

function runFrom(block: readonly Line[], at: number, wanted: (text: string) => boolean): number {
  let length = 0;
  while (at + length < block.length && wanted(block[at + length]?.text ?? '')) length++;
  return length;
}

const isProse = (text: string): boolean =>
  !VERBATIM.test(text) && readSpecial({ text, raw: text, line: 0 }) === undefined;

function readSpecial({ text, line }: Line): Chunk | undefined {
  if (RULE.test(text)) return { kind: 'rule', line };
  const [, caption, file, credit] = IMAGE.exec(text) ?? [];
  if (file !== undefined) return { kind: 'image', file, caption: caption ?? '', credit: credit ?? '', line };
  const [, marks, words] =
    /^(#{1,6})[ \t\u3000]+(.*?)(?:[ \t]+#+)?$/.exec(text) ?? /^(#{1,6})([^#\s\d][^#]*[^#。.])$/.exec(text) ?? [];
  if (marks && words) return { kind: 'heading', level: marks.length, text: words, line };
  const bold = /^\*\*([^*]{2,40})\*\*$/.exec(text)?.[1];
  return bold === undefined ? undefined : { kind: 'heading', level: 3, text: bold, line };
}

/** Characters of the narrowest column whose lines are joined; shorter lines under each other are heads. */
const NARROWEST = 7;

/** Lines all about as long as the longest, as a typewriter or a PDF breaks them; no paragraph is indented among them. */
function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 3 || lines.slice(1).some(({ raw }) => /^(?:\u3000{2}|[ \t]{2})/.test(raw))) return false;
  const widths = lines.slice(0, -1).map(({ text }) => ems(text));
  const longest = Math.max(...widths);
  return longest >= NARROWEST && longest < 60 && widths.every((width) => width >= longest * 0.8);
}

/** Width of a text in characters of the grid: a Han character or full-width mark is one, any other a half. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text) width += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u.test(character) ? 1 : 0.5;
  return width;
}

/** Two pieces of one paragraph as one text; a hyphen at the end of a line stays, since it may belong to the word. */
export function join(before: string, after: string): string {
  const isHyphened = /\p{Script=Latin}-$/u.test(before);
  return before + (isHyphened ? '' : joint(before, after)) + after;
}
