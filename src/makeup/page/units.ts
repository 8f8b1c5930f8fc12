/**
 * The units that a page is cut into: items alone, groups under their heads, stories with their asides, and on crowded
 * pages bundles of small stories. A bundle is cut as one rectangle, so that the search stays small; it is exact within
 * its bundles and around them, but no longer over all pages, and says so.
 */
import type { Typesetter } from '../../typeset/model.ts';
import { PITCH, type Rows } from '../../units.ts';
import { HOUSE } from '../draw/styles.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import type { Group, Unit } from '../search/problem.ts';
import { FACES } from '../shape/shape.ts';
import type { PageLeaf, StoryItem } from './items.ts';
import type { GroupTask, PageTask } from './task.ts';

/** Most units that are searched exactly: every subset of them has a table. */
export const MOST_UNITS = 9;
/** Most units of a page of up to nine stories, ads and fillers among them, and most of its stories. */
const FEW_STORIES = { units: 11, stories: 9 } as const;
/**
 * The dealings that are tried on a crowded page, one after the other: most units once bundles are made, and how far the
 * stories are turned about in the bundles. Fewer units leave the search more bundles to cut and less to put together: the
 * page is less free, and more likely found.
 */
const DEALINGS = [
  { most: 9, turn: 0 },
  { most: 9, turn: 1 },
  { most: 9, turn: 2 },
  { most: 7, turn: 0 },
  { most: 7, turn: 1 },
] as const;
/** Stories to a bundle at most. */
const BUNDLE = 4;
/** Rows of a group's head over its title: air with the hairline. */
const GROUP_AIR: Rows = 1;

/** True when a page is searched without bundles, so that its best page is proved best. */
export function isExact(units: number, { stories, holes }: PageTask): boolean {
  if (units <= MOST_UNITS) return true;
  return units <= FEW_STORIES.units && stories.length <= FEW_STORIES.stories && !holes;
}

/** A group's head set over a width. */
export function groupHead(group: GroupTask, grid: Grid, columns: number, typesetter: Typesetter) {
  if (group.title === undefined) return undefined;
  const width = spanWidth(grid, columns);
  const title = typesetter.fit(group.title, HOUSE.groupTitle, width, HOUSE.groupTitle.size);
  const { note: words } = group;
  const lines = words === undefined ? undefined : typesetter.text(words, HOUSE.groupNote, width);
  const note =
    words !== undefined && lines?.lines.length === 1 ? typesetter.text(words, HOUSE.groupNoteLine, width) : lines;
  const height = HOUSE.groupTitle.lead + (note?.height ?? 0);
  return { title, note, rows: GROUP_AIR + Math.ceil((height + 8) / PITCH) };
}

/** Groups and asides as units; everything else alone. */
export function unitsOf(
  groups: readonly GroupTask[],
  items: number,
  grid: Grid,
  typesetter: Typesetter,
): readonly Unit<PageLeaf>[] {
  const inner = groups.filter((group) => group.title === undefined);
  const outer = groups.filter((group) => group.title !== undefined);
  const asides = inner.map((group) => ({ group, unit: unitOf(group, group.members, grid, typesetter) }));
  const covered = new Set<number>();
  const gather = (members: readonly number[]): readonly Unit<PageLeaf>[] => {
    const units: Unit<PageLeaf>[] = [];
    for (const member of members) {
      if (covered.has(member)) continue;
      // A piece may come before the story that boxes it; whoever stands elsewhere already is boxed by nobody.
      const isFree = (one: number): boolean => members.includes(one) && !covered.has(one);
      const aside = asides.find(({ group }) => group.members.includes(member) && group.members.every(isFree));
      for (const one of aside?.group.members ?? [member]) covered.add(one);
      units.push(aside?.unit ?? member);
    }
    return units;
  };
  const grouped = outer.map((group) => unitOf(group, gather(group.members), grid, typesetter));
  return [...grouped, ...gather(Array.from({ length: items }, (_, index) => index))];
}

function unitOf(
  group: GroupTask,
  units: readonly Unit<PageLeaf>[],
  grid: Grid,
  typesetter: Typesetter,
): Group<PageLeaf> {
  const rows = new Map<number, Rows>();
  const headRows = (columns: number): Rows => {
    const known = rows.get(columns) ?? groupHead(group, grid, columns, typesetter)?.rows ?? 0;
    rows.set(columns, known);
    return known;
  };
  return { name: group.name, units, headRows, ...(group.title !== undefined && { face: FACES.song }) };
}

/**
 * Units with the lesser stories in bundles, dealt out in several ways, so that a page that does not close in one dealing
 * may close in the next. A bundle is placed whole: stories that may be left out go into one only when the others do not
 * suffice.
 */
export function bundled(
  units: readonly Unit<PageLeaf>[],
  stories: readonly StoryItem[],
): readonly (readonly Unit<PageLeaf>[])[] {
  const lesser = units
    .filter((unit): unit is number => typeof unit === 'number' && unit < stories.length)
    .map((index) => ({ index, size: sizeOf(stories[index]), held: stories[index]?.leftOut === undefined ? 0 : 1 }))
    .toSorted((a, b) => a.held - b.held || a.size - b.size)
    .map(({ index }) => index);
  return DEALINGS.map(({ most, turn }) =>
    dealt(units, lesser.slice(0, takenFor(units.length, lesser.length, most)), turn),
  );
}

/** The units with some stories in bundles. */
function dealt(units: readonly Unit<PageLeaf>[], taken: readonly number[], turn: number): readonly Unit<PageLeaf>[] {
  const bundles = Math.ceil(taken.length / BUNDLE);
  const hands: number[][] = Array.from({ length: bundles }, () => []);
  taken.forEach((index, at) => {
    const inOrder = Math.floor((at * bundles) / taken.length);
    hands[turn === 0 ? inOrder : (at + turn * Math.floor(at / bundles)) % bundles]?.push(index);
  });
  const gone = new Set(taken);
  const groups = hands.map(
    (members, at): Group<PageLeaf> => ({ name: `bundle-${at + 1}`, units: members, headRows: () => 0 }),
  );
  return [...units.filter((unit) => typeof unit !== 'number' || !gone.has(unit)), ...groups];
}

/** How many stories must go into bundles for so many units at most. */
function takenFor(units: number, lesser: number, most: number): number {
  for (let taken = 2; taken < lesser; taken += 1) if (units - taken + Math.ceil(taken / BUNDLE) <= most) return taken;
  return lesser;
}

/** Smallest area that a story can take, the rank weighing in: the page's first stories stay alone. */
function sizeOf(story: StoryItem | undefined): number {
  if (!story) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let columns = 1; columns <= story.table.source.grid.columns; columns += 1) {
    const { low, high } = story.costs(columns);
    if (high >= low) least = Math.min(least, columns * low);
  }
  return least * (story.task.rank <= 2 ? 3 : 1);
}
