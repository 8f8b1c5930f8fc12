/**
 * The search: the best page of a problem, and whether it is proved best. Budgets grow until a page is found; pages then
 * come in the order of their cost, each judged by the rules that see the whole page, until none left can be better.
 */

import { type Floors, floorsOf } from './floors.ts';
import type { Leaf, Problem, Tree } from './problem.ts';
import type { Scope } from './scope.ts';
import { beyond, type Stream, type Work } from './stream.ts';
import { Streams } from './streams.ts';
import { fillTables } from './tables.ts';

/** Points above the bound on the page that a page may cost, tried in this order. */
const BUDGETS: readonly number[] = [12, 20, 36, 80, 200, 1e6];
/**
 * Blocks made before a search gives up the proof, and before it gives up where it has no page by then; counts, not times, so
 * that a run is the same everywhere. Of 370 random pages that closed the last had its first page at 41,600 blocks.
 */
export const USUAL: Effort = { work: 110_000, unfound: 60_000, thrifty: 80 };
/**
 * A search that gave up looks once more, at the few cheapest blocks of each kind only: whatever it finds is a page within
 * the rules, but perhaps not the best. Tables beyond the last budget are not worth their time.
 */
const THRIFTY = { work: 20_000, breadth: 3 } as const;

/** What a search found. */
export interface Found<L extends Leaf> {
  readonly tree: Tree<L>;
  /** Cost of the tree and of what the judge added. */
  readonly cost: number;
  /** True when no page of the problem costs less. */
  readonly optimal: boolean;
  /** Pages judged. */
  readonly judged: number;
}

/** Why there is no page. */
export interface NotFound {
  /** True when it is proved that there is none. */
  readonly proved: boolean;
  readonly judged: number;
}

/** How long a search goes on. */
export interface Effort {
  /** Blocks made at most. */
  readonly work: number;
  /** The same while there is no page; as many where absent. */
  readonly unfound?: number;
  /** Largest budget at which it then looks for any good page; 0 where it does not. */
  readonly thrifty: number;
}

/** Finds the best page. */
export function search<L extends Leaf>(
  problem: Problem<L>,
  { work: full, unfound = full, thrifty }: Effort = USUAL,
): Found<L> | NotFound {
  const started = start(problem);
  const work: Work = { done: 0, most: unfound, full, breadth: Number.POSITIVE_INFINITY };
  let judged = 0;
  for (const budget of BUDGETS) {
    const scope = tablesOf(started, budget);
    const { best, ...round } = roundOf(started, scope, budget, work);
    judged += round.judged;
    if (best) return { ...best, optimal: round.complete, judged };
    if (work.done < work.most) continue;
    return lookThriftily(started, { from: budget, to: thrifty }, judged, scope);
  }
  return { proved: true, judged };
}

/** Looks for any page within the rules, at the few cheapest blocks of each kind: what a search does that gave up. */
export const searchThriftily = <L extends Leaf>(problem: Problem<L>, budgets: Budgets): Found<L> | NotFound =>
  lookThriftily(start(problem), budgets, 0);

/** The first and the last budget of a search. */
interface Budgets {
  readonly from: number;
  readonly to: number;
}

/** What all rounds of a search share. */
interface Started<L extends Leaf> {
  readonly problem: Problem<L>;
  readonly floors: Floors;
  readonly sets: readonly AllowedSet[];
  /** Leaves at their true cost. */
  readonly proved: Map<L, L | undefined>;
}

const start = <L extends Leaf>(problem: Problem<L>): Started<L> => ({
  problem,
  floors: floorsOf(problem),
  sets: allowedSets(problem),
  proved: new Map(),
});

const tablesOf = <L extends Leaf>({ problem, floors }: Started<L>, budget: number): Scope<L> =>
  fillTables(problem, floors, budget);

/** The best page within a budget above the bound, by the tables of that budget. */
function roundOf<L extends Leaf>(
  { problem, floors, sets, proved }: Started<L>,
  scope: Scope<L>,
  budget: number,
  work: Work,
): Round<L> {
  const streams = new Streams(problem, proved, work);
  const pages = sets.map(({ set, cost }) => ({ cost, stream: streams.pages(scope, set) }));
  return judgePages(problem, pages, floors.page + budget, work);
}

/** `full` are the tables of the first budget where a search gave up on them. */
function lookThriftily<L extends Leaf>(
  started: Started<L>,
  { from, to }: Budgets,
  before: number,
  full?: Scope<L>,
): Found<L> | NotFound {
  let judged = before;
  for (const budget of BUDGETS.filter((one) => one >= from && one <= to)) {
    const work: Work = { done: 0, most: THRIFTY.work, full: THRIFTY.work, breadth: THRIFTY.breadth };
    const scope = full !== undefined && budget === from ? full : tablesOf(started, budget);
    const { best, ...round } = roundOf(started, scope, budget, work);
    judged += round.judged;
    if (best) return { ...best, optimal: false, judged };
  }
  return { proved: false, judged };
}

/** What one budget found. */
interface Round<L extends Leaf> {
  readonly best: { readonly tree: Tree<L>; readonly cost: number } | undefined;
  readonly judged: number;
  /** False when the work ran out. */
  readonly complete: boolean;
}

/** Walks the pages of every allowed set of items, cheapest first. */
function judgePages<L extends Leaf>(
  problem: Problem<L>,
  pages: readonly { readonly cost: number; readonly stream: Stream<L> }[],
  limit: number,
  work: Work,
): Round<L> {
  const sets = pages.map((page) => ({ ...page, next: 0, bound: page.cost }));
  let best: Round<L>['best'];
  let judged = 0;
  for (;;) {
    sets.sort((a, b) => a.bound - b.bound);
    const [first, second] = sets;
    const ceiling = Math.min(limit, best?.cost ?? Number.POSITIVE_INFINITY);
    if (!first || first.bound >= ceiling) return { best, judged, complete: work.done < work.most };
    const asked = Math.min(ceiling, second?.bound ?? ceiling);
    const found = first.stream.get(first.next, asked - first.cost);
    if (typeof found === 'number') {
      first.bound = beyond(asked, found + first.cost);
      continue;
    }
    first.next += 1;
    first.bound = found.cost + first.cost;
    judged += 1;
    const added = problem.judge(found);
    const cost = first.bound + (added ?? Number.POSITIVE_INFINITY);
    if (added === undefined) continue;
    // Work that ran out before stays run out: something may have been missed.
    if (work.done < work.most) work.most = work.full;
    if (!best || cost < best.cost) best = { tree: found, cost };
  }
}

/** A set of the page's units that holds all required items. */
interface AllowedSet {
  readonly set: number;
  /** Of what it leaves out. */
  readonly cost: number;
}

function allowedSets<L extends Leaf>({ units, items }: Problem<L>): AllowedSet[] {
  let sets: AllowedSet[] = [{ set: 0, cost: 0 }];
  units.forEach((unit, index) => {
    const leftOut = typeof unit === 'number' ? items[unit]?.leftOut : undefined;
    sets = sets.flatMap(({ set, cost }) => {
      const placed = { set: set | (1 << index), cost };
      return leftOut === undefined ? [placed] : [placed, { set, cost: cost + leftOut }];
    });
  });
  return sets;
}
