/** Two blocks come together: the rules between the stories of one and those of the other. */
import type { Rows } from '../../units.ts';
import type { Weights } from '../rules.ts';
import { type Placed, placedLeaves, type Tree } from '../search/problem.ts';
import { AIR_ROW, BOX_ROWS, LABEL_ROWS } from '../shape/shape.ts';
import type { PageLeaf, StoryItem } from './items.ts';
import { type PlacedStory, pairPoints } from './judge.ts';

/** Placed leaves that are stories, with what the rules need to know of them. */
export function placedStories(
  leaves: readonly Placed<PageLeaf>[],
  stories: readonly StoryItem[],
): readonly PlacedStory[] {
  return leaves.flatMap((placed): PlacedStory[] => {
    const story = stories[placed.item];
    const { leaf } = placed;
    if (!story || leaf.kind !== 'story') return [];
    const { dress, label, source } = story.table;
    const above = AIR_ROW + (dress.inset > 0 ? BOX_ROWS : 0) + (label === undefined ? 0 : LABEL_ROWS);
    const { part, rank, wishes } = story.task;
    return [{ ...placed, leaf, article: source.copy.article, inset: dress.inset, above, label, part, rank, wishes }];
  });
}

/** Judges the meetings of one page's search; what stands in a block is read once. */
export class Meeting {
  readonly #stories: readonly StoryItem[];
  readonly #measure: number;
  readonly #weights: Weights;
  readonly #inside = new WeakMap<Tree<PageLeaf>, readonly PlacedStory[]>();

  constructor(stories: readonly StoryItem[], measure: number, weights: Weights) {
    this.#stories = stories;
    this.#measure = measure;
    this.#weights = weights;
  }

  /** Points of the meeting, or undefined where a hard rule is broken; the second block stands at `column`, `row`. */
  points(first: Tree<PageLeaf>, second: Tree<PageLeaf>, column: number, row: Rows): number | undefined {
    let points = 0;
    for (const b of this.#placed(second)) {
      const moved = { ...b, column: b.column + column, row: b.row + row };
      for (const a of this.#placed(first)) {
        const found = pairPoints(a, moved, this.#measure, this.#weights);
        if (found === undefined) return undefined;
        points += found;
      }
    }
    return points;
  }

  #placed(tree: Tree<PageLeaf>): readonly PlacedStory[] {
    const known = this.#inside.get(tree) ?? placedStories(placedLeaves(tree), this.#stories);
    this.#inside.set(tree, known);
    return known;
  }
}
