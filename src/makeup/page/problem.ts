/** A page's rules as the search asks for them. */
import type { Rows } from '../../units.ts';
import type { Item, Problem, Tree, Unit } from '../search/problem.ts';
import type { Cuts } from './cuts.ts';
import type { PageLeaf } from './items.ts';
import { keepsPlace, strayPoints } from './judge.ts';
import type { Meeting } from './meeting.ts';
import type { Outlines } from './outline.ts';
import type { PageTask } from './task.ts';

/** What one page's problem is made of. */
interface PageRules {
  readonly task: PageTask;
  readonly items: readonly Item<PageLeaf>[];
  readonly units: readonly Unit<PageLeaf>[];
  readonly cuts: Cuts;
  readonly meeting: Meeting;
  readonly outlines: Outlines;
  /** Points of a story that strays, weighed (R68). */
  readonly stray: number;
}

/** One page's problem: a class, since the search calls it a million times and V8 makes the most of methods that all pages share. */
export class PageProblem implements Problem<PageLeaf> {
  readonly columns: number;
  readonly rows: Rows;
  readonly items: readonly Item<PageLeaf>[];
  readonly units: readonly Unit<PageLeaf>[];
  readonly firstCut: number;
  readonly #cuts: Cuts;
  readonly #meeting: Meeting;
  readonly #outlines: Outlines;
  readonly #task: PageTask;
  readonly #stray: number;

  constructor({ task, items, units, cuts, meeting, outlines, stray }: PageRules) {
    this.columns = task.grid.columns;
    this.rows = task.rows;
    this.items = items;
    this.units = units;
    this.firstCut = cuts.first;
    this.#cuts = cuts;
    this.#meeting = meeting;
    this.#outlines = outlines;
    this.#task = task;
    this.#stray = stray;
  }

  stackCost(top: number, bottom: number, columns: number): number {
    return this.#cuts.stack(top, bottom, columns);
  }

  sideCost(left: number, right: number, rows: Rows, at: number): number {
    return this.#cuts.side(left, right, rows, at);
  }

  meet(first: Tree<PageLeaf>, second: Tree<PageLeaf>, column: number, row: Rows): number | undefined {
    return this.#meeting.points(first, second, column, row);
  }

  outline(tree: Tree<PageLeaf>): string {
    return this.#outlines.of(tree);
  }

  judge(tree: Tree<PageLeaf>): number | undefined {
    const placed = this.#meeting.placed(tree, this.#task.top);
    return placed.every(keepsPlace) ? this.#stray * strayPoints(placed, this.#task.known) : undefined;
  }
}
