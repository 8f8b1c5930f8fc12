/** Makes up one page: builds the search's problem, runs it, and reads the answer. */

import type { SoftFinding } from '../plan.ts';
import {
  type Item,
  type Placed,
  type PlacedGroup,
  placedGroups,
  placedLeaves,
  type Tree,
  type Unit,
} from '../search/problem.ts';
import { type Found, type NotFound, search, searchThriftily, USUAL } from '../search/search.ts';
import { Cuts } from './cuts.ts';
import { softFindings } from './findings.ts';
import { adItem, fillerItem, holeItem, type PageLeaf, StoryItem } from './items.ts';
import type { PlacedStory } from './judge.ts';
import { Meeting } from './meeting.ts';
import { Outlines } from './outline.ts';
import { PageProblem } from './problem.ts';
import type { Desk, PageTask } from './task.ts';
import { bundled, isExact, unitsOf } from './units.ts';

/** A page that the search found. */
export interface MadePage {
  readonly task: PageTask;
  readonly tree: Tree<PageLeaf>;
  readonly placed: readonly Placed<PageLeaf>[];
  /** Groups with a head, at their places. */
  readonly groups: readonly PlacedGroup<PageLeaf>[];
  readonly stories: readonly PlacedStory[];
  /** Names of the items, by index: stories first. */
  readonly names: readonly string[];
  readonly cost: number;
  /** True when it is proved that no page of the model costs less. */
  readonly optimal: boolean;
  /** Pages that the search judged. */
  readonly judged: number;
  /** What the cost is made of, dearest first. */
  readonly soft: readonly SoftFinding[];
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

/** Remembers pages between runs: makes one by `make` unless it made the same before. */
export type PageMemory = (
  desk: Desk,
  task: PageTask,
  make: (desk: Desk, task: PageTask) => MadePage | FailedPage,
) => MadePage | FailedPage;

/** White rectangles that a draft may show: two close every page that one story leaves. */
const HOLES = ['hole-1', 'hole-2'];
/** Blocks that a search of short patience makes. */
const SHORT_WORK = 15_000;
/** Most stories, ads, fillers and white rectangles that a search can tell apart: sets of them are masks of bits. */
export const MOST_ITEMS = 31;

/** The best page for a task, or why there is none. A desk with a memory is asked there first. */
export function makePage(desk: Desk, task: PageTask): MadePage | FailedPage {
  return desk.memory === undefined ? searchPage(desk, task) : desk.memory(desk, task, searchPage);
}

function searchPage(desk: Desk, task: PageTask): MadePage | FailedPage {
  const { grid } = task;
  const lead = leadOf(task);
  const dominant = dominantOf(task, lead);
  const stories = task.stories.map((story, at) => new StoryItem(desk, task, story, at === dominant));
  const items = [...stories, ...pictureItems(desk, task)] as unknown as readonly Item<PageLeaf>[];
  const names = items.map((item) => item.name);
  const homeless = stories.filter((story) => isHomeless(story, grid.columns)).map((story) => story.name);
  const cells = cellsOf(items, task);
  if (items.length > MOST_ITEMS || homeless.length > 0 || cells.least > cells.page || cells.most < cells.page)
    return { task, proved: true, homeless, cells };
  const cuts = new Cuts({
    items,
    stories: items.map((_, index) => stories[index]),
    fillers: fillersOf(task, names),
    groups: task.groups,
    lead,
    columns: grid.columns,
    rows: task.rows,
    weights: desk.weights,
  });
  const all = unitsOf(task.groups, items.length, grid, desk.typesetter);
  const exact = isExact(all.length, task);
  const meeting = new Meeting(stories, grid.measure, desk.weights);
  const outlines = new Outlines(stories, meeting, task);
  let proved = true;
  const problemOf = (units: readonly Unit<PageLeaf>[]) =>
    new PageProblem({ task, items, units, cuts, meeting, outlines, stray: desk.weights.R68 });
  for (const look of looksAt(exact ? [all] : bundled(all, stories), task)) {
    const found = look(problemOf);
    if ('tree' in found) {
      const placed = placedLeaves(found.tree, 0, task.top);
      const optimal = found.optimal && exact;
      const groups = placedGroups(found.tree, 0, task.top);
      const made = meeting.placed(found.tree, task.top);
      const soft = softFindings(desk, found.tree, { stories, placed: made, cuts });
      return { task, placed, groups, stories: made, names, soft, ...found, optimal };
    }
    proved &&= found.proved && exact;
  }
  return { task, proved, homeless, cells };
}

/** A search in one way to cut a page into units. */
type Look = (problemOf: (units: readonly Unit<PageLeaf>[]) => PageProblem) => Found<PageLeaf> | NotFound;

/** Budgets whose tables are cheap, and the one that the thriftiest look begins with where those gave nothing. */
const CHEAP = { most: 20, next: 36 } as const;

/**
 * The searches for a page, in their order. Where stories were dealt into bundles, all dealings are searched before any is looked
 * at with a large budget, and that only where they leave the fewest units: the tables of more cost seconds.
 */
function looksAt(ways: readonly (readonly Unit<PageLeaf>[])[], { patience }: PageTask): readonly Look[] {
  const effort =
    patience === undefined ? USUAL : { work: SHORT_WORK, thrifty: patience === 'short' ? USUAL.thrifty : 0 };
  const [only, ...others] = ways;
  if (only !== undefined && others.length === 0) return [(problemOf) => search(problemOf(only), effort)];
  const first = { ...effort, thrifty: Math.min(effort.thrifty, CHEAP.most) };
  const budgets = { from: CHEAP.next, to: effort.thrifty };
  const fewest = Math.min(...ways.map((units) => units.length));
  const small = effort.thrifty > 0 ? ways.filter((units) => units.length === fewest) : [];
  return [
    ...ways.map(
      (units): Look =>
        (problemOf) =>
          search(problemOf(units), first),
    ),
    ...small.map(
      (units): Look =>
        (problemOf) =>
          searchThriftily(problemOf(units), budgets),
    ),
  ];
}

function pictureItems(desk: Desk, task: PageTask) {
  const { grid } = task;
  const ads = task.ads.map((ad) => adItem(ad, task));
  const free = [
    ...task.fillers.map((filler) => fillerItem(filler, grid, desk.pictures.get(filler.file), desk.weights.R67)),
    ...(task.holes ? HOLES.map((name) => holeItem(name, grid)) : []),
  ];
  return [...ads, ...free.slice(0, Math.max(0, MOST_ITEMS - task.stories.length - ads.length))];
}

/** The set of the fillers among a page's items. */
const fillersOf = ({ fillers }: PageTask, names: readonly string[]): number =>
  names.reduce((set, name, at) => (fillers.some((filler) => filler.name === name) ? set | (1 << at) : set), 0);

/** Index of the page's lead: the one story of lowest rank, when there is one. */
function leadOf(task: PageTask): number | undefined {
  const ranks: readonly number[] = task.stories.map((story) => (story.part === 1 && !story.aside ? story.rank : 6));
  const first = Math.min(...ranks);
  const alone = ranks.filter((rank) => rank === first).length === 1;
  return alone && first < 6 ? ranks.indexOf(first) : undefined;
}

/** Index of the story that shows the page's dominant picture: the lead's if it has one, else the next in rank. */
function dominantOf(task: PageTask, lead: number | undefined): number | undefined {
  const pictured = task.stories
    .map((story, index) => ({ story, index }))
    .filter(({ story }) => story.part === 1 && story.copy.article.photos.length > 0);
  if (pictured.some(({ index }) => index === lead)) return lead;
  return pictured.toSorted((a, b) => a.story.rank - b.story.rank)[0]?.index;
}

function isHomeless(story: StoryItem, columns: number): boolean {
  if (story.leftOut !== undefined) return false;
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
  const heads = task.groups.some((group) => group.title !== undefined) ? task.grid.columns * 8 : 0;
  return { least, most: most + heads, page: task.grid.columns * task.rows };
}
