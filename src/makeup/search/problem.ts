/**
 * A page as the search sees it: a rectangle, items with their shapes, and what cuts cost. Costs are points; every cost
 * is zero or more. Sets are bit masks, number 0 being bit 0.
 */
import type { Rows } from '../../units.ts';
import type { Face } from '../shape/shape.ts';
import type { Costs } from './costs.ts';

/** A leaf of the slicing tree: one item at one size. What else it holds is the caller's. */
export interface Leaf {
  readonly cost: number;
  readonly topLeft: Face;
  readonly topRight: Face;
}

/** Leaves of one width and height, cheapest first; each is made when somebody asks for it. */
export interface Leaves<L extends Leaf> {
  readonly count: number;
  cost(nth: number): number;
  /** The faces at its top corners: left × 4 + right. */
  faces(nth: number): number;
  leaf(nth: number): L;
}

/** Leaves that are all at hand, cheapest first. */
export const leavesOf = <L extends Leaf>(all: readonly L[]): Leaves<L> => ({
  count: all.length,
  cost: (nth) => (all[nth] as L).cost,
  faces: (nth) => (all[nth] as L).topLeft * 4 + (all[nth] as L).topRight,
  leaf: (nth) => all[nth] as L,
});

/** Something to place: a story, an ad, a filler. */
export interface Item<L extends Leaf> {
  readonly name: string;
  /** Least cost of a leaf of a width, by height and faces; costs are lower bounds. */
  costs(columns: number): Costs;
  leaves(columns: number, rows: Rows): Leaves<L>;
  /** The leaf at its true cost, which is never below the bound; undefined when it cannot be made after all. */
  prove(leaf: L): L | undefined;
  /** Cost of leaving the item out; undefined when it must be placed. */
  readonly leftOut?: number;
  /** Where it must stand: at the foot of the page, or at its right or left edge. */
  readonly edge?: 'foot' | 'right' | 'left';
}

/** Units that stand together in one rectangle: a group under a common head, a story with its asides, a bundle. */
export interface Group<L extends Leaf> {
  readonly name: string;
  readonly units: readonly Unit<L>[];
  /** Rows of the common head over a width, 0 where there is none; undefined where it does not fit. */
  headRows(columns: number): Rows | undefined;
  /** What it shows at its top corners; absent where it has no head and shows its members' faces. */
  readonly face?: Face;
}

/** What a block is cut into: an item by its index, or a group. */
export type Unit<L extends Leaf> = number | Group<L>;

/** A page as the search knows it: items of a few sizes each, and what they cost beside each other. */
export interface Problem<L extends Leaf> {
  readonly columns: number;
  readonly rows: Rows;
  /** At most 31. */
  readonly items: readonly Item<L>[];
  /** Every item once, alone or in a group. */
  readonly units: readonly Unit<L>[];
  /** Least that the first cut of a page costs, however it is made. */
  readonly firstCut: number;
  /** Cost of `top` over `bottom` in a block of this width; infinite forbids. Masks of items. */
  stackCost(top: number, bottom: number, columns: number): number;
  /** Cost of `left` beside `right` in a block of this height, the same for all but the page's own; `at` is the width of the left block. Masks of items. */
  sideCost(left: number, right: number, rows: Rows, at: number): number;
  /**
   * Rules between the leaves of two blocks that come together, the first at the origin, the second at `column`, `row`:
   * points on top of the cut's cost, or undefined where a hard rule is broken.
   */
  meet(first: Tree<L>, second: Tree<L>, column: number, row: Rows): number | undefined;
  /**
   * All that a block shows to the rules of `meet` and `judge`, whatever it comes to stand beside: of two blocks of the
   * same items and size that show the same, only the cheaper is of use.
   */
  outline(tree: Tree<L>): string;
  /** Rules that need to know where on the page a leaf stands: points, or undefined where a hard rule is broken. */
  judge(tree: Tree<L>): number | undefined;
}

/** The items of a unit as a mask. */
export const maskOf = <L extends Leaf>(unit: Unit<L>): number =>
  typeof unit === 'number' ? 1 << unit : unit.units.reduce<number>((mask, one) => mask | maskOf(one), 0);

/** A made-up page, or a block of it. */
export type Tree<L extends Leaf> = LeafTree<L> | CutTree<L> | GroupTree<L>;

interface Node {
  readonly columns: number;
  readonly rows: Rows;
  /** Sum of the leaves and the cuts. */
  readonly cost: number;
}

/** An item in one of its sizes. */
export interface LeafTree<L extends Leaf> extends Node {
  readonly kind: 'leaf';
  readonly item: number;
  readonly leaf: L;
}

/** `stack`: first over second; `side`: first left of second. */
export interface CutTree<L extends Leaf> extends Node {
  readonly kind: 'stack' | 'side';
  readonly first: Tree<L>;
  readonly second: Tree<L>;
}

/** Grouped stories under their common head. */
export interface GroupTree<L extends Leaf> extends Node {
  readonly kind: 'group';
  readonly group: Group<L>;
  readonly headRows: Rows;
  readonly inside: Tree<L>;
}

/** A leaf of a tree at its place. */
export interface Placed<L extends Leaf> {
  readonly item: number;
  readonly column: number;
  readonly row: Rows;
  readonly columns: number;
  readonly rows: Rows;
  readonly leaf: L;
}

/** The leaves of a tree at their places, the tree's top left corner being at `column`, `row`. */
export function placedLeaves<L extends Leaf>(tree: Tree<L>, column = 0, row: Rows = 0): readonly Placed<L>[] {
  const { columns, rows } = tree;
  switch (tree.kind) {
    case 'leaf':
      return [{ item: tree.item, column, row, columns, rows, leaf: tree.leaf }];
    case 'stack':
      return [...placedLeaves(tree.first, column, row), ...placedLeaves(tree.second, column, row + tree.first.rows)];
    case 'side':
      return [...placedLeaves(tree.first, column, row), ...placedLeaves(tree.second, column + tree.first.columns, row)];
    case 'group':
      return placedLeaves(tree.inside, column, row + tree.headRows);
  }
}

/** A group with a head, at its place. */
export interface PlacedGroup<L extends Leaf> {
  readonly group: Group<L>;
  readonly column: number;
  readonly row: Rows;
  readonly columns: number;
  /** Of its head. */
  readonly rows: Rows;
}

/** The groups of a tree that have heads, the tree's top left corner being at `column`, `row`. */
export function placedGroups<L extends Leaf>(tree: Tree<L>, column = 0, row: Rows = 0): readonly PlacedGroup<L>[] {
  switch (tree.kind) {
    case 'leaf':
      return [];
    case 'stack':
      return [...placedGroups(tree.first, column, row), ...placedGroups(tree.second, column, row + tree.first.rows)];
    case 'side':
      return [...placedGroups(tree.first, column, row), ...placedGroups(tree.second, column + tree.first.columns, row)];
    case 'group': {
      const { group, headRows: rows, columns } = tree;
      const inside = placedGroups(tree.inside, column, row + rows);
      return rows > 0 ? [{ group, column, row, columns, rows }, ...inside] : inside;
    }
  }
}
