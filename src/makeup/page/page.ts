/** Makes up one page: builds the search's problem, runs it, and reads the answer. */
import type { HardFinding } from '../plan.ts';
import type { Item } from '../search/problem.ts';
import { type Placed, type Problem, placedLeaves, type Tree } from '../search/problem.ts';
import { search } from '../search/search.ts';
import { bundle } from './bundle.ts';
import { Cuts } from './cuts.ts';
import { adItem, fillerItem, holeItem, type PageLeaf, StoryItem } from './items.ts';
import { brokenRules, type PlacedStory } from './judge.ts';
import type { Desk, PageTask } from './task.ts';

/** What `makePage` answers, remembered by everything that it depends on. */
export type PageMemory = (desk: Desk, task: PageTask, make: typeof makePage) => MadePage | FailedPage;

/** A page that the search found. */
export interface MadePage {
  readonly task: PageTask;
  readonly tree: Tree<PageLeaf>;
  readonly placed: readonly Placed<PageLeaf>[];
  readonly items: readonly Item<PageLeaf>[];
  readonly cost: number;
  readonly optimal: boolean;
  /** Pages that the search judged. */
  readonly judged: number;
  readonly hard: readonly HardFinding[];
}

/** Why a page could not be made up. */
export interface FailedPage {
  readonly task: PageTask;
  /** True when it is proved that no page of the model exists. */
  readonly proved: boolean;
  /** Stories that fit no rectangle of the page at all. */
  readonly homeless: readonly string[];
  /** Grid cells that the copy takes at least and at most, and that there are. */
  readonly cells: { readonly least: number; readonly most: number; readonly page: number };
}

/** The best page for a task, or why there is none. A desk with a memory is asked there first. */
export function makePage(desk: Desk, task: PageTask): MadePage | FailedPage {
  return desk.memory === undefined ? searchPage(desk, task) : desk.memory(desk, task, searchPage);
}

function searchPage(desk: Desk, task: PageTask): MadePage | FailedPage {
  const { grid } = task;
  const lead = leadOf(task);
  const dominant = dominantOf(task, lead);
  const stories = task.stories.map((story, at) => new StoryItem(desk, grid, task.rows, story, at === dominant));
  const pictures: Item<PageLeaf>[] = [
    ...task.ads.map((ad) => adItem(ad, grid, task.page.number)),
    ...task.fillers.map((filler) => fillerItem(filler, grid, desk.pictures.get(filler.file), desk.weights.R67)),
    ...(task.holes ? [holeItem('hole', grid)] : []),
  ];
  const items: Item<PageLeaf>[] = [...(stories as unknown as Item<PageLeaf>[]), ...pictures];
  const homeless = stories.filter((story) => isHomeless(story, grid.columns)).map((story) => story.name);
  const cells = cellsOf(items, task);
  if (homeless.length > 0 || cells.least > cells.page || cells.most < cells.page)
    return { task, proved: true, homeless, cells };
  const cuts = new Cuts({
    items,
    stories: items.map((_, index) => stories[index]),
    lead,
    columns: grid.columns,
    rows: task.rows,
    weights: desk.weights,
  });
  const problem: Problem<PageLeaf> = {
    columns: grid.columns,
    rows: task.rows,
    items,
    units: bundle(stories, items.length),
    stackCost: (top, bottom, columns) => cuts.stack(top, bottom, columns),
    sideCost: (left, right, rows, at) => cuts.side(left, right, rows, at),
    judge: (tree) => (brokenRules(storiesOf(tree, stories, task), grid.measure).length > 0 ? undefined : 0),
  };
  const found = search(problem);
  if (!('tree' in found)) return { task, proved: found.proved, homeless, cells };
  const placed = placedLeaves(found.tree, 0, task.top);
  const exact = problem.units.every((unit) => typeof unit === 'number');
  return { task, placed, items, ...found, optimal: found.optimal && exact, hard: [] };
}

/** Index of the page's lead: the story of lowest rank, when there is one. */
function leadOf(task: PageTask): number | undefined {
  const ranks = task.stories.map((story) => (story.part === 1 ? story.rank : 6));
  const first = Math.min(...ranks);
  const index = ranks.indexOf(first as never);
  return index >= 0 && first < 6 && ranks.filter((rank) => rank === first).length === 1 ? index : undefined;
}

/** Index of the story that shows the page's dominant picture: the lead's if it has one, else the next in rank. */
function dominantOf(task: PageTask, lead: number | undefined): number | undefined {
  const withPhotos = task.stories
    .map((story, index) => ({ story, index }))
    .filter(({ story }) => story.copy.article.photos.length > 0);
  if (withPhotos.some(({ index }) => index === lead)) return lead;
  return withPhotos.sort((a, b) => a.story.rank - b.story.rank)[0]?.index;
}

/** Stories of a tree at their places on the page. */
function storiesOf(tree: Tree<PageLeaf>, stories: readonly StoryItem[], task: PageTask): readonly PlacedStory[] {
  return placedLeaves(tree, 0, task.top).flatMap((placed) => {
    const article = stories[placed.item]?.task.copy.article;
    return article && placed.leaf.kind === 'story' ? [{ ...placed, leaf: placed.leaf, article }] : [];
  });
}

function isHomeless(story: StoryItem, columns: number): boolean {
  for (let width = 1; width <= columns; width += 1) if (story.costs(width).high > 0) return false;
  return true;
}

/** Least and most cells that the items can cover. */
function cellsOf(items: readonly Item<PageLeaf>[], task: PageTask): FailedPage['cells'] {
  let least = 0;
  let most = 0;
  for (const item of items) {
    let [low, high] = [Number.POSITIVE_INFINITY, 0];
    for (let columns = 1; columns <= task.grid.columns; columns += 1) {
      const costs = item.costs(columns);
      if (costs.high < costs.low) continue;
      low = Math.min(low, columns * costs.low);
      high = Math.max(high, columns * costs.high);
    }
    least += item.leftOut === undefined ? low : 0;
    most += high;
  }
  return { least, most, page: task.grid.columns * task.rows };
}
