/**
 * The search: the best page of a problem, and whether it is proved best. Budgets grow until a page is found; pages then
 * come in the order of their cost, each judged by the rules that see the whole page, until none left can be better.
 */

import { floorsOf } from './floors.ts';
import type { Leaf, Problem, Tree } from './problem.ts';
import { Streams } from './streams.ts';
import { fillTables } from './tables.ts';

/** Points above the bound on the page that a page may cost, tried in this order. */
const BUDGETS: readonly number[] = [6, 12, 24, 48, 96, 1e6];
/** Pages judged before the search gives up the proof; a count, not a time, so that a run is the same everywhere. */
const MOST_JUDGED = 1500;

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

/** Finds the best page. */
export function search<L extends Leaf>(problem: Problem<L>): Found<L> | NotFound {
  const proved = new Map<L, L | undefined>();
  let judged = 0;
  const floors = floorsOf(problem);
  for (const budget of BUDGETS) {
    const tables = fillTables(problem, floors, budget);
    const streams = new Streams(problem, tables, proved);
    const sets = allowedSets(problem);
    const ceiling = floors.page + budget;
    const round = judgePages(problem, streams, sets, MOST_JUDGED - judged);
    judged += round.judged;
    const { best, complete } = round;
    if (best && best.cost <= ceiling) return { ...best, optimal: complete, judged };
    if (best && (judged >= MOST_JUDGED || budget === BUDGETS.at(-1))) return { ...best, optimal: complete, judged };
    if (judged >= MOST_JUDGED) return { proved: false, judged };
  }
  return { proved: true, judged };
}

/** Walks the pages of every allowed set of items, cheapest first. */
function judgePages<L extends Leaf>(
  problem: Problem<L>,
  streams: Streams<L>,
  allowed: readonly AllowedSet[],
  most: number,
) {
  const sets = allowed.map((set) => ({ ...set, next: 0, stream: streams.pages(set.mask) }));
  let best: { readonly tree: Tree<L>; readonly cost: number } | undefined;
  let judged = 0;
  for (; judged < most; ) {
    let cheapest: (typeof sets)[number] | undefined;
    let cost = Number.POSITIVE_INFINITY;
    for (const set of sets) {
      const tree = set.stream.get(set.next);
      if (tree && tree.cost + set.cost < cost) {
        cheapest = set;
        cost = tree.cost + set.cost;
      }
    }
    if (!cheapest || (best && cost >= best.cost)) return { best, judged, complete: true };
    const tree = cheapest.stream.get(cheapest.next);
    cheapest.next += 1;
    judged += 1;
    const added = tree && problem.judge(tree);
    if (tree && added !== undefined && (!best || cost + added < best.cost)) best = { tree, cost: cost + added };
  }
  return { best, judged, complete: false };
}

interface AllowedSet {
  readonly mask: number;
  /** Of what it leaves out. */
  readonly cost: number;
}

/** Every set that holds all required items. */
function allowedSets<L extends Leaf>(problem: Problem<L>): AllowedSet[] {
  let sets: AllowedSet[] = [{ mask: 0, cost: 0 }];
  problem.items.forEach((item, index) => {
    const bit = 1 << index;
    sets = sets.flatMap(({ mask, cost }) => {
      const placed = { mask: mask | bit, cost };
      return item.leftOut === undefined ? [placed] : [placed, { mask, cost: cost + item.leftOut }];
    });
  });
  return sets;
}
