/** An article's body at one measure: every block with every way it may be set. */
import type { Article, Block, Span } from '../issue/model.ts';
import { BODY, type Px, type Rows } from '../units.ts';
import { type FlowShape, type FlowVariant, flow, StackVariant } from './flow.ts';
import type { Cut, Galley, SetBlock, SetBlockKind, Variant } from './model.ts';
import type { Setter } from './setter.ts';
import type { Strip } from './strip.ts';
import { type SpanOptions, type StyledText, styleSpans } from './style.ts';

/** Paragraph indent: two characters in Chinese, one em in English. */
export const indentOf = (latin: boolean): Px => (latin ? BODY : BODY * 2);

/** A last line shorter than this share of the measure may not open a leg (孤行). */
export const WIDOW_SHARE = 0.5;

/** Sets the body of an article from its beginning, or from a cut. */
export function setGalley(article: Article, setter: Setter, measure: Px, from?: Cut): Galley {
  const blocks = from
    ? article.body.flatMap((block, index) => restOf(block, index, from, { article, setter, measure }))
    : wholeBody(article, setter, measure);
  return { measure, blocks, rows: rowsOf(blocks) };
}

interface Desk {
  readonly article: Article;
  readonly setter: Setter;
  readonly measure: Px;
}

function wholeBody(article: Article, setter: Setter, measure: Px): readonly SetBlock[] {
  const desk = { article, setter, measure };
  const opening = openingOf(article, setter);
  const firstText = article.body.findIndex((block) => block.kind === 'paragraph');
  const body = article.body.flatMap((block, index) =>
    setBlock(block, index, desk, index === firstText ? { prefix: opening } : {}),
  );
  const alone = opening.length > 0 && firstText < 0 ? [paragraph(opening, -1, desk, {})] : [];
  return [...noteOf(desk), ...bylineOf(desk), ...alone.flat(), ...body];
}

/** 电头 in Hei, with the blank that sets it off. */
function openingOf(article: Article, setter: Setter): readonly StyledText[] {
  if (!article.dateline) return [];
  const { palette } = setter;
  const style = { face: palette.lead, size: BODY };
  const blank = palette.latin ? ' ' : '\u3000';
  return [
    { text: article.dateline, style, prefix: true },
    { text: blank, style, prefix: true, inserted: true },
  ];
}

/** An article without a head still names its writer. */
function bylineOf({ article, setter, measure }: Desk): readonly SetBlock[] {
  if (article.title.length > 0 || article.byline.length === 0) return [];
  const texts = [{ text: article.byline.join(' '), style: { face: setter.palette.em, size: BODY } }];
  const variants = flow(setter.strip(texts, BODY), { measure, indent: 0, ragged: true, align: 'center' });
  return [blockOf({ kind: 'byline', block: -1, variants: variants.slice(0, 1), keepWithNext: 2 }, measure)];
}

/** 编者按, in Kai, with a blank row under it. */
function noteOf({ article, setter, measure }: Desk): readonly SetBlock[] {
  if (!article.note) return [];
  const texts = [{ text: article.note, style: { face: setter.palette.em, size: BODY } }];
  const variants = flow(setter.strip(texts, BODY), { measure, indent: indentOf(setter.palette.latin) });
  return [blockOf({ kind: 'note', block: -1, variants: variants.map((variant) => under(variant, 1)) }, measure)];
}

const under = (variant: FlowVariant, blank: Rows): Variant => new StackVariant([variant, blank], variant);

interface BlockOptions {
  readonly prefix?: readonly StyledText[];
  /** Offset in the block's source where it goes on. */
  readonly from?: number;
}

/** Blocks of the body that lie behind a cut; the one that is cut goes on without an indent. */
function restOf(block: Block, index: number, cut: Cut, desk: Desk): readonly SetBlock[] {
  if (index < cut.block) return [];
  return setBlock(block, index, desk, index === cut.block && cut.offset > 0 ? { from: cut.offset } : {});
}

function setBlock(block: Block, index: number, desk: Desk, options: BlockOptions): readonly SetBlock[] {
  const { setter, measure } = desk;
  const { palette } = setter;
  switch (block.kind) {
    case 'paragraph': {
      const texts = styleSpans(block.spans, { palette, runIn: true });
      return paragraph([...(options.prefix ?? []), ...texts], index, desk, options);
    }
    case 'subhead':
      return options.from ? [] : subhead(block.spans, index, desk, block.level);
    case 'list':
      return stacked('list', index, listItems(block, desk), desk, options.from);
    case 'quote':
      return stacked('quote', index, paragraphsOf([block], { palette, face: palette.quote }), desk, options.from);
    case 'footnote':
      return stacked('footnote', index, footnoteParts(block, desk), desk, options.from);
    case 'table': {
      const rows = [block.head, ...block.rows].filter((row) => row.length > 0);
      const parts = rows.map(
        (cells): FlowPart => ({ texts: cells.flatMap((cell) => cellText(cell, palette)), indent: 0 }),
      );
      return stacked('table', index, parts, desk, options.from);
    }
    case 'code': {
      const texts = [{ text: block.text, style: { face: palette.code, size: BODY }, verbatim: true }];
      return stacked('code', index, [{ texts, indent: 0, ragged: true }], desk, options.from);
    }
    case 'break': {
      const texts = [{ text: '＊　＊　＊', style: { face: palette.body, size: BODY }, inserted: true }];
      const variants = flow(setter.strip(texts, BODY), { measure, indent: 0, ragged: true, align: 'center' });
      return [blockOf({ kind: 'break', block: index, variants: variants.slice(0, 1) }, measure)];
    }
    case 'photo':
      return [];
  }
}

function paragraph(
  texts: readonly StyledText[],
  index: number,
  desk: Desk,
  options: BlockOptions,
): readonly SetBlock[] {
  const { setter, measure } = desk;
  const strip = setter.strip(texts, BODY);
  const start = options.from ? firstAt(strip, options.from) : 0;
  if (start < 0) return [];
  const variants = flow(strip, { measure, indent: options.from ? 0 : indentOf(setter.palette.latin), start });
  return variants.length > 0 ? [blockOf({ kind: 'paragraph', block: index, variants }, measure)] : [];
}

/** First character at or behind an offset into the source; −1 when there is none. */
function firstAt({ characters }: Strip, offset: number): number {
  return characters.offset.subarray(0, characters.count).findIndex((at) => at >= offset);
}

/** Size of a subhead by its level, a step and a half step over the body. */
const SUBHEAD_SIZES = { 2: 14, 3: 12 } as const;
/** Cost of the blank row under a subhead that a column may need to close. */
const SUBHEAD_LOOSE = 12;

/** A subhead: centred in two rows, or in three; the blank row over it vanishes at the head of a leg. */
function subhead(spans: readonly Span[], index: number, desk: Desk, level: 2 | 3): readonly SetBlock[] {
  const { setter, measure } = desk;
  const { palette } = setter;
  const size = SUBHEAD_SIZES[level];
  const texts = styleSpans(spans, { palette: { ...palette, strong: palette.lead }, face: palette.lead, size });
  const strip = setter.strip(texts, size);
  const [text] = flow(strip, { measure, indent: 0, ragged: true, align: palette.latin ? 'left' : 'center' });
  if (!text) return [];
  const variants = [
    new StackVariant([1, text], { looseness: 0, cost: 0 }),
    new StackVariant([1, text, 1], { looseness: 1, cost: SUBHEAD_LOOSE }),
  ];
  return [{ kind: 'subhead', block: index, variants, headAir: 1, breaks: variants.map(() => []), keepWithNext: 2 }];
}

/** One paragraph of a block that holds several. */
interface FlowPart extends Omit<FlowShape, 'measure'> {
  readonly texts: readonly StyledText[];
  readonly size?: Px;
}

/** A block of several paragraphs; where it is given room or takes it, the cheapest of them gives way. */
function stacked(
  kind: SetBlockKind,
  index: number,
  parts: readonly FlowPart[],
  desk: Desk,
  from: number | undefined,
): readonly SetBlock[] {
  const { setter, measure } = desk;
  const ways: (readonly FlowVariant[])[] = [];
  let base = 0;
  for (const part of parts) {
    const { texts, size = BODY, left = 0, ...shape } = part;
    const strip = setter.strip(texts, size);
    const length = texts.reduce((sum, { text, prefix }) => sum + (prefix ? 0 : text.length), 0);
    const begins = (from ?? 0) - base;
    const start = begins > 0 ? firstAt(strip, begins) : 0;
    const indent = begins > 0 ? 0 : shape.indent;
    if (start >= 0) ways.push(flow(strip, { ...shape, left, indent, measure: measure - left, start, base }));
    base += length;
  }
  const filled = ways.filter((variants) => variants.length > 0);
  if (filled.length === 0) return [];
  const variants = ([0, -1, 1] as const).flatMap((looseness) => stack(filled, looseness));
  return [blockOf({ kind, block: index, variants }, measure)];
}

function stack(ways: readonly (readonly FlowVariant[])[], looseness: -1 | 0 | 1): readonly Variant[] {
  const best = ways.map((variants) => variants.find((variant) => variant.looseness === 0) ?? variants[0]);
  const usual = best.flatMap((variant) => (variant ? [variant] : []));
  if (looseness === 0) return [new StackVariant(usual, { looseness, cost: 0 })];
  const others = ways.map((variants) => variants.find((variant) => variant.looseness === looseness));
  let cheapest = -1;
  others.forEach((variant, at) => {
    if (variant && variant.cost < (others[cheapest]?.cost ?? Number.POSITIVE_INFINITY)) cheapest = at;
  });
  const other = others[cheapest];
  if (!other) return [];
  return [
    new StackVariant(
      usual.map((variant, at) => (at === cheapest ? other : variant)),
      { looseness, cost: other.cost },
    ),
  ];
}

function listItems(block: Extract<Block, { kind: 'list' }>, desk: Desk): readonly FlowPart[] {
  const { palette } = desk.setter;
  return block.items.flatMap((item, at) => {
    const mark = block.ordered ? `${block.start + at}. ` : '• ';
    const marker: StyledText = { text: mark, style: { face: palette.body, size: BODY }, inserted: true, prefix: true };
    const parts = paragraphsOf(item, { palette });
    return parts.map((part, index) => (index === 0 ? { ...part, texts: [marker, ...part.texts] } : part));
  });
}

function footnoteParts(block: Extract<Block, { kind: 'footnote' }>, desk: Desk): readonly FlowPart[] {
  const { palette } = desk.setter;
  const size = 10.5;
  const marker: StyledText = {
    text: `[${block.label}]`,
    style: { face: palette.small, size },
    inserted: true,
    prefix: true,
  };
  const parts = paragraphsOf(block.blocks, { palette, face: palette.small, size });
  return parts.map((part, index) => (index === 0 ? { ...part, texts: [marker, ...part.texts] } : part));
}

/** The paragraphs inside blocks, in order. */
function paragraphsOf(blocks: readonly Block[], options: SpanOptions): readonly FlowPart[] {
  const indent = indentOf(options.palette.latin);
  const { size = BODY } = options;
  return blocks.flatMap((block): readonly FlowPart[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'subhead':
        return [{ texts: styleSpans(block.spans, options), indent, size }];
      case 'list':
        return block.items.flatMap((item) => paragraphsOf(item, options));
      case 'quote':
      case 'footnote':
        return paragraphsOf(block.blocks, options);
      case 'table':
        return [block.head, ...block.rows].map((cells) => ({
          texts: cells.flatMap((cell) => cellText(cell, options.palette)),
          indent: 0,
        }));
      case 'code':
        return [
          {
            texts: [{ text: block.text, style: { face: options.palette.code, size }, verbatim: true }],
            indent: 0,
            size,
          },
        ];
      default:
        return [];
    }
  });
}

const cellText = (cell: readonly Span[], palette: SpanOptions['palette']): readonly StyledText[] => [
  ...styleSpans(cell, { palette }),
  { text: '\u3000', style: { face: palette.body, size: BODY }, inserted: true, prefix: true },
];

interface BlockParts {
  readonly kind: SetBlockKind;
  readonly block: number;
  readonly variants: readonly Variant[];
  readonly keepWithNext?: Rows;
}

function blockOf({ kind, block, variants, keepWithNext = 0 }: BlockParts, measure: Px): SetBlock {
  return {
    kind,
    block,
    variants,
    headAir: 0,
    breaks: variants.map((variant) => breaksOf(variant, measure)),
    keepWithNext,
  };
}

/** A leg may end after any row, but a short last line may not open the next one. */
function breaksOf({ rows, ending = measureless }: Variant, measure: Px): readonly Rows[] {
  const last = ending < measure * WIDOW_SHARE ? rows - 1 : rows;
  return Array.from({ length: Math.max(0, last - 1) }, (_, row) => row + 1);
}

const measureless = Number.POSITIVE_INFINITY;

function rowsOf(blocks: readonly SetBlock[]): Galley['rows'] {
  let min = 0;
  let best = 0;
  let max = 0;
  for (const { variants } of blocks) {
    const rows = variants.map((variant) => variant.rows);
    min += Math.min(...rows);
    best += rows[0] ?? 0;
    max += Math.max(...rows);
  }
  return { min, best, max };
}
