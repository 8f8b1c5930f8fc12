/** The paragraphs that lists, quotations, notes and tables are made of, each with its place between left and right. */
import type { Block } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import type { FlowPart } from './stacked.ts';
import { type SpanOptions, type StyledText, styleSpans } from './style.ts';
import { tableRows } from './table.ts';

/** Paragraph indent: two characters in Chinese, one em in English. */
export const indentOf = (latin: boolean): Px => (latin ? BODY : BODY * 2);

/** The square before an item of a Chinese list. */
const LIST_MARK: Px = 6;

/** Items behind their marks, every line of them: the marks have a room of their own at the left. */
export function listParts(block: Extract<Block, { kind: 'list' }>, options: SpanOptions): readonly FlowPart[] {
  const { palette } = options;
  const last = block.start + block.items.length - 1;
  const room = block.ordered ? numberRoom(last) : BODY;
  return block.items.flatMap((item, at) => {
    const text = block.ordered ? `${block.start + at}. ` : palette.latin ? '• ' : '■ ';
    const size = block.ordered || palette.latin ? BODY : LIST_MARK;
    const mark = { text, face: palette.body, size, room, align: block.ordered ? 'right' : 'left' } as const;
    return partsOf(item, options).map((part, index) => ({
      ...part,
      left: (part.left ?? 0) + room,
      ...(index === 0 && { indent: 0, ...(part.mark === undefined && { mark }) }),
    }));
  });
}

/** Whole characters for a number and its point, half a character each. */
const numberRoom = (number: number): Px => Math.ceil((String(number).length + 1) / 2) * BODY;

/** Cells one after the other, a full-width blank between them. */
export function tableParts(block: Extract<Block, { kind: 'table' }>, options: SpanOptions): readonly FlowPart[] {
  const { palette, size = BODY } = options;
  const blank: StyledText = { text: '\u3000', style: { face: palette.body, size }, inserted: true, prefix: true };
  return tableRows(block).map((cells) => ({
    texts: cells.flatMap((cell, at) => [...(at > 0 ? [blank] : []), ...styleSpans(cell, options)]),
    indent: 0,
    size,
  }));
}

/** Lines of code as they are, blanks before them too, broken only where they are too long. */
export const codeParts = (text: string, { palette, size = BODY }: SpanOptions): readonly FlowPart[] =>
  text.split(/(?<=\n)/u).map((line) => ({
    texts: [{ text: line, style: { face: palette.code, size }, verbatim: true }],
    indent: 0,
    left: Math.min(MOST_CODE_INDENT, (blanksBefore(line) * size) / 2),
    size,
    ragged: true,
  }));

const MOST_CODE_INDENT: Px = 4 * BODY;

/** Columns that a line of code is indented by; a tab goes to the next fourth. */
const blanksBefore = (line: string): number =>
  [...(/^[ \t]*/u.exec(line)?.[0] ?? '')].reduce(
    (column, blank) => (blank === '\t' ? column + 4 - (column % 4) : column + 1),
    0,
  );

/** The paragraphs inside blocks, in order. */
export function partsOf(blocks: readonly Block[], options: SpanOptions): readonly FlowPart[] {
  const { size = BODY, palette } = options;
  const indent = indentOf(palette.latin);
  return blocks.flatMap((block): readonly FlowPart[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'subhead':
        return [{ texts: styleSpans(block.spans, options), indent, size }];
      case 'list':
        return listParts(block, options);
      case 'quote':
      case 'footnote':
        return partsOf(block.blocks, options);
      case 'table':
        return tableParts(block, options);
      case 'code':
        return codeParts(block.text, options);
      default:
        return [];
    }
  });
}
