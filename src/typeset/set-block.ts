/** What the pouring may do with a set block: where it may be cut, and what must stand under it. */
import type { Px, Rows } from '../units.ts';
import type { SetBlock, SetBlockKind, Variant } from './model.ts';

/** A last line shorter than this share of the measure may not open a leg (孤行). */
const WIDOW_SHARE = 0.5;

/** A block's settings, before what follows from them is counted. */
export interface BlockParts {
  readonly kind: SetBlockKind;
  readonly block: number;
  readonly variants: readonly Variant[];
  readonly keepWithNext?: Rows;
  /** True for what stays in one leg. */
  readonly whole?: boolean;
  /** Rows after which alone it may be cut, those over its first line left out. */
  readonly cuts?: readonly Rows[];
  /** Demerits of each leg that ends inside it. */
  readonly parted?: number;
  /** Lines of verse that the measure turned over. */
  readonly turned?: number;
}

/** A block with its places to cut. */
export function blockOf(parts: BlockParts, measure: Px): SetBlock {
  const { kind, block, variants, keepWithNext = 0, whole = false, cuts, parted = 0, turned = 0 } = parts;
  const breaks = variants.map((variant) =>
    whole ? [] : breaksOf(variant, measure).filter((row) => cuts?.includes(row - (variant.headAir ?? 0)) !== false),
  );
  return { kind, block, variants, breaks, keepWithNext, ...(parted > 0 && { parted }), ...(turned > 0 && { turned }) };
}

/** A leg may end after any row, but a short last line may not open the next one. */
function breaksOf({ rows, ending = Number.POSITIVE_INFINITY }: Variant, measure: Px): readonly Rows[] {
  const isShort = ending < measure * WIDOW_SHARE;
  return Array.from({ length: Math.max(0, rows - (isShort ? 2 : 1)) }, (_, row) => row + 1);
}
