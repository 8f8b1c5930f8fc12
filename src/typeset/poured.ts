/** Legs filled: the way that the search chose, and its lines, dealt out when somebody looks. */
import type { Rows } from '../units.ts';
import type { BlockLine, Cut, Galley, LegLine, Pour, SetBlock } from './model.ts';

/** The end of a way through the galley. */
export interface Way {
  readonly cost: number;
  /** Rows poured in all. */
  readonly poured: Rows;
  /** Variant of each block poured, by its index within the block. */
  readonly variants: readonly number[];
  /** Rows of the last block that went in; absent when all of it did. */
  readonly cut?: Rows;
}

/** Offset into the block's source of the line that begins at a row of a variant. */
export const cutOffset = (block: SetBlock, variant: number, row: Rows): number | undefined =>
  block.variants[variant]?.lines.find((line) => line.row >= row)?.offset;

/** The answer; its lines are dealt out to the legs when somebody looks. */
export class Poured implements Pour {
  readonly short: Rows;
  readonly cost: number;
  readonly rest?: Cut;
  readonly #galley: Galley;
  readonly #heights: readonly Rows[];
  readonly #way: Way;
  #legs: readonly (readonly LegLine[])[] | undefined;

  /** @param short rows of the legs as they were asked for that stay free */
  constructor(galley: Galley, heights: readonly Rows[], way: Way, short: Rows) {
    this.#galley = galley;
    this.#heights = heights;
    this.#way = way;
    this.cost = way.cost;
    this.short = short;
    const rest = restOf(galley, way);
    if (rest) this.rest = rest;
  }

  get legs(): readonly (readonly LegLine[])[] {
    this.#legs ??= deal(this.#galley, this.#heights, this.#way);
    return this.#legs;
  }
}

function restOf(galley: Galley, way: Way): Cut | undefined {
  const last = way.variants.length - 1;
  if (way.cut === undefined) {
    const next = galley.blocks[last + 1];
    return next && { block: next.block, offset: 0 };
  }
  const block = galley.blocks[last];
  const offset = block && cutOffset(block, way.variants[last] ?? 0, way.cut);
  return block && offset !== undefined ? { block: block.block, offset } : undefined;
}

/** Deals the lines of the chosen variants out to the legs. */
function deal(galley: Galley, heights: readonly Rows[], way: Way): readonly (readonly LegLine[])[] {
  const legs: LegLine[][] = heights.map(() => []);
  let leg = 0;
  let top = 0;
  way.variants.forEach((chosen, index) => {
    const block = galley.blocks[index];
    const variant = block?.variants[chosen];
    if (!block || !variant) return;
    if (top === heights[leg]) [leg, top] = [leg + 1, 0];
    const until = index === way.variants.length - 1 ? (way.cut ?? variant.rows) : variant.rows;
    let begin = top === 0 ? (variant.headAir ?? 0) : 0;
    const { lines } = variant;
    for (;;) {
      const end = Math.min(until, begin + (heights[leg] ?? 0) - top);
      lines.forEach((line, at) => {
        if (line.row < begin || line.row >= end) return;
        legs[leg]?.push(legLine(line, top + line.row - begin, block, at === 0, at === lines.length - 1));
      });
      top += end - begin;
      if (end >= until) return;
      begin = end;
      [leg, top] = [leg + 1, 0];
    }
  });
  return legs;
}

/** A line at its row of a leg. Spelt out: a page has a thousand of them, and a spread copy takes five times as long. */
function legLine(line: BlockLine, row: Rows, { kind, block }: SetBlock, opens: boolean, closes: boolean): LegLine {
  const { runs, width, stretch, drop, offset } = line;
  if (drop !== undefined) return { ...line, row, kind, block, opens, closes };
  if (offset === undefined) return { runs, width, stretch, row, kind, block, opens, closes };
  return { runs, width, stretch, row, offset, kind, block, opens, closes };
}
