/** What cuts cost: importance, booked edges, gutters through the page. All by sets of items, so that the search stays local. */
import type { Rows } from '../../units.ts';
import type { Weights } from '../rules.ts';
import type { Item } from '../search/problem.ts';
import type { PageLeaf, StoryItem } from './items.ts';

/** Points for each rank that a story stands above a more important one (R50). */
const INVERSION = 1.1;
/** Points for the lead standing right of something that begins on the same row (R50). */
const LEAD_RIGHT = 2.5;
/** Points for a gutter through the page from side to side, and from top to foot (R23). */
const GUTTER = { across: 1.5, down: 2 } as const;

/** The items of a page and what is known of each. */
export interface CutContext {
  readonly items: readonly Item<PageLeaf>[];
  /** Stories by item index; ads, fillers and holes are absent. */
  readonly stories: readonly (StoryItem | undefined)[];
  readonly lead: number | undefined;
  readonly columns: number;
  readonly rows: Rows;
  readonly weights: Weights;
}

/** Cost functions of a page's cuts. */
export class Cuts {
  readonly #context: CutContext;
  readonly #leadBit: number;
  readonly #edges: { readonly foot: number; readonly right: number; readonly left: number };
  readonly #pictures: number;
  readonly #above: (readonly number[])[] = [];

  constructor(context: CutContext) {
    const { items, stories, lead } = context;
    const bits = (test: (index: number) => boolean): number =>
      items.reduce((mask, _, index) => (test(index) ? mask | (1 << index) : mask), 0);
    this.#context = context;
    this.#leadBit = lead === undefined ? 0 : 1 << lead;
    this.#edges = {
      foot: bits((index) => items[index]?.edge === 'foot'),
      right: bits((index) => items[index]?.edge === 'right'),
      left: bits((index) => items[index]?.edge === 'left'),
    };
    this.#pictures = bits((index) => stories[index] === undefined);
    stories.forEach((story, below) => {
      this.#above[below] = stories.map((over, top) => (top === below ? 0 : inversion(over, story)));
    });
  }

  /** Points of a stack; infinite where the lead would stand below, an ad off the foot, or a later story above an earlier. */
  stack(top: number, bottom: number, columns: number): number {
    if (bottom & this.#leadBit || top & this.#edges.foot) return Number.POSITIVE_INFINITY;
    if (this.#pinned(top, bottom)) return Number.POSITIVE_INFINITY;
    const { weights } = this.#context;
    let points = 0;
    for (let below = bottom; below > 0; below &= below - 1) {
      const costs = this.#above[31 - Math.clz32(below & -below)];
      for (let above = top; above > 0; above &= above - 1) points += costs?.[31 - Math.clz32(above & -above)] ?? 0;
    }
    const news = (bottom & ~this.#pictures) !== 0 && (top & ~this.#pictures) !== 0;
    const gutter = columns === this.#context.columns && news ? weights.R23 * GUTTER.across : 0;
    return points * weights.R50 + gutter;
  }

  /** Points of a side by side; infinite where a side ad would leave its edge or a pin its column. */
  side(left: number, right: number, rows: Rows, at: number): number {
    if (left & this.#edges.right || right & this.#edges.left) return Number.POSITIVE_INFINITY;
    const { weights, items, stories } = this.#context;
    for (let index = 0; index < items.length; index += 1) {
      const column = stories[index]?.task.copy.article.pin?.column;
      if (column === undefined) continue;
      if (right & (1 << index) && at > column) return Number.POSITIVE_INFINITY;
    }
    const lead = right & this.#leadBit ? weights.R50 * LEAD_RIGHT : 0;
    return lead + (rows === this.#context.rows ? weights.R23 * GUTTER.down : 0);
  }

  /** A story pinned to the first row can never stand below another. */
  #pinned(top: number, bottom: number): boolean {
    const { stories } = this.#context;
    for (let index = 0; index < stories.length; index += 1)
      if (bottom & (1 << index) && stories[index]?.task.copy.article.pin?.row === 0 && top !== 0) return true;
    return false;
  }
}

/** Points of `over` standing above `below`. */
function inversion(over: StoryItem | undefined, below: StoryItem | undefined): number {
  if (!over || !below) return 0;
  const [first, second] = [over.task.copy.article.order, below.task.copy.article.order];
  if (first !== undefined && second !== undefined && second < first) return Number.POSITIVE_INFINITY;
  return Math.max(0, over.task.rank - below.task.rank) * INVERSION;
}
