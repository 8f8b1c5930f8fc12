/** Which story stands in which column of the front, so that the columns end together. */
import { LEAD, RAIL, RAIL_FIRST, type Shows, sectionDepth, storyDepth, sum, UNDER } from './depth.ts';
import type { SectionView, StoryView } from './front.ts';

/** A story with what it shows in its place. */
export interface TeaserView extends StoryView {
  readonly shows: Shows;
}

/** Stories beside a lead that has no picture, in columns of their own; stories under one that has. */
const BESIDE = 4;
const MOST_UNDER = 3;
/** Stories of the first page that stand beside the lead before any stands under it. */
const FIRST_BESIDE = 3;
/** A column may be so much deeper than the lead's, rem: what is left is spread between its stories. */
const OVER = 2.5;

/** Stories beside the lead, and stories under it. */
export interface Opening {
  readonly top: readonly TeaserView[];
  readonly under: readonly StoryView[];
}

/**
 * The opening: other stories of the first page beside the lead and under it, and stories from inside where the first page
 * has too few to reach the lead's foot.
 * @param inside stories of other pages, the weightiest first
 */
export function openingOf(
  lead: StoryView | undefined,
  front: readonly StoryView[],
  inside: readonly StoryView[],
): Opening {
  if (lead?.picture === undefined) {
    return { top: front.slice(0, BESIDE).map((story) => told(story)), under: front.slice(BESIDE) };
  }
  const spare = front.length - FIRST_BESIDE;
  const under = spare < 2 ? [] : front.slice(-Math.min(spare, MOST_UNDER));
  const beside = front.slice(0, front.length - under.length);
  const foot = Math.max(0, ...under.map((story) => storyDepth(story, UNDER, { excerpt: true, picture: false })));
  const depth = storyDepth(lead, LEAD, { excerpt: true, picture: true }) + foot;
  return { top: rail(beside, inside, depth), under };
}

const told = (story: StoryView): TeaserView => ({
  ...story,
  shows: { excerpt: true, picture: story.genre === 'photo' },
});

/** A story of which there is room for the headline alone. */
const named = (story: StoryView): TeaserView => ({ ...story, shows: { excerpt: false, picture: false } });

/** What a story may show beside the lead, most of it first. */
const waysOf = (story: StoryView): readonly TeaserView[] => [
  told(story),
  { ...story, shows: { excerpt: true, picture: false } },
  named(story),
];

/** Stories one under the other as deep as the lead: all of the first page's, then those from inside that there is room for. */
function rail(beside: readonly StoryView[], inside: readonly StoryView[], depth: number): readonly TeaserView[] {
  const stories: TeaserView[] = [];
  let room = depth + OVER;
  const place = () => (stories.length === 0 ? RAIL_FIRST : RAIL);
  const depthOf = (story: TeaserView) => storyDepth(story, place(), story.shows);
  const add = (teaser: TeaserView) => {
    room -= depthOf(teaser);
    stories.push(teaser);
  };
  for (const [at, story] of beside.entries()) {
    const later = sum(beside.slice(at + 1).map((other) => depthOf(named(other))));
    add(waysOf(story).find((one) => depthOf(one) + later <= room) ?? named(story));
  }
  for (const story of inside) {
    const teaser = waysOf(story).find((one) => depthOf(one) <= room);
    if (teaser !== undefined) add(teaser);
  }
  return stories;
}

/** Columns of sections on a desk. */
const COLUMNS = 3;

/** Each section in the column that is least deep when its turn comes: they are met in their order from left to right. */
export function inColumns(sections: readonly SectionView[]): readonly (readonly SectionView[])[] {
  const columns = Array.from({ length: COLUMNS }, () => ({ depth: 0, sections: [] as SectionView[] }));
  for (const section of sections) {
    const column = columns.reduce((least, one) => (one.depth < least.depth ? one : least));
    column.sections.push(section);
    column.depth += sectionDepth(section);
  }
  const deepest = Math.max(...columns.map(({ depth }) => depth));
  return columns
    .filter((column) => column.sections.length > 0)
    .map((column) => filled(column.sections, deepest - column.depth));
}

/** A short column tells more: the next story of the section that names most, as long as there is room. */
function filled(sections: readonly SectionView[], room: number): readonly SectionView[] {
  const named = ({ stories, told }: SectionView) => stories.length - told;
  const longest = sections.reduce((most, one) => (named(one) > named(most) ? one : most));
  if (named(longest) === 0) return sections;
  const more = { ...longest, told: longest.told + 1 };
  const left = room - (sectionDepth(more) - sectionDepth(longest));
  return left < 0
    ? sections
    : filled(
        sections.map((one) => (one === longest ? more : one)),
        left,
      );
}
