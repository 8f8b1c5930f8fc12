/** What cuts cost: importance, booked edges, pins, gutters through the page. All by sets of items, so that the search stays local. */
import type { Rows } from '../../units.ts';
import type { Weights } from '../rules.ts';
import type { Item } from '../search/problem.ts';
import type { PageLeaf, StoryItem } from './items.ts';
import type { GroupTask } from './task.ts';

/** Points for each rank that a story stands above a more important one (R50). */
const INVERSION = 1.1;
/** A filler is less than any story: it stands at the foot, or the page wants it elsewhere. */
const FILLER_RANK = 6;
/** Points for the lead standing right of something that begins on the same row (R50). */
const LEAD_RIGHT = 2.5;
/** Points for a gutter through the page from side to side, and from top to foot (R23). */
const GUTTER = { across: 3.5, down: 2.5 } as const;
/** No cut. */
const NEVER = Number.POSITIVE_INFINITY;

/** The items of a page and what is known of each. */
export interface CutContext {
  readonly items: readonly Item<PageLeaf>[];
  /** Stories by item index; ads, fillers and holes are absent. */
  readonly stories: readonly (StoryItem | undefined)[];
  /** Set of the fillers. */
  readonly fillers: number;
  readonly groups: readonly GroupTask[];
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
  readonly #news: number;
  /** Points of item `a` above item `b`, at a × items + b. */
  readonly #above: Float64Array;
  /** Items that item `a` may not stand above, beside which it may not stand left. */
  readonly #neverAbove: Int32Array;
  readonly #neverLeft: Int32Array;
  /** Column of a pin, by item; −1 without one. */
  readonly #column: Int32Array;
  readonly #pinned: number;
  /** 签发序 by item, and the items that have one. */
  readonly #order: Float64Array;
  readonly #signed: number;

  constructor(context: CutContext) {
    const { items, stories, fillers, lead, weights } = context;
    const count = items.length;
    const bits = (test: (index: number) => boolean): number =>
      items.reduce((mask, _, index) => (test(index) ? mask | (1 << index) : mask), 0);
    this.#context = context;
    this.#leadBit = lead === undefined ? 0 : 1 << lead;
    this.#edges = {
      foot: bits((index) => items[index]?.edge === 'foot'),
      right: bits((index) => items[index]?.edge === 'right'),
      left: bits((index) => items[index]?.edge === 'left'),
    };
    this.#news = bits((index) => stories[index] !== undefined);
    this.#column = Int32Array.from(stories, (story) => story?.task.wishes.pin?.column ?? -1);
    this.#pinned = bits((index) => (this.#column[index] ?? -1) >= 0);
    this.#order = Float64Array.from(stories, (story) => story?.task.wishes.order ?? Number.NaN);
    this.#signed = bits((index) => !Number.isNaN(this.#order[index] ?? Number.NaN));
    this.#above = new Float64Array(count * count);
    this.#neverAbove = new Int32Array(count);
    this.#neverLeft = new Int32Array(count);
    for (let a = 0; a < count; a += 1)
      for (let b = 0; b < count; b += 1) {
        if (a === b) continue;
        this.#above[a * count + b] =
          weights.R50 * inversion(fillers & (1 << a) ? FILLER_RANK : stories[a]?.task.rank, stories[b]?.task.rank);
        if (mustNotBeAbove(stories[a], stories[b]) || this.#isAside(a, b)) this.#mark(this.#neverAbove, a, b);
        if (mustNotBeLeft(stories[a], stories[b]) || this.#isAside(a, b)) this.#mark(this.#neverLeft, a, b);
      }
  }

  /** Least that a page's first cut costs: it runs through the page (R23), unless it sets off what is no news. */
  get first(): number {
    const { items, weights } = this.#context;
    const newsOnly = this.#news === (1 << items.length) - 1;
    return newsOnly ? weights.R23 * Math.min(GUTTER.across, GUTTER.down) : 0;
  }

  /** Points of a stack; infinite where the lead would stand below, an ad off the foot and the ads on it, or a later story above an earlier. */
  stack(top: number, bottom: number, columns: number): number {
    const { foot } = this.#edges;
    if (bottom & this.#leadBit || (top & foot && bottom & ~foot)) return NEVER;
    const count = this.#context.items.length;
    let points = 0;
    for (let above = top; above !== 0; above &= above - 1) {
      const a = 31 - Math.clz32(above & -above);
      if ((this.#neverAbove[a] as number) & bottom) return NEVER;
      for (let below = bottom; below !== 0; below &= below - 1)
        points += this.#above[a * count + 31 - Math.clz32(below & -below)] as number;
    }
    const news = (bottom & this.#news) !== 0 && (top & this.#news) !== 0;
    return columns === this.#context.columns && news ? points + this.#context.weights.R23 * GUTTER.across : points;
  }

  /** Points of a side by side; infinite where a side ad would leave its edge and the ads along it, or a pin its column. */
  side(left: number, right: number, rows: Rows, at: number): number {
    const { right: atRight, left: atLeft } = this.#edges;
    if ((left & atRight && right & ~atRight) || (right & atLeft && left & ~atLeft)) return NEVER;
    if ((left | right) & this.#pinned && !this.#keepsPins(left, right, at)) return NEVER;
    for (let near = left; near !== 0; near &= near - 1)
      if ((this.#neverLeft[31 - Math.clz32(near & -near)] as number) & right) return NEVER;
    if (this.#beginsLate(left, right)) return NEVER;
    const { weights } = this.#context;
    const lead = right & this.#leadBit ? weights.R50 * LEAD_RIGHT : 0;
    return rows === this.#context.rows ? lead + weights.R23 * GUTTER.down : lead;
  }

  /** 签发序: true when whatever begins the left block was signed off after something in the right one, which stands no higher. */
  #beginsLate(left: number, right: number): boolean {
    if ((left & this.#signed) !== left || (right & this.#signed) === 0) return false;
    let first = Number.POSITIVE_INFINITY;
    for (let far = right & this.#signed; far !== 0; far &= far - 1)
      first = Math.min(first, this.#order[31 - Math.clz32(far & -far)] as number);
    for (let near = left; near !== 0; near &= near - 1)
      if ((this.#order[31 - Math.clz32(near & -near)] as number) <= first) return false;
    return true;
  }

  /** Points for the gutters of a stack or a side by side that run through the page, weights left out (R23). */
  gutter(kind: 'stack' | 'side', top: number, bottom: number, columns: number, rows: Rows): number {
    if (kind === 'side') return rows === this.#context.rows ? GUTTER.down : 0;
    const news = (bottom & this.#news) !== 0 && (top & this.#news) !== 0;
    return news && columns === this.#context.columns ? GUTTER.across : 0;
  }

  #keepsPins(_left: number, right: number, at: number): boolean {
    for (let far = right & this.#pinned; far !== 0; far &= far - 1)
      if (at > (this.#column[31 - Math.clz32(far & -far)] as number)) return false;
    return true;
  }

  #mark(masks: Int32Array, a: number, b: number): void {
    masks[a] = (masks[a] as number) | (1 << b);
  }

  /** True when `a` is a piece set beside its story `b`: the story comes first. */
  #isAside(a: number, b: number): boolean {
    return this.#context.groups.some(
      ({ title, members }) => title === undefined && members[0] === b && members.includes(a),
    );
  }
}

/** Points of something of this rank standing above a story of that one; ads and white have none. */
function inversion(over: number | undefined, below: number | undefined): number {
  return over !== undefined && below !== undefined ? Math.max(0, over - below) * INVERSION : 0;
}

/** 签发序 and pins: what can be told of two stories wherever their blocks stand. */
function mustNotBeAbove(over: StoryItem | undefined, below: StoryItem | undefined): boolean {
  if (!over || !below) return false;
  const [a, b] = [over.task.wishes, below.task.wishes];
  if (a.order !== undefined && b.order !== undefined && b.order < a.order) return true;
  if (b.pin?.row === 0) return true;
  return a.pin?.row !== undefined && b.pin?.row !== undefined && a.pin.row >= b.pin.row;
}

function mustNotBeLeft(near: StoryItem | undefined, far: StoryItem | undefined): boolean {
  const [a, b] = [near?.task.wishes.pin, far?.task.wishes.pin];
  if (b?.column === 0) return true;
  return a?.column !== undefined && b?.column !== undefined && a.column + (a.columns ?? 1) > b.column;
}
