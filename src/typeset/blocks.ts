/** Blocks of a body, each kind in its own dress, all in whole rows. */
import type { Block, Span } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import { type FlowShape, type FlowVariant, flow, StackVariant } from './flow.ts';
import type { SetBlock, SetBlockKind, Variant } from './model.ts';
import { setQrCode } from './qr-code.ts';
import { blockOf } from './set-block.ts';
import type { Setter } from './setter.ts';
import type { Strip } from './strip.ts';
import { type Palette, type SpanOptions, type StyledText, styleSpans } from './style.ts';
import { setTable, tableRows } from './table.ts';

/** Where a block is set. */
export interface Desk {
  readonly setter: Setter;
  readonly measure: Px;
}

export interface BlockOptions {
  /** Text before the block's own: 电头. */
  readonly opening?: readonly StyledText[];
  /** Offset into the block's source where it goes on. */
  readonly from?: number;
}

/** Paragraph indent: two characters in Chinese, one em in English. */
export const indentOf = (latin: boolean): Px => (latin ? BODY : BODY * 2);

/** Every way to set one block of a body; none for a block that is no text. */
export function setBlock(block: Block, index: number, desk: Desk, options: BlockOptions): readonly SetBlock[] {
  const { palette } = desk.setter;
  const { opening = [], from = 0 } = options;
  switch (block.kind) {
    case 'paragraph':
      return paragraph(
        opening.length > 0 ? [...opening, ...styled(block, palette)] : styled(block, palette),
        index,
        desk,
        options,
      );
    case 'subhead':
      return from > 0 ? [] : subhead(block.spans, block.level, index, desk);
    case 'list':
      return stacked({ kind: 'list', index, parts: listParts(block, desk), from }, desk);
    case 'quote':
      return (
        pullQuote(block, index, desk, from) ??
        stacked({ kind: 'quote', index, parts: quoteParts(block, desk), from }, desk)
      );
    case 'footnote':
      return stacked({ kind: 'footnote', index, parts: footnoteParts(block, desk), from }, desk);
    case 'table':
      return table(block, index, desk, from);
    case 'code':
      return stacked({ kind: 'code', index, parts: [codePart(block.text, { palette })], from }, desk);
    case 'break':
      return breakMark(index, desk);
    case 'qr':
      return setQrCode(block.address, index, desk.setter, desk.measure);
    case 'photo':
      return [];
  }
}

/** Styled paragraphs, by palette: the same at every measure. */
const known = new WeakMap<Palette, WeakMap<Block, readonly StyledText[]>>();

function styled(block: Extract<Block, { kind: 'paragraph' }>, palette: Palette): readonly StyledText[] {
  const of = known.get(palette) ?? new WeakMap<Block, readonly StyledText[]>();
  known.set(palette, of);
  const texts = of.get(block) ?? styleSpans(block.spans, { palette, runIn: true });
  of.set(block, texts);
  return texts;
}

/** A paragraph of text. */
export function paragraph(
  texts: readonly StyledText[],
  index: number,
  { setter, measure }: Desk,
  { from = 0 }: BlockOptions,
): readonly SetBlock[] {
  const strip = setter.strip(texts, BODY);
  const start = from > 0 ? firstAt(strip, from) : 0;
  if (start < 0) return [];
  const variants = flow(strip, { measure, indent: from > 0 ? 0 : indentOf(setter.palette.latin), start });
  return variants.length > 0 ? [blockOf({ kind: 'paragraph', block: index, variants }, measure)] : [];
}

/** First character at or behind an offset into the source; −1 when there is none. */
function firstAt({ characters }: Strip, offset: number): number {
  return characters.offset.subarray(0, characters.count).findIndex((at) => at >= offset);
}

/** Size of a subhead by its level: five 14 px characters where six of the body stand, or the body's own. */
const SUBHEAD_SIZES = { 2: 14, 3: BODY } as const;
/** Cost of the blank row under a subhead that a column may need to close. */
const SUBHEAD_LOOSE = 12;

/** A subhead: centred in two rows, or in three; the blank row over it vanishes at the head of a leg. */
function subhead(spans: readonly Span[], level: 2 | 3, index: number, desk: Desk): readonly SetBlock[] {
  const { setter, measure } = desk;
  const { palette } = setter;
  const size = SUBHEAD_SIZES[level];
  const face = palette.lead;
  const texts = styleSpans(spans, { palette: { ...palette, strong: face, em: face, strongEm: face }, face, size });
  const align = palette.latin ? 'left' : 'center';
  const [text] = flow(setter.strip(texts, size), { measure, indent: 0, ragged: true, align });
  if (!text) return [];
  const variants = [
    new StackVariant([1, text], { looseness: 0, cost: 0 }),
    new StackVariant([1, text, 1], { looseness: 1, cost: SUBHEAD_LOOSE }),
  ];
  return [blockOf({ kind: 'subhead', block: index, variants, headAir: 1, keepWithNext: 2, whole: true }, measure)];
}

/** Asterisks where the story pauses. */
function breakMark(index: number, { setter, measure }: Desk): readonly SetBlock[] {
  const texts = [{ text: '＊　＊　＊', style: { face: 'song', size: BODY }, inserted: true }];
  const variants = flow(setter.strip(texts, BODY), { measure, indent: 0, ragged: true, align: 'center' });
  return [blockOf({ kind: 'break', block: index, variants: variants.slice(0, 1), keepWithNext: 1 }, measure)];
}

/** One paragraph of a block that holds several. */
interface FlowPart extends Omit<FlowShape, 'measure' | 'start' | 'base'> {
  readonly texts: readonly StyledText[];
  readonly size?: Px;
  /** Free at the right of every line. */
  readonly right?: Px;
}

interface Stack {
  readonly kind: SetBlockKind;
  readonly index: number;
  readonly parts: readonly FlowPart[];
  /** Offset into the block's source where it goes on. */
  readonly from: number;
}

/** A block of several paragraphs; where it must give or take a row, the cheapest of them does. */
function stacked({ kind, index, parts, from }: Stack, { setter, measure }: Desk): readonly SetBlock[] {
  const ways: (readonly FlowVariant[])[] = [];
  let base = 0;
  for (const { texts, size = BODY, left = 0, right = 0, indent, ...rest } of parts) {
    const strip = setter.strip(texts, size);
    const begins = from - base;
    const start = begins > 0 ? firstAt(strip, begins) : 0;
    const shape = { ...rest, left, measure: measure - left - right, indent: begins > 0 ? 0 : indent, base };
    if (start >= 0) ways.push(flow(strip, { ...shape, start }));
    base += texts.reduce((sum, { text, prefix }) => sum + (prefix ? 0 : text.length), 0);
  }
  const filled = ways.filter((variants) => variants.length > 0);
  if (filled.length === 0) return [];
  const variants = ([0, -1, 1] as const).flatMap((looseness) => stackWays(filled, looseness));
  return [blockOf({ kind, block: index, variants }, measure)];
}

function stackWays(ways: readonly (readonly FlowVariant[])[], looseness: -1 | 0 | 1): readonly Variant[] {
  const usual = ways.flatMap(([best]) => (best ? [best] : []));
  if (looseness === 0) return [new StackVariant(usual, { looseness, cost: 0 })];
  let cheapest = -1;
  const others = ways.map((variants) => variants.find((variant) => variant.looseness === looseness));
  others.forEach((variant, at) => {
    if (variant && variant.cost < (others[cheapest]?.cost ?? Number.POSITIVE_INFINITY)) cheapest = at;
  });
  const other = others[cheapest];
  if (!other) return [];
  const parts = usual.map((variant, at) => (at === cheapest ? other : variant));
  return [new StackVariant(parts, { looseness, cost: other.cost })];
}

/** A mark that the program puts before text. */
const marker = (text: string, face: string, size: Px): StyledText => ({
  text,
  style: { face, size },
  inserted: true,
  prefix: true,
});

const marked = (mark: StyledText, parts: readonly FlowPart[]): readonly FlowPart[] =>
  parts.map((part, index) => (index === 0 ? { ...part, texts: [mark, ...part.texts] } : part));

/** Items as paragraphs with a mark, as Chinese papers set them. */
function listParts(block: Extract<Block, { kind: 'list' }>, { setter: { palette } }: Desk): readonly FlowPart[] {
  return block.items.flatMap((item, at) => {
    const mark = block.ordered ? `${block.start + at}. ` : palette.latin ? '• ' : '■ ';
    const size = block.ordered || palette.latin ? BODY : LIST_MARK;
    return marked(marker(mark, palette.body, size), partsOf(item, { palette }));
  });
}

/** The square before an item of a Chinese list. */
const LIST_MARK: Px = 6;

/** Most characters of a pull quote, its size on the body's pitch, and the cost of the blank row under it that is left out. */
const PULL = { most: 60, size: 15, tight: 14 } as const;

/** A short quotation is pulled out of the text: larger Kai in the middle of the leg, a blank row over it and under it. */
function pullQuote(
  { blocks }: Extract<Block, { kind: 'quote' }>,
  index: number,
  { setter, measure }: Desk,
  from: number,
): readonly SetBlock[] | undefined {
  const [only, ...more] = blocks;
  if (only?.kind !== 'paragraph' || more.length > 0 || from > 0) return undefined;
  if (only.spans.reduce((length, { text }) => length + text.length, 0) > PULL.most) return undefined;
  const { palette } = setter;
  const texts = styleSpans(only.spans, { palette, face: palette.quote, size: PULL.size });
  const [text] = flow(setter.strip(texts, PULL.size), { measure, indent: 0, ragged: true, align: 'center' });
  if (!text) return undefined;
  const variants = [
    new StackVariant([1, text, 1], { looseness: 0, cost: 0 }),
    new StackVariant([1, text], { looseness: -1, cost: PULL.tight }),
  ];
  return [blockOf({ kind: 'quote', block: index, variants, headAir: 1, whole: true }, measure)];
}

/** Quotations: in Kai, a character in from both sides where the measure has room for it. */
function quoteParts(
  block: Extract<Block, { kind: 'quote' }>,
  { setter: { palette }, measure }: Desk,
): readonly FlowPart[] {
  const inset = measure >= ROOMY ? BODY : 0;
  const parts = partsOf(block.blocks, { palette, face: palette.quote });
  return parts.map((part) => ({ ...part, left: inset, right: inset }));
}

/** A measure that can spare two characters: the basic column. */
const ROOMY: Px = 13 * BODY;

/** 六号. */
const FOOTNOTE_SIZE: Px = 10.5;

function footnoteParts(
  block: Extract<Block, { kind: 'footnote' }>,
  { setter: { palette } }: Desk,
): readonly FlowPart[] {
  const mark = marker(`[${block.label}] `, palette.small, FOOTNOTE_SIZE);
  return marked(mark, partsOf(block.blocks, { palette, face: palette.small, size: FOOTNOTE_SIZE }));
}

function table(block: Extract<Block, { kind: 'table' }>, index: number, desk: Desk, from: number): readonly SetBlock[] {
  const { setter, measure } = desk;
  const grid = setTable(block, setter, measure, from);
  if (!grid)
    return stacked({ kind: 'table-text', index, parts: tableParts(block, { palette: setter.palette }), from }, desk);
  if (grid.rows === 0) return [];
  const whole = grid.rows <= WHOLE_TABLE;
  return [blockOf({ kind: 'table', block: index, variants: [grid], whole }, measure)];
}

/** Rows of a table that a leg is expected to hold. */
const WHOLE_TABLE = 8;

/** Cells one after the other, a full-width blank between them. */
function tableParts(block: Extract<Block, { kind: 'table' }>, options: SpanOptions): readonly FlowPart[] {
  const { palette, size = BODY } = options;
  const blank: StyledText = { text: '\u3000', style: { face: palette.body, size }, inserted: true, prefix: true };
  return tableRows(block).map((cells) => ({
    texts: cells.flatMap((cell, at) => [...(at > 0 ? [blank] : []), ...styleSpans(cell, options)]),
    indent: 0,
    size,
  }));
}

/** Lines of code as they are, broken only where they are too long. */
const codePart = (text: string, { palette, size = BODY }: SpanOptions): FlowPart => ({
  texts: [{ text, style: { face: palette.code, size }, verbatim: true }],
  indent: 0,
  size,
  ragged: true,
});

/** The paragraphs inside blocks, in order. */
function partsOf(blocks: readonly Block[], options: SpanOptions): readonly FlowPart[] {
  const { size = BODY, palette } = options;
  const indent = indentOf(palette.latin);
  return blocks.flatMap((block): readonly FlowPart[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'subhead':
        return [{ texts: styleSpans(block.spans, options), indent, size }];
      case 'list':
        return block.items.flatMap((item) => partsOf(item, options));
      case 'quote':
      case 'footnote':
        return partsOf(block.blocks, options);
      case 'table':
        return tableParts(block, options);
      case 'code':
        return [codePart(block.text, options)];
      default:
        return [];
    }
  });
}
