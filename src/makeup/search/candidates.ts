/** Derivations that a stream tries in the order of their bounds: a leaf, a group under its head, two blocks together. */
import type { Rows } from '../../units.ts';
import type { Group, Leaf, Leaves, Tree } from './problem.ts';
import { ANY, type State, type Want } from './state.ts';
import type { Stream } from './stream.ts';
import type { Streams } from './streams.ts';

/** A derivation that breaks a rule between its blocks, or a leaf that cannot be made; those that follow it may do better. */
export const REJECTED = { kind: 'rejected' } as const;
/** The type of {@link REJECTED}. */
export type Rejected = typeof REJECTED;

/** A derivation not yet made, or made: its cost is a bound or the truth. */
export interface Candidate<L extends Leaf> {
  readonly bound: number;
  /** The tree, if it costs no more than the limit; else a better bound, infinite when there is none. */
  make(limit: number): Tree<L> | number | Rejected;
  /** Puts in line what may come next once this one is made; nothing of it is cheaper than this before its blocks met. */
  after(line: Line<L>): void;
}

/** Where candidates wait, the least bound first. */
export interface Line<L extends Leaf> {
  push(candidate: Candidate<L>, bound: number): void;
}

const costOf = <L extends Leaf>(found: Tree<L> | number): number => (typeof found === 'number' ? found : found.cost);

/** The leaves of an item that a state may have. */
interface LeavesOf<L extends Leaf> {
  readonly item: number;
  readonly leaves: Leaves<L>;
  readonly of: State<L>;
}

/** Puts the cheapest leaf from the n-th on in line that shows the wanted faces, if there is any. */
export function leafFrom<L extends Leaf>(streams: Streams<L>, some: LeavesOf<L>, from: number, line: Line<L>): void {
  const { topLeft, topRight } = some.of;
  for (let nth = from; nth < some.leaves.count; nth += 1) {
    const faces = some.leaves.faces(nth);
    if (topLeft !== ANY && faces >> 2 !== topLeft) continue;
    if (topRight !== ANY && (faces & 3) !== topRight) continue;
    line.push(new LeafCandidate(streams, some, nth), some.leaves.cost(nth));
    return;
  }
}

/** One leaf of an item. */
class LeafCandidate<L extends Leaf> implements Candidate<L> {
  readonly bound: number;
  readonly #streams: Streams<L>;
  readonly #some: LeavesOf<L>;
  readonly #nth: number;

  constructor(streams: Streams<L>, some: LeavesOf<L>, nth: number) {
    this.bound = some.leaves.cost(nth);
    this.#streams = streams;
    this.#some = some;
    this.#nth = nth;
  }

  make(): Tree<L> | Rejected {
    const { item, leaves, of } = this.#some;
    const leaf = this.#streams.proved(item, leaves.leaf(this.#nth));
    return leaf ? { kind: 'leaf', item, leaf, columns: of.columns, rows: of.rows, cost: leaf.cost } : REJECTED;
  }

  after(line: Line<L>): void {
    leafFrom(this.#streams, this.#some, this.#nth + 1, line);
  }
}

/** The n-th block of a group's members under its head. */
export class GroupCandidate<L extends Leaf> implements Candidate<L> {
  readonly bound: number;
  readonly #stream: Stream<L>;
  readonly #group: Group<L>;
  readonly #headRows: Rows;
  readonly #of: State<L>;
  readonly #nth: number;

  constructor(stream: Stream<L>, group: Group<L>, headRows: Rows, of: State<L>, nth: number, bound: number) {
    this.bound = bound;
    this.#stream = stream;
    this.#group = group;
    this.#headRows = headRows;
    this.#of = of;
    this.#nth = nth;
  }

  make(limit: number): Tree<L> | number {
    const tree = this.#stream.get(this.#nth, limit);
    if (typeof tree === 'number') return tree;
    const { columns, rows } = this.#of;
    return {
      kind: 'group',
      group: this.#group,
      headRows: this.#headRows,
      inside: tree,
      columns,
      rows,
      cost: tree.cost,
    };
  }

  after(line: Line<L>): void {
    const bound = costOf(this.#stream.get(this.#nth, Number.POSITIVE_INFINITY));
    line.push(new GroupCandidate(this.#stream, this.#group, this.#headRows, this.#of, this.#nth + 1, bound), bound);
  }
}

/** Where a block is cut in two. */
interface Cut {
  readonly kind: 'stack' | 'side';
  /** Units of the first block: the upper, the left one. */
  readonly set: number;
  /** Its rows, its columns. */
  readonly at: number;
  /** Faces that meet at the cut. */
  readonly near: Want;
  readonly far: Want;
  readonly cut: number;
}

/** The n-th block of one state over, or left of, the m-th of another. */
export class PairCandidate<L extends Leaf> implements Candidate<L> {
  readonly bound: number;
  readonly #streams: Streams<L>;
  readonly #of: State<L>;
  readonly #cut: Cut;
  readonly #nth: number;
  readonly #mth: number;
  #pair: Pair<L> | undefined;

  constructor(streams: Streams<L>, of: State<L>, cut: Cut, bound: number, pair?: Pair<L>, nth = 0, mth = 0) {
    this.bound = bound;
    this.#streams = streams;
    this.#of = of;
    this.#cut = cut;
    this.#pair = pair;
    this.#nth = nth;
    this.#mth = mth;
  }

  make(limit: number): Tree<L> | number | Rejected {
    this.#pair ??= pairOf(this.#streams, this.#of, this.#cut);
    const { one, two, leastTwo } = this.#pair;
    const { kind, cut } = this.#cut;
    const first = one.get(this.#nth, limit - cut - leastTwo);
    if (typeof first === 'number') return Math.max(this.bound, first + cut + leastTwo);
    const second = two.get(this.#mth, limit - cut - first.cost);
    if (typeof second === 'number') return Math.max(this.bound, second + cut + first.cost);
    const side = kind === 'side';
    const added = this.#streams.problem.meet(first, second, side ? first.columns : 0, side ? 0 : first.rows);
    if (added === undefined) return REJECTED;
    const { columns, rows } = this.#of;
    return { kind, first, second, columns, rows, cost: first.cost + second.cost + cut + added };
  }

  after(line: Line<L>): void {
    if (!this.#pair) return;
    const { one, two } = this.#pair;
    const n = this.#nth;
    const m = this.#mth;
    const least = costOf(one.get(n, Number.POSITIVE_INFINITY)) + costOf(two.get(m, Number.POSITIVE_INFINITY));
    const bound = least + this.#cut.cut;
    if (n === 0) this.#push(line, bound, n, m + 1);
    this.#push(line, bound, n + 1, m);
  }

  #push(line: Line<L>, bound: number, nth: number, mth: number): void {
    line.push(new PairCandidate(this.#streams, this.#of, this.#cut, bound, this.#pair, nth, mth), bound);
  }
}

/** The streams of the two blocks, and the least that the second costs. */
interface Pair<L extends Leaf> {
  readonly one: Stream<L>;
  readonly two: Stream<L>;
  readonly leastTwo: number;
}

/** Looked up when a pair is first made: most never are. */
function pairOf<L extends Leaf>(streams: Streams<L>, of: State<L>, { kind, set, at, near, far }: Cut): Pair<L> {
  const rest = of.set & ~set;
  const { scope, columns, rows, topLeft, topRight } = of;
  if (kind === 'stack') {
    const under: State<L> = { scope, set: rest, columns, rows: rows - at, topLeft: ANY, topRight: ANY, kind: 'all' };
    const one = streams.of({ scope, set, columns, rows: at, topLeft, topRight, kind: 'noStack' });
    return { one, two: streams.of(under), leastTwo: streams.bound(under) };
  }
  const right: State<L> = { scope, set: rest, columns: columns - at, rows, topLeft: far, topRight, kind: 'all' };
  const one = streams.of({ scope, set, columns: at, rows, topLeft, topRight: near, kind: 'noSide' });
  return { one, two: streams.of(right), leastTwo: streams.bound(right) };
}
