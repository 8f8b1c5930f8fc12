/** Two blocks come together: the rules between the stories of one and those of the other. */
import type { Rows } from '../../units.ts';
import type { Weights } from '../rules.ts';
import type { Tree } from '../search/problem.ts';
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

  /** Points of the meeting, or undefined where a hard rule is broken; the second block stands at `column`, `row`. */
  points(first: Tree<PageLeaf>, second: Tree<PageLeaf>, column: number, row: Rows): number | undefined {
    const one = this.inside(first);
    const two = this.inside(second);
    let points = 0;
    for (let b = 0; b < two.stories.length; b += 1) {
      const far = two.stories[b] as Standing;
      const right = column + (two.columns[b] as number);
      const below = row + (two.rows[b] as number);
      for (let a = 0; a < one.stories.length; a += 1) {
        const near = one.stories[a] as Standing;
        const across = right - (one.columns[a] as number);
        const down = below - (one.rows[a] as number);
        if (!this.#signed && !touch(near, far, across, down)) {
          if (lesserAsLarge(near, far)) points += this.#leadPoints;
          continue;
        }
        const found = pairPoints(near, far, across, down, this.#house);
        if (found === undefined) return undefined;
        points += found;
      }
    }
    return points;
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
        return story ? { stories: [story], columns: [0], rows: [0] } : NOBODY;
      }
      case 'group':
        return join(NOBODY, this.inside(tree.inside), 0, tree.headRows);
      case 'stack':
        return join(this.inside(tree.first), this.inside(tree.second), 0, tree.first.rows);
      case 'side':
        return join(this.inside(tree.first), this.inside(tree.second), tree.first.columns, 0);
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

const NOBODY: Inside = { stories: [], columns: [], rows: [] };

/** The stories of two blocks, those of the second moved. */
function join(first: Inside, second: Inside, across: number, down: Rows): Inside {
  const columns = first.columns.slice();
  for (const column of second.columns) columns.push(column + across);
  const rows = first.rows.slice();
  for (const row of second.rows) rows.push(row + down);
  return { stories: first.stories.concat(second.stories), columns, rows };
}
