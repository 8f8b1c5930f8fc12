/** What cuts cost by what stands over what. */
import { expect, it } from 'vitest';
import { Cuts } from '../../src/makeup/page/cuts.ts';
import type { PageLeaf, StoryItem } from '../../src/makeup/page/items.ts';
import { weightsOf } from '../../src/makeup/rules.ts';
import type { Item } from '../../src/makeup/search/problem.ts';

const ranked = (rank: number) => ({ task: { rank, wishes: {} } }) as unknown as StoryItem;
const [STORY, LESSER, FILLER] = [0b001, 0b010, 0b100];
const cuts = new Cuts({
  items: ['story', 'lesser', 'filler'].map((name) => ({ name }) as Item<PageLeaf>),
  stories: [ranked(2), ranked(4), undefined],
  fillers: FILLER,
  groups: [],
  lead: undefined,
  columns: 8,
  rows: 104,
  weights: weightsOf({}),
});
const over = (top: number, bottom: number): number => cuts.stack(top, bottom, 4);

it('a filler over a story costs more than a lesser story would, and nothing at the foot', () => {
  expect(over(STORY, FILLER)).toBe(0);
  expect(over(LESSER, FILLER)).toBe(0);
  expect(over(FILLER, STORY)).toBeGreaterThan(over(LESSER, STORY));
  expect(over(FILLER, LESSER)).toBeGreaterThan(0);
});
