/** Toy pages for the search: items with leaves written down, small grids, rules that look at neighbours. */
import { CostSheet, type Costs } from '../../../src/makeup/search/costs.ts';
import {
  type Item,
  type Leaf,
  leavesOf,
  type Problem,
  placedLeaves,
  type Tree,
} from '../../../src/makeup/search/problem.ts';
import { agree, type Face } from '../../../src/makeup/shape/shape.ts';

export interface ToyLeaf extends Leaf {
  readonly columns: number;
  readonly rows: number;
  /** What proving it adds; infinite when it cannot be made. */
  readonly extra: number;
}

export const toyLeaf = (
  columns: number,
  rows: number,
  cost: number,
  topLeft: Face = 3,
  topRight: Face = topLeft,
  extra = 0,
): ToyLeaf => ({ columns, rows, cost, topLeft, topRight, extra });

export function toyItem(name: string, leaves: readonly ToyLeaf[], leftOut?: number): Item<ToyLeaf> {
  const costs = (columns: number): Costs => {
    const sheet = new CostSheet(200);
    for (const leaf of leaves)
      if (leaf.columns === columns) sheet.offer(leaf.rows, leaf.topLeft * 4 + leaf.topRight, leaf.cost);
    return sheet.take();
  };
  const wanted = leaves.toSorted((a, b) => a.cost - b.cost);
  return {
    name,
    ...(leftOut !== undefined && { leftOut }),
    costs,
    leaves: (columns, rows) => leavesOf(wanted.filter((leaf) => leaf.columns === columns && leaf.rows === rows)),
    prove: (leaf) => (leaf.extra === Number.POSITIVE_INFINITY ? undefined : { ...leaf, cost: leaf.cost + leaf.extra }),
  };
}

/** All that the rules of the tests look at: what stands in which row, and its face. */
const seen = (tree: Tree<ToyLeaf>): string =>
  placedLeaves(tree)
    .map(({ item, row, leaf }) => `${item}:${row}:${leaf.topLeft}`)
    .sort()
    .join();

export function toyProblem(
  columns: number,
  rows: number,
  items: readonly Item<ToyLeaf>[],
  rules: Partial<Problem<ToyLeaf>> = {},
): Problem<ToyLeaf> {
  return {
    columns,
    rows,
    items,
    units: items.map((_, index) => index),
    firstCut: 0,
    stackCost: () => 0,
    sideCost: () => 0,
    meet: () => 0,
    outline: seen,
    judge: () => 0,
    ...rules,
  };
}

/** A page in letters: one letter a cell, `.` where nothing stands. */
export function letters(problem: Problem<ToyLeaf>, tree: Tree<ToyLeaf>): string[] {
  const cells = Array.from({ length: problem.rows }, () => new Array<string>(problem.columns).fill('.'));
  for (const { item, column, row, columns, rows } of placedLeaves(tree))
    for (let y = row; y < row + rows; y += 1)
      for (let x = column; x < column + columns; x += 1) {
        const line = cells[y];
        if (line) line[x] = problem.items[item]?.name ?? '?';
      }
  return cells.map((line) => line.join(''));
}

/** Every slicing tree of a set of items that fills a rectangle, at its true cost; without any bound or pruning. */
class AllTrees {
  readonly #problem: Problem<ToyLeaf>;
  readonly #known = new Map<string, Tree<ToyLeaf>[]>();

  constructor(problem: Problem<ToyLeaf>) {
    this.#problem = problem;
  }

  of(set: number, columns: number, rows: number): Tree<ToyLeaf>[] {
    const key = `${set},${columns},${rows}`;
    const known =
      this.#known.get(key) ?? (set & (set - 1) ? this.#cut(set, columns, rows) : this.#leaves(set, columns, rows));
    this.#known.set(key, known);
    return known;
  }

  #leaves(set: number, columns: number, rows: number): Tree<ToyLeaf>[] {
    const index = 31 - Math.clz32(set);
    const item = this.#problem.items[index];
    const leaves = item?.leaves(columns, rows);
    return Array.from({ length: leaves?.count ?? 0 }, (_, nth) => nth).flatMap((nth): Tree<ToyLeaf>[] => {
      const proved = leaves && item?.prove(leaves.leaf(nth));
      return proved ? [{ kind: 'leaf', item: index, leaf: proved, columns, rows, cost: proved.cost }] : [];
    });
  }

  #cut(set: number, columns: number, rows: number): Tree<ToyLeaf>[] {
    const trees: Tree<ToyLeaf>[] = [];
    for (let first = (set - 1) & set; first > 0; first = (first - 1) & set) {
      const second = set & ~first;
      for (let at = 1; at < rows; at += 1)
        for (const a of this.of(first, columns, at))
          for (const b of a.kind === 'stack' ? [] : this.of(second, columns, rows - at))
            this.#join('stack', a, b, this.#problem.stackCost(first, second, columns), trees);
      for (let at = 1; at < columns; at += 1)
        for (const a of this.of(first, at, rows))
          for (const b of a.kind === 'side' ? [] : this.of(second, columns - at, rows))
            if (agree(cornerOf(a, 'right'), cornerOf(b, 'left')))
              this.#join('side', a, b, this.#problem.sideCost(first, second, rows, at), trees);
    }
    return trees;
  }

  #join(kind: 'stack' | 'side', a: Tree<ToyLeaf>, b: Tree<ToyLeaf>, cut: number, into: Tree<ToyLeaf>[]): void {
    const met = kind === 'side' ? this.#problem.meet(a, b, a.columns, 0) : this.#problem.meet(a, b, 0, a.rows);
    if (met === undefined || cut === Number.POSITIVE_INFINITY) return;
    const [columns, rows] = kind === 'side' ? [a.columns + b.columns, a.rows] : [a.columns, a.rows + b.rows];
    into.push({ kind, first: a, second: b, columns, rows, cost: a.cost + b.cost + cut + met });
  }
}

function cornerOf(tree: Tree<ToyLeaf>, side: 'left' | 'right'): Face {
  switch (tree.kind) {
    case 'leaf':
      return side === 'left' ? tree.leaf.topLeft : tree.leaf.topRight;
    case 'group':
      return tree.group.face ?? cornerOf(tree.inside, side);
    case 'stack':
      return cornerOf(tree.first, side);
    case 'side':
      return cornerOf(side === 'left' ? tree.first : tree.second, side);
  }
}

/** Cost of the best page, by looking at every one. */
export function bruteForce(problem: Problem<ToyLeaf>): number {
  const trees = new AllTrees(problem).of((1 << problem.items.length) - 1, problem.columns, problem.rows);
  return trees.reduce((best, tree) => {
    const judged = problem.judge(tree);
    return judged === undefined ? best : Math.min(best, tree.cost + judged);
  }, Number.POSITIVE_INFINITY);
}

/** A page cut by chance: the sizes of the pieces, so that tables made from them can be closed. */
export function randomCuts(
  count: number,
  columns: number,
  rows: number,
  chance: () => number,
): { columns: number; rows: number }[] {
  if (count === 1) return [{ columns, rows }];
  const first = 1 + Math.floor(chance() * (count - 1));
  const side = columns > 1 && (rows < 2 || chance() < 0.5);
  if (!side && rows < 2) return Array.from({ length: count }, () => ({ columns, rows }));
  const at = 1 + Math.floor(chance() * ((side ? columns : rows) - 1));
  return side
    ? [...randomCuts(first, at, rows, chance), ...randomCuts(count - first, columns - at, rows, chance)]
    : [...randomCuts(first, columns, at, chance), ...randomCuts(count - first, columns, rows - at, chance)];
}
