/**
 * Pages in the order of their cost, made one at a time: k best derivations, lazily (Huang and Chiang, IWPT 2005,
 * algorithm 3), over the tables of `tables.ts`. Leaves are proved (poured) only when a page that is wanted needs them,
 * so a stream sorts by the bound until the truth is known and by the truth afterwards.
 */
import type { Rows } from '../../units.ts';
import { agree, type Face } from '../shape/shape.ts';
import { type Costs, costAt, leastAt } from './costs.ts';
import { Heap } from './heap.ts';
import type { Group, Leaf, Problem, Tree } from './problem.ts';
import type { Scope } from './tables.ts';

/** A wanted face, or any. */
type Want = Face | 4;
const ANY: Want = 4;
const FACES: readonly Face[] = [0, 1, 2, 3];
/** Pairs of faces that may meet at a cut. */
const AGREEING = FACES.flatMap((near) => FACES.filter((far) => agree(near, far)).map((far) => [near, far] as const));
type Kind = 'all' | 'noStack' | 'noSide';

/** A block: which set of units of which scope, how large, which faces. */
interface State<L extends Leaf> {
  readonly scope: Scope<L>;
  readonly set: number;
  readonly columns: number;
  readonly rows: Rows;
  readonly topLeft: Want;
  readonly topRight: Want;
  readonly kind: Kind;
}

/** A derivation not yet made, or made: its cost is a bound or the truth. */
interface Candidate<L extends Leaf> {
  readonly bound: number;
  readonly tree?: Tree<L>;
  /** The tree, if it costs no more than the limit; else a better bound, infinite when there is none. */
  readonly make: (limit: number) => Tree<L> | number | Rejected;
  /** What may come next once this one is made; none of them is cheaper than it before its blocks met. */
  readonly after: () => readonly Candidate<L>[];
}

/** A derivation that breaks a rule between its blocks; those that follow it may not. */
const REJECTED = { kind: 'rejected' } as const;
type Rejected = typeof REJECTED;

/** Counts derivations made; a search stops when it has made too many. */
export interface Work {
  done: number;
  readonly most: number;
}

/** Trees of one state, cheapest first. */
export interface Stream<L extends Leaf> {
  /**
   * The n-th cheapest tree, if it costs no more than the limit; else a cost that it does not fall below, infinite beyond
   * the last. Work stops at the limit, so that a block is looked into only as far as it can matter.
   */
  get(n: number, limit: number): Tree<L> | number;
}

/** All streams of one problem and its tables. */
export class Streams<L extends Leaf> {
  readonly #problem: Problem<L>;
  readonly #streams = new Map<Scope<L>, Map<string, Stream<L>>>();
  readonly #proved: Map<L, L | undefined>;
  readonly #work: Work;

  /** `proved` carries leaves proved in an earlier round over; `work` is shared by all rounds. */
  constructor(problem: Problem<L>, proved: Map<L, L | undefined>, work: Work) {
    this.#problem = problem;
    this.#work = work;
    this.#proved = proved;
  }

  /** Pages of a set of the page's units, cheapest first. */
  pages(scope: Scope<L>, set: number): Stream<L> {
    const { columns, rows } = this.#problem;
    return this.#stream({ scope, set, columns, rows, topLeft: ANY, topRight: ANY, kind: 'all' });
  }

  #stream(state: State<L>): Stream<L> {
    const streams = this.#streams.get(state.scope) ?? new Map<string, Stream<L>>();
    this.#streams.set(state.scope, streams);
    const key = `${state.set},${state.columns},${state.rows},${state.topLeft},${state.topRight},${state.kind}`;
    let stream = streams.get(key);
    if (!stream) {
      stream = new LazyStream(() => this.#candidates(state), this.#work);
      streams.set(key, stream);
    }
    return stream;
  }

  #candidates(state: State<L>): readonly Candidate<L>[] {
    if (this.#bound(state) === Number.POSITIVE_INFINITY) return [];
    if ((state.set & (state.set - 1)) === 0) {
      const index = 31 - Math.clz32(state.set);
      const unit = state.scope.units[index];
      if (typeof unit === 'number') return this.#leaves(state, unit);
      return unit ? this.#grouped(state, unit, state.scope.inside[index]) : [];
    }
    return [
      ...(state.kind === 'noStack' ? [] : this.#stacks(state)),
      ...(state.kind === 'noSide' ? [] : this.#sides(state)),
    ];
  }

  /** Least cost of a state by the tables. */
  #bound({ scope, set, columns, rows, topLeft, topRight, kind }: State<L>): number {
    return leastWith(scope.cells[set]?.[columns]?.[kind], rows, topLeft, topRight);
  }

  #leaves(state: State<L>, index: number): readonly Candidate<L>[] {
    const item = this.#problem.items[index];
    const { columns, rows, topLeft, topRight } = state;
    const wanted = (item?.leaves(columns, rows) ?? []).filter(
      (leaf) => (topLeft === ANY || leaf.topLeft === topLeft) && (topRight === ANY || leaf.topRight === topRight),
    );
    return wanted.map((leaf) => ({
      bound: leaf.cost,
      after: () => [],
      make: () => {
        if (!this.#proved.has(leaf)) this.#proved.set(leaf, item?.prove(leaf));
        const proved = this.#proved.get(leaf);
        if (!proved) return Number.POSITIVE_INFINITY;
        return { kind: 'leaf', item: index, leaf: proved, columns, rows, cost: proved.cost };
      },
    }));
  }

  #grouped(state: State<L>, group: Group<L>, scope: Scope<L> | undefined): readonly Candidate<L>[] {
    const { columns, rows } = state;
    const headRows = group.headRows(columns);
    if (!scope || headRows === undefined) return [];
    const faces = group.face === undefined ? {} : { topLeft: ANY, topRight: ANY };
    const shown = { ...state, ...faces };
    const inside: State<L> = {
      ...shown,
      scope,
      set: (1 << scope.units.length) - 1,
      rows: rows - headRows,
      kind: 'all',
    };
    const stream = this.#stream(inside);
    const nth = (n: number, bound: number): Candidate<L> => ({
      bound,
      make: (limit) => {
        const tree = stream.get(n, limit);
        if (typeof tree === 'number') return tree;
        return { kind: 'group', group, headRows, inside: tree, columns, rows, cost: tree.cost };
      },
      after: () => [nth(n + 1, costOf(stream.get(n, Number.POSITIVE_INFINITY)))],
    });
    return [nth(0, this.#bound(inside))];
  }

  #stacks(state: State<L>): Candidate<L>[] {
    const { scope, set, columns, rows, topLeft, topRight } = state;
    const candidates: Candidate<L>[] = [];
    const limit = scope.limit(set, columns * rows);
    for (let top = (set - 1) & set; top > 0; top = (top - 1) & set) {
      const bottom = set & ~top;
      const over = scope.cells[top]?.[columns]?.noStack;
      const under = scope.cells[bottom]?.[columns]?.all;
      if (!over || !under) continue;
      const least = Math.max(over.low, rows - under.high);
      const most = Math.min(over.high, rows - under.low);
      if (least > most) continue;
      const cut = this.#problem.stackCost(scope.items[top] as number, scope.items[bottom] as number, columns);
      for (let above = least; above <= most; above += 1) {
        const bound = leastWith(over, above, topLeft, topRight) + leastAt(under, rows - above) + cut;
        if (!(bound <= limit)) continue;
        const first: State<L> = { ...state, set: top, rows: above, kind: 'noStack' };
        const below = { set: bottom, rows: rows - above, topLeft: ANY, topRight: ANY, kind: 'all' } as const;
        candidates.push(this.#cut('stack', state, first, { ...state, ...below }, cut, bound));
      }
    }
    return candidates;
  }

  #sides(state: State<L>): Candidate<L>[] {
    const { scope, set, columns, rows, topLeft, topRight } = state;
    const candidates: Candidate<L>[] = [];
    const limit = scope.limit(set, columns * rows);
    for (let left = (set - 1) & set; left > 0; left = (left - 1) & set) {
      const right = set & ~left;
      for (let at = 1; at < columns; at += 1) {
        const one = scope.cells[left]?.[at]?.noSide;
        const two = scope.cells[right]?.[columns - at]?.all;
        const least = leastWith(one, rows, topLeft, ANY) + leastWith(two, rows, ANY, topRight);
        if (!(least <= limit)) continue;
        const cut = this.#problem.sideCost(scope.items[left] as number, scope.items[right] as number, rows, at);
        if (!(least + cut <= limit)) continue;
        for (const [near, far] of AGREEING) {
          const bound = leastWith(one, rows, topLeft, near) + leastWith(two, rows, far, topRight) + cut;
          if (!(bound <= limit)) continue;
          const first: State<L> = { ...state, set: left, columns: at, topRight: near, kind: 'noSide' };
          const second: State<L> = { ...state, set: right, columns: columns - at, topLeft: far, kind: 'all' };
          candidates.push(this.#cut('side', state, first, second, cut, bound));
        }
      }
    }
    return candidates;
  }

  #cut(kind: 'stack' | 'side', of: State<L>, a: State<L>, b: State<L>, cut: number, bound: number): Candidate<L> {
    const { columns, rows } = of;
    const [one, two] = [this.#stream(a), this.#stream(b)];
    const [leastOne, leastTwo] = [this.#bound(a), this.#bound(b)];
    const pair = (n: number, m: number, least: number): Candidate<L> => ({
      bound: least,
      make: (limit) => {
        const first = one.get(n, limit - cut - leastTwo);
        if (typeof first === 'number') return Math.max(least, first + cut + leastTwo);
        const second = two.get(m, limit - cut - first.cost);
        if (typeof second === 'number') return Math.max(least, second + cut + first.cost);
        const cost = first.cost + second.cost + cut;
        const [column, row] = kind === 'side' ? [first.columns, 0] : [0, first.rows];
        const added = this.#problem.meet(first, second, column, row);
        if (added === undefined) return REJECTED;
        return { kind, first, second, columns, rows, cost: cost + added };
      },
      after: () => {
        const cost = costOf(one.get(n, Number.POSITIVE_INFINITY)) + costOf(two.get(m, Number.POSITIVE_INFINITY)) + cut;
        return n === 0 ? [pair(0, m + 1, cost), pair(1, m, cost)] : [pair(n + 1, m, cost)];
      },
    });
    return pair(0, 0, Math.max(bound, leastOne + leastTwo + cut));
  }
}

/** Least cost at a height with the wanted faces. */
function leastWith(costs: Costs | undefined, rows: Rows, topLeft: Want, topRight: Want): number {
  if (!costs || rows < costs.low || rows > costs.high) return Number.POSITIVE_INFINITY;
  if (topLeft === ANY && topRight === ANY) return costs.least[rows - costs.low] as number;
  let least = Number.POSITIVE_INFINITY;
  for (let left = topLeft === ANY ? 0 : topLeft; left <= (topLeft === ANY ? 3 : topLeft); left += 1)
    for (let right = topRight === ANY ? 0 : topRight; right <= (topRight === ANY ? 3 : topRight); right += 1)
      least = Math.min(least, costAt(costs, rows, left * 4 + right));
  return least;
}

const costOf = <L extends Leaf>(found: Tree<L> | number): number => (typeof found === 'number' ? found : found.cost);

/** A bound that lies beyond the limit asked, whatever the rounding: otherwise the same question would be asked for ever. */
export const beyond = (asked: number, bound: number): number => Math.max(bound, asked + 1e-9);

/** Work on a candidate goes on this far beyond its best rival, so that two near ones do not take turns at every step. */
const PATIENCE = 0.25;

/** Takes candidates off a heap; makes them when they come up, and gives them back at their true cost. */
class LazyStream<L extends Leaf> implements Stream<L> {
  readonly #found: Tree<L>[] = [];
  readonly #start: () => readonly Candidate<L>[];
  readonly #work: Work;
  #heap: Heap<Candidate<L>> | undefined;

  constructor(start: () => readonly Candidate<L>[], work: Work) {
    this.#start = start;
    this.#work = work;
  }

  get(n: number, limit: number): Tree<L> | number {
    while (this.#found.length <= n) {
      const tree = this.#next(limit);
      if (typeof tree === 'number') return tree;
      this.#found.push(tree);
    }
    const tree = this.#found[n];
    return tree && tree.cost <= limit ? tree : costOf(tree ?? Number.POSITIVE_INFINITY);
  }

  #next(limit: number): Tree<L> | number {
    if (!this.#heap) {
      this.#heap = new Heap((candidate) => candidate.bound);
      for (const candidate of this.#start()) this.#heap.push(candidate);
    }
    for (;;) {
      const candidate = this.#heap.least;
      if (!candidate) return Number.POSITIVE_INFINITY;
      if (candidate.bound > limit) return candidate.bound;
      this.#heap.pop();
      if (candidate.tree) return candidate.tree;
      if (this.#work.done >= this.#work.most) return Number.POSITIVE_INFINITY;
      this.#work.done += 1;
      const rival = this.#heap.least?.bound ?? Number.POSITIVE_INFINITY;
      const asked = Math.min(limit, rival + PATIENCE);
      const made = candidate.make(asked);
      if (typeof made === 'number') {
        if (made < Number.POSITIVE_INFINITY) this.#heap.push({ ...candidate, bound: beyond(asked, made) });
        continue;
      }
      // Successors go in at once: what the blocks' meeting adds to this tree, it may not add to them.
      for (const next of candidate.after()) this.#heap.push(next);
      if (made.kind !== 'rejected') this.#heap.push({ ...candidate, tree: made, bound: made.cost });
    }
  }
}
