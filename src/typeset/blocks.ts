/** Blocks of a body, each kind in its own dress, all in whole rows. */
import type { Block } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import { flow, StackVariant } from './flow.ts';
import type { SetBlock } from './model.ts';
import { codeParts, indentOf, listParts, partsOf, tableParts } from './parts.ts';
import { setQrCode } from './qr-code.ts';
import { blockOf } from './set-block.ts';
import { type Desk, type FlowPart, stacked } from './stacked.ts';
import { firstAt } from './strip.ts';
import { type Palette, type StyledText, styleSpans } from './style.ts';
import { subhead } from './subhead.ts';
import { setTable } from './table.ts';
import { isVerse, verse } from './verse.ts';

/** What a block's neighbours say to it. */
export interface BlockOptions {
  /** Text before the block's own: 电头. */
  readonly opening?: readonly StyledText[];
  /** Offset into the block's source where it goes on. */
  readonly from?: number;
  /** The last of its body. */
  readonly closes?: boolean;
  /** Text stands before it. */
  readonly follows?: boolean;
}

/** Every way to set one block of a body; none for a block that is no text. */
export function setBlock(block: Block, index: number, desk: Desk, options: BlockOptions): readonly SetBlock[] {
  const { palette } = desk.setter;
  const { opening = [], from = 0 } = options;
  switch (block.kind) {
    case 'paragraph':
      if (opening.length === 0 && isVerse(block)) return verse(styled(block, palette), index, desk, options);
      return paragraph(
        opening.length > 0 ? [...opening, ...styled(block, palette)] : styled(block, palette),
        index,
        desk,
        options,
      );
    case 'subhead':
      return from > 0 ? [] : subhead(block.spans, block.level, index, desk);
    case 'list':
      return stacked({ kind: 'list', index, parts: listParts(block, { palette }), from }, desk);
    case 'quote':
      return (
        pullQuote(block, index, desk, from) ??
        stacked({ kind: 'quote', index, parts: quoteParts(block, desk), from }, desk)
      );
    case 'footnote':
      return stacked({ kind: 'footnote', index, parts: footnoteParts(block, desk), from }, desk);
    case 'table':
      return table(block, index, desk, options);
    case 'code':
      return stacked({ kind: 'code', index, parts: codeParts(block.text, { palette }), from }, desk);
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

/** Asterisks where the story pauses. */
function breakMark(index: number, { setter, measure }: Desk): readonly SetBlock[] {
  const texts = [{ text: '＊　＊　＊', style: { face: 'song', size: BODY }, inserted: true }];
  const variants = flow(setter.strip(texts, BODY), { measure, indent: 0, ragged: true, align: 'center' });
  return [blockOf({ kind: 'break', block: index, variants: variants.slice(0, 1), keepWithNext: 1 }, measure)];
}

/** Most characters of a pull quote, Han or letters, its size on the body's pitch, and the cost of the blank row under it that is left out. */
const PULL = { most: { han: 60, letters: 120 }, size: 15, tight: 14 } as const;

/** A short quotation is pulled out of the text: larger Kai in the middle of the leg, a blank row over it and under it. */
function pullQuote(
  { blocks }: Extract<Block, { kind: 'quote' }>,
  index: number,
  { setter, measure }: Desk,
  from: number,
): readonly SetBlock[] | undefined {
  const [only, ...more] = blocks;
  if (only?.kind !== 'paragraph' || more.length > 0 || from > 0) return undefined;
  const { palette } = setter;
  const most = palette.latin ? PULL.most.letters : PULL.most.han;
  if (only.spans.reduce((length, { text }) => length + text.length, 0) > most) return undefined;
  const texts = styleSpans(only.spans, { palette, face: palette.quote, size: PULL.size });
  const [text] = flow(setter.strip(texts, PULL.size), { measure, indent: 0, ragged: true, align: 'center' });
  if (!text) return undefined;
  const variants = [
    new StackVariant([1, text, 1], { looseness: 0, cost: 0 }),
    new StackVariant([1, text], { looseness: -1, cost: PULL.tight }),
  ];
  return [blockOf({ kind: 'quote', block: index, variants, whole: true }, measure)];
}

/** Quotations: in Kai, a character in from both sides where the measure has room for it. */
function quoteParts(
  block: Extract<Block, { kind: 'quote' }>,
  { setter: { palette }, measure }: Desk,
): readonly FlowPart[] {
  const inset = measure >= ROOMY ? BODY : 0;
  const parts = partsOf(block.blocks, { palette, face: palette.quote });
  return parts.map((part) => ({ ...part, left: (part.left ?? 0) + inset, right: inset }));
}

/** A measure that can spare two characters: the basic column. */
const ROOMY: Px = 13 * BODY;

/** 六号. */
const FOOTNOTE_SIZE: Px = 10.5;

/** A note, its label before the text. */
function footnoteParts(
  block: Extract<Block, { kind: 'footnote' }>,
  { setter: { palette } }: Desk,
): readonly FlowPart[] {
  const style = { face: palette.small, size: FOOTNOTE_SIZE };
  const label: StyledText = { text: `[${block.label}] `, style, inserted: true, prefix: true };
  const parts = partsOf(block.blocks, { palette, face: palette.small, size: FOOTNOTE_SIZE });
  return parts.map((part, index) => (index === 0 ? { ...part, texts: [label, ...part.texts] } : part));
}

/** A table, a blank row over it and under it; one that goes on has none over it, one that closes its story none under it. */
function table(
  block: Extract<Block, { kind: 'table' }>,
  index: number,
  desk: Desk,
  { from = 0, closes = false }: BlockOptions,
): readonly SetBlock[] {
  const { setter, measure } = desk;
  const grid = setTable(block, setter, measure, from);
  if (!grid)
    return stacked({ kind: 'table-text', index, parts: tableParts(block, { palette: setter.palette }), from }, desk);
  const { variant, folds, ends } = grid;
  if (variant.rows === 0) return [];
  const over = from > 0 ? [] : [1];
  const tight = new StackVariant([...over, variant], { looseness: closes ? 0 : -1, cost: closes ? 0 : TABLE_TIGHT });
  const airy = new StackVariant([...over, variant, 1], { looseness: 0, cost: 0 });
  const kind = folds > 1 ? 'table-folded' : 'table';
  // A head does not stay behind alone, and the blank under the last row does not go on alone.
  const cuts = ends.slice(from > 0 ? 0 : 1, -1);
  const parts = { kind, block: index, whole: variant.rows <= WHOLE_TABLE, cuts, parted: TABLE_PARTED } as const;
  return [blockOf({ ...parts, variants: closes ? [tight] : [airy, tight] }, measure)];
}

/** Cost of the blank row under a table that is left out. */
const TABLE_TIGHT = 14;
/** Rows of a table that a leg is expected to hold, and the cost of each leg that ends inside a longer one: its head stands over the first part alone. */
const WHOLE_TABLE = 8;
const TABLE_PARTED = 1000;
