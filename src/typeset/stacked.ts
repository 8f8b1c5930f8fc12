/** Blocks of several paragraphs: lists, quotations, notes, tables that run on as text. */
import { BODY, type Px } from '../units.ts';
import { type FlowShape, type FlowVariant, flow, StackVariant } from './flow.ts';
import { drawnWidth, LAYOUT_UNIT } from './font/metrics.ts';
import type { FaceId, Run, SetBlock, SetBlockKind, Variant } from './model.ts';
import { blockOf } from './set-block.ts';
import type { Setter } from './setter.ts';
import { firstAt } from './strip.ts';
import type { StyledText } from './style.ts';

/** Where a block is set. */
export interface Desk {
  readonly setter: Setter;
  readonly measure: Px;
}

/** One paragraph of a block that holds several. */
export interface FlowPart extends Omit<FlowShape, 'measure' | 'start' | 'base' | 'mark'> {
  readonly texts: readonly StyledText[];
  readonly size?: Px;
  /** Free at the right of every line. */
  readonly right?: Px;
  readonly mark?: ListMark;
}

/** A mark that the program sets before an item: no part of the article. */
export interface ListMark {
  readonly text: string;
  readonly face: FaceId;
  readonly size: Px;
  /** Left of the item's lines. */
  readonly room: Px;
  /** Where it stands in its room. */
  readonly align: 'left' | 'right';
}

/** What a block of several paragraphs is set from. */
export interface Stack {
  readonly kind: SetBlockKind;
  readonly index: number;
  readonly parts: readonly FlowPart[];
  /** Offset into the block's source where it goes on. */
  readonly from: number;
}

/** A block of several paragraphs; where it must give or take a row, the cheapest of them does. */
export function stacked({ kind, index, parts, from }: Stack, { setter, measure }: Desk): readonly SetBlock[] {
  const ways: (readonly FlowVariant[])[] = [];
  let base = 0;
  for (const { texts, size = BODY, left = 0, right = 0, indent, mark, ...rest } of parts) {
    const strip = setter.strip(texts, size);
    const begins = from - base;
    const start = begins > 0 ? firstAt(strip, begins) : 0;
    const opening = begins > 0 ? { indent: 0 } : { indent, ...(mark && { mark: markRun(mark, left, setter) }) };
    const shape = { ...rest, left, measure: measure - left - right, base, ...opening };
    // Code closes no column by a line more or less: its lines are its writer's.
    const most = rest.ragged ? 1 : undefined;
    if (start >= 0) ways.push(flow(strip, { ...shape, start }).slice(0, most));
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

/** The mark as it is drawn; its blank belongs to it, so that copied text has one. */
function markRun({ text, face, size, room, align }: ListMark, left: Px, { metrics }: Setter): Run {
  const shaped = metrics[face]?.shape(text) ?? new Float64Array();
  const advance = shaped.reduce((sum, one) => sum + one, 0);
  const width = drawnWidth(advance, size);
  const free = align === 'right' ? Math.max(0, room - width) : 0;
  const x = left - room + Math.floor(free / LAYOUT_UNIT) * LAYOUT_UNIT;
  return { text, source: '', face, size, x, width, spacing: 0 };
}
