/** Two blocks come together: the rules between the stories of one and those of the other. */
import type { Px, Rows } from '../../units.ts';
import type { Weights } from '../rules.ts';
import type { Tree } from '../search/problem.ts';
import type { Rank } from '../shape/rank.ts';
import { AIR_ROW, BOX_ROWS, LABEL_ROWS } from '../shape/shape.ts';
import type { PageLeaf, StoryItem } from './items.ts';
import {
  type House,
  leadPoints,
  lesserAsLarge,
  type PlacedStory,
  pairPoints,
  type Standing,
  standingOf,
  touch,
} from './judge.ts';

/** The stories of a block, each with its place in it. */
export interface Inside {
  readonly stories: readonly Standing[];
  readonly columns: readonly number[];
  readonly rows: readonly Rows[];
  /** Stories at each edge of the block, as bits by their index. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  /** Rank of each story, and size of its head. */
  readonly ranks: readonly Rank[];
  readonly sizes: readonly Px[];
}

/** Judges the meetings of one page's search; what stands in a block is read once. */
export class Meeting {
  readonly #stories: readonly StoryItem[];
  readonly #house: House;
  readonly #leadPoints: number;
  readonly #standings = new Map<PageLeaf, Standing>();
  readonly #inside = new Map<Tree<PageLeaf>, Inside>();
  /** True where stories were signed off in an order: then it matters how two stand that do not touch. */
  readonly #signed: boolean;

  constructor(stories: readonly StoryItem[], measure: number, weights: Weights) {
    this.#stories = stories;
    const apart = stories.some(({ task }) => task.wishes.keepApart.length > 0);
    this.#house = { measure, weights, apart };
    this.#leadPoints = leadPoints(weights);
    this.#signed = stories.some(({ task }) => task.wishes.order !== undefined);
  }

  /**
   * Points of the meeting, or undefined where a hard rule is broken; the second block stands at `column`, `row`: right of
   * the first, or under it.
   */
  points(first: Tree<PageLeaf>, second: Tree<PageLeaf>, column: number, row: Rows): number | undefined {
    const one = this.inside(first);
    const two = this.inside(second);
    const side = column > 0;
    // Where nothing was signed off, stories have to do with each other across the cut only, but for the sizes of heads.
    const near = this.#signed ? all(one) : side ? one.right : one.foot;
    const far = this.#signed ? all(two) : side ? two.left : two.top;
    let points = this.#leadPoints * lesserAsLargeIn(one, two);
    for (let others = far; others !== 0; others &= others - 1) {
      const b = 31 - Math.clz32(others & -others);
      const right = column + (two.columns[b] as number);
      const below = row + (two.rows[b] as number);
      for (let rest = near; rest !== 0; rest &= rest - 1) {
        const a = 31 - Math.clz32(rest & -rest);
        const across = right - (one.columns[a] as number);
        const down = below - (one.rows[a] as number);
        const found = this.#pair(one.stories[a] as Standing, two.stories[b] as Standing, across, down);
        if (found === undefined) return undefined;
        points += found;
      }
    }
    return points;
  }

  #pair(a: Standing, b: Standing, across: number, down: Rows): number | undefined {
    if (!this.#signed && !touch(a, b, across, down)) return 0;
    return pairPoints(a, b, across, down, this.#house);
  }

  /** Stories of a tree at their places on the page, its top left corner being at the row. */
  placed(tree: Tree<PageLeaf>, top: Rows): readonly PlacedStory[] {
    const { stories, columns, rows } = this.inside(tree);
    return stories.map((story, index) => ({
      ...story,
      column: columns[index] as number,
      row: top + (rows[index] as number),
    }));
  }

  /** Stories of a block at their places in it. */
  inside(tree: Tree<PageLeaf>): Inside {
    const known = this.#inside.get(tree);
    if (known) return known;
    const made = this.#look(tree);
    this.#inside.set(tree, made);
    return made;
  }

  #look(tree: Tree<PageLeaf>): Inside {
    switch (tree.kind) {
      case 'leaf': {
        const story = this.#standing(tree.item, tree.leaf);
        return story ? alone(story) : NOBODY;
      }
      case 'group':
        // Under a common head nobody stands at the top edge; a group without one shows its members.
        return tree.headRows === 0 ? this.inside(tree.inside) : stack(NOBODY, this.inside(tree.inside), tree.headRows);
      case 'stack':
        return stack(this.inside(tree.first), this.inside(tree.second), tree.first.rows);
      case 'side':
        return side(this.inside(tree.first), this.inside(tree.second), tree.first.columns);
    }
  }

  /** What the rules look at in a story's leaf; undefined for an ad, a filler, a hole. */
  #standing(item: number, leaf: PageLeaf): Standing | undefined {
    const story = this.#stories[item];
    if (!story || leaf.kind !== 'story') return undefined;
    const known = this.#standings.get(leaf);
    if (known) return known;
    const { dress, label, source } = story.table;
    const above = AIR_ROW + (dress.inset > 0 ? BOX_ROWS : 0) + (label === undefined ? 0 : LABEL_ROWS);
    const { part, rank, wishes } = story.task;
    const { article } = source.copy;
    const made = standingOf({ item, leaf, article, inset: dress.inset, above, label, part, rank, wishes });
    this.#standings.set(leaf, made);
    return made;
  }
}

const NOBODY: Inside = {
  stories: [],
  columns: [],
  rows: [],
  left: 0,
  right: 0,
  top: 0,
  foot: 0,
  ranks: [],
  sizes: [],
};

/** All stories of a block, as bits. */
const all = ({ stories }: Inside): number => (1 << stories.length) - 1;

/** Pairs of stories, one of each block, of which the lesser has a head as large as the lead's. */
function lesserAsLargeIn(one: Inside, two: Inside): number {
  let count = 0;
  for (let b = 0; b < two.ranks.length; b += 1) {
    const rank = two.ranks[b] as Rank;
    const size = two.sizes[b] as Px;
    for (let a = 0; a < one.ranks.length; a += 1)
      if (lesserAsLarge(one.ranks[a] as Rank, one.sizes[a] as Px, rank, size)) count += 1;
  }
  return count;
}

/** A block of one story. */
const alone = (story: Standing): Inside => ({
  stories: [story],
  columns: [0],
  rows: [0],
  left: 1,
  right: 1,
  top: 1,
  foot: 1,
  ranks: [story.rank],
  sizes: [story.size],
});

/** The stories of two blocks, the second so many rows lower. */
function stack(first: Inside, second: Inside, down: Rows): Inside {
  const count = first.stories.length;
  return {
    stories: first.stories.concat(second.stories),
    columns: first.columns.concat(second.columns),
    rows: withMoved(first.rows, second.rows, down),
    left: first.left | (second.left << count),
    right: first.right | (second.right << count),
    top: first.top,
    foot: second.foot << count,
    ranks: first.ranks.concat(second.ranks),
    sizes: first.sizes.concat(second.sizes),
  };
}

/** The stories of two blocks, the second so many columns further right. */
function side(first: Inside, second: Inside, across: number): Inside {
  const count = first.stories.length;
  return {
    stories: first.stories.concat(second.stories),
    columns: withMoved(first.columns, second.columns, across),
    rows: first.rows.concat(second.rows),
    left: first.left,
    right: second.right << count,
    top: first.top | (second.top << count),
    foot: first.foot | (second.foot << count),
    ranks: first.ranks.concat(second.ranks),
    sizes: first.sizes.concat(second.sizes),
  };
}

/** Numbers, and others that so much is added to. */
function withMoved(first: readonly number[], second: readonly number[], by: number): readonly number[] {
  const all = first.concat(second);
  for (let at = first.length; at < all.length; at += 1) all[at] = (all[at] as number) + by;
  return all;
}
