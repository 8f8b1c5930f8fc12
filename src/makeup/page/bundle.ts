/**
 * Pages of many stories: small ones are bundled, two to four to a bundle, and a bundle is cut as one rectangle. The
 * search then stays small; it is exact within its bundles and around them, but no longer over all pages, and says so.
 */
import type { Group, Unit } from '../search/problem.ts';
import type { PageLeaf, StoryItem } from './items.ts';

/** Most units that are searched exactly: every subset of them has a table. */
export const MOST_UNITS = 9;
/** Most units once bundles are made; fewer, since each bundle has many shapes. */
const BUNDLED_UNITS = 8;
/** Stories to a bundle at most. */
const BUNDLE = 4;

/** The units of a page: each item alone, or the lesser stories in bundles when there are too many. */
export function bundle(stories: readonly StoryItem[], items: number): readonly Unit<PageLeaf>[] {
  const all = Array.from({ length: items }, (_, index) => index);
  if (items <= MOST_UNITS) return all;
  const lesser = stories
    .map((story, index) => ({ index, size: sizeOf(story) }))
    .toSorted((a, b) => a.size - b.size)
    .map(({ index }) => index);
  for (let taken = 2; taken <= lesser.length; taken += 1) {
    const bundles = Math.ceil(taken / BUNDLE);
    if (items - taken + bundles > BUNDLED_UNITS && taken < lesser.length) continue;
    const bundled = lesser.slice(0, taken);
    const groups = Array.from({ length: bundles }, (_, at): Group<PageLeaf> => {
      const from = Math.floor((taken * at) / bundles);
      const units = bundled.slice(from, Math.floor((taken * (at + 1)) / bundles));
      return { name: `bundle-${at + 1}`, units, headRows: () => 0 };
    });
    return [...all.filter((index) => !bundled.includes(index)), ...groups];
  }
  return all;
}

/** Smallest area that a story can take, the rank weighing in: the page's first stories stay alone. */
function sizeOf(story: StoryItem): number {
  let least = Number.POSITIVE_INFINITY;
  for (let columns = 1; columns <= story.table.source.grid.columns; columns += 1) {
    const { low, high } = story.costs(columns);
    if (high >= low) least = Math.min(least, columns * low);
  }
  return least * (story.task.rank <= 2 ? 3 : 1);
}
