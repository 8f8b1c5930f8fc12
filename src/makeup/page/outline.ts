/**
 * What a block shows to its neighbours: the rules between stories (`judge.ts`) look at heads and photos near its edges,
 * at the sizes of heads where a lead stands elsewhere, and at the places of stories that the desk has wishes for.
 * Whatever stands deeper inside is nobody's business, so that a thousand ways to set it are one to the rest of the page.
 */
import type { Px, Rows } from '../../units.ts';
import type { Tree } from '../search/problem.ts';
import type { PageLeaf, StoryItem } from './items.ts';
import { PHOTO_ASIDE, PHOTO_GAP, type Standing } from './judge.ts';
import type { Meeting } from './meeting.ts';
import type { PageTask } from './task.ts';

/** What the rules may see of one story, wherever it stands. */
interface Sight {
  /** True when it stood on the page before: where it stands now is compared with that. */
  readonly known: boolean;
  /** True when its place is looked at from everywhere: signed off in an order, pinned, kept off an area. */
  readonly place: boolean;
  /** True when its neighbours are looked at: it is to be kept apart, or another from it. */
  readonly apart: boolean;
  /** Smallest head of a lead that a head of this story must stay below. */
  readonly below: Px;
  /** Largest head of a lesser story that this one, a lead, must stay above. */
  readonly above: Px;
}

/** Outlines of one page's blocks. */
export class Outlines {
  readonly #meeting: Meeting;
  readonly #measure: number;
  /** The page's own columns and rows: nobody stands beside a block as wide as it, over or under one as high. */
  readonly #columns: number;
  readonly #rows: Rows;
  readonly #sights: readonly Sight[];

  constructor(stories: readonly StoryItem[], meeting: Meeting, { grid, rows, known }: PageTask) {
    this.#meeting = meeting;
    this.#measure = grid.measure;
    this.#columns = grid.columns;
    this.#rows = rows;
    const slugs = new Set(known.map(({ slug }) => slug));
    this.#sights = stories.map((story) => ({ ...sightOf(story, stories), known: slugs.has(story.name) }));
  }

  /** The outline of a block: equal for blocks of one set of items and one size that no rule can tell apart. */
  of(tree: Tree<PageLeaf>): string {
    const { stories, columns, rows } = this.#meeting.inside(tree);
    let outline = '';
    for (let at = 0; at < stories.length; at += 1)
      outline += this.#storyOutline(stories[at] as Standing, columns[at] as number, rows[at] as Rows, tree);
    return outline;
  }

  #storyOutline(story: Standing, column: number, row: Rows, block: Tree<PageLeaf>): string {
    const { item, columns, rows, leaf, size } = story;
    const sight = this.#sights[item];
    const atSide = block.columns < this.#columns && (column === 0 || column + columns === block.columns);
    const atEnd = block.rows < this.#rows && (row === 0 || row + rows === block.rows);
    let seen = '';
    if (sight?.known) seen += `~${column},${row}`;
    if (sight?.place) seen += `@${column},${row},${columns},${rows},${size}`;
    if (size >= (sight?.below ?? 0) || (size > 0 && size <= (sight?.above ?? 0))) seen += `s${size}`;
    if (atSide) seen += `|${column},${columns},${row},${rows},${story.headRow},${leaf.family},${size}`;
    else if (atEnd && sight?.apart) seen += `-${column},${columns},${row},${rows}`;
    if (atSide) seen += this.#photosAside(story, column, row, block);
    if (atEnd) seen += this.#photosOverUnder(story, column, row, block);
    return seen === '' ? '' : `${item}${seen};`;
  }

  /** Photos so near to the sides of the block that a neighbour's may touch them. */
  #photosAside({ photos }: Standing, column: number, row: Rows, block: Tree<PageLeaf>): string {
    const across = column * (this.#measure + 1);
    const width = block.columns * (this.#measure + 1) - 1;
    let seen = '';
    for (const photo of photos) {
      const [left, right] = [photo.left + across, photo.right + across];
      if (left <= PHOTO_ASIDE) seen += `l${left},${photo.top + row},${photo.foot + row}`;
      if (right >= width - PHOTO_ASIDE) seen += `r${right},${photo.top + row},${photo.foot + row}`;
    }
    return seen;
  }

  /** The same at its top and foot. */
  #photosOverUnder({ photos }: Standing, column: number, row: Rows, block: Tree<PageLeaf>): string {
    const across = column * (this.#measure + 1);
    let seen = '';
    for (const photo of photos) {
      const [top, foot] = [photo.top + row, photo.foot + row];
      if (top < PHOTO_GAP) seen += `t${top},${photo.left + across},${photo.right + across}`;
      if (foot > block.rows - PHOTO_GAP) seen += `f${foot},${photo.left + across},${photo.right + across}`;
    }
    return seen;
  }
}

function sightOf(story: StoryItem, stories: readonly StoryItem[]): Omit<Sight, 'known'> {
  const { wishes, rank } = story.task;
  const sizes = (one: StoryItem) => one.table.headSizes;
  const leads = stories.filter((other) => other.task.rank <= 2 && other.task.rank < rank);
  const lesser = rank <= 2 ? stories.filter((other) => other.task.rank > rank) : [];
  const others = stories.filter((other) => other !== story);
  return {
    place: wishes.order !== undefined || wishes.pin !== undefined || (wishes.off ?? []).length > 0,
    apart: wishes.keepApart.length > 0 || others.some((other) => other.task.wishes.keepApart.includes(story.name)),
    below: Math.min(...leads.map((lead) => sizes(lead).least)),
    above: Math.max(0, ...lesser.map((one) => sizes(one).most)),
  };
}
