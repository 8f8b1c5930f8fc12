/** One stream: the blocks of one state, made lazily, cheapest first. */
import type { Candidate, Line } from './candidates.ts';
import { Heap } from './heap.ts';
import type { Leaf, Problem, Tree } from './problem.ts';

/** Trees of one state, cheapest first. */
export interface Stream<L extends Leaf> {
  /**
   * The n-th cheapest tree, if it costs no more than the limit; else a cost that it does not fall below, infinite beyond
   * the last. Work stops at the limit, so that a block is looked into only as far as it can matter.
   */
  get(n: number, limit: number): Tree<L> | number;
}

/** Counts derivations made; a search stops when it has made too many. */
export interface Work {
  done: number;
  most: number;
  /** What `most` becomes when there is a page. */
  readonly full: number;
  /** Blocks of each state looked at; infinite where nothing may be missed. */
  readonly breadth: number;
}

/** A bound that lies beyond the limit asked, whatever the rounding: otherwise the same question would be asked for ever. */
export const beyond = (asked: number, bound: number): number => Math.max(bound, asked + 1e-9);

/** Work on a candidate goes on this far beyond its best rival, so that two near ones do not take turns at every step. */
const PATIENCE = 0.25;

/** Takes candidates off a heap; makes them when they come up, and gives them back at their true cost. */
export class LazyStream<L extends Leaf> implements Stream<L>, Line<L> {
  readonly #found: Tree<L>[] = [];
  /** None before there is a second tree: most streams never have one. */
  #outlines: Set<string> | undefined;
  readonly #start: (line: Line<L>) => void;
  readonly #problem: Problem<L>;
  readonly #work: Work;
  readonly #most: number;
  #heap: Heap<Candidate<L> | Tree<L>> | undefined;

  /**
   * @param start Puts the first candidates in line.
   * @param most No page within the budget holds a block of this state that costs more.
   */
  constructor(start: (line: Line<L>) => void, most: number, problem: Problem<L>, work: Work) {
    this.#start = start;
    this.#most = most;
    this.#problem = problem;
    this.#work = work;
  }

  get(n: number, limit: number): Tree<L> | number {
    if (n >= this.#work.breadth) return Number.POSITIVE_INFINITY;
    while (this.#found.length <= n) {
      const tree = this.#next(limit);
      if (typeof tree === 'number') return tree;
      if (this.#isNew(tree)) this.#found.push(tree);
    }
    const tree = this.#found[n] as Tree<L>;
    return tree.cost <= limit ? tree : tree.cost;
  }

  /** False for a tree that shows what a cheaper one shows: it is of no use to any page. */
  #isNew(tree: Tree<L>): boolean {
    const first = this.#found[0];
    if (!first) return true;
    this.#outlines ??= new Set([this.#problem.outline(first)]);
    const outline = this.#problem.outline(tree);
    if (this.#outlines.has(outline)) return false;
    this.#outlines.add(outline);
    return true;
  }

  #next(limit: number): Tree<L> | number {
    const heap = this.#heap ?? this.#opened();
    for (;;) {
      if (heap.leastKey > limit || heap.least === undefined) return heap.leastKey;
      const candidate = heap.pop() as Candidate<L> | Tree<L>;
      if ('kind' in candidate) return candidate;
      if (this.#work.done >= this.#work.most) return Number.POSITIVE_INFINITY;
      this.#work.done += 1;
      const asked = Math.min(limit, heap.leastKey + PATIENCE);
      const made = candidate.make(asked);
      if (typeof made === 'number') {
        this.push(candidate, beyond(asked, made));
        continue;
      }
      // Successors go in at once: what the blocks' meeting adds to this tree, it may not add to them.
      candidate.after(this);
      if (made.kind !== 'rejected') this.push(made, made.cost);
    }
  }

  #opened(): Heap<Candidate<L> | Tree<L>> {
    this.#heap = new Heap();
    this.#start(this);
    return this.#heap;
  }

  /** What no page within the budget holds never waits. */
  push(value: Candidate<L> | Tree<L>, bound: number): void {
    if (bound <= this.#most) this.#heap?.push(value, bound);
  }
}
