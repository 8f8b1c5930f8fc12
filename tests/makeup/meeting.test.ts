/** Blocks that come together are judged across their cut: a story is seen through a group without a head, not under one. */
import { describe, expect, it } from 'vitest';
import type { PageLeaf, StoryItem } from '#src/makeup/page/items.ts';
import { Meeting } from '#src/makeup/page/meeting.ts';
import { weightsOf } from '#src/makeup/rules.ts';
import type { Tree } from '#src/makeup/search/problem.ts';

const story = (slug: string, apart: readonly string[]): StoryItem =>
  ({
    table: { dress: { inset: 0 }, label: undefined, source: { copy: { article: { slug } } } },
    task: { part: 1, rank: 3, wishes: { keepApart: apart } },
  }) as unknown as StoryItem;

const leaf = (item: number, columns: number, rows: number): Tree<PageLeaf> => ({
  kind: 'leaf',
  item,
  leaf: { kind: 'story', columns, rows, place: 'none', air: 0, cost: 0, family: 'song' } as unknown as PageLeaf,
  columns,
  rows,
  cost: 0,
});

const grouped = (inside: Tree<PageLeaf>, headRows: number): Tree<PageLeaf> => ({
  kind: 'group',
  group: { name: 'g', units: [], headRows: () => headRows },
  headRows,
  inside,
  columns: inside.columns,
  rows: inside.rows + headRows,
  cost: 0,
});

describe('stories to be kept apart', () => {
  const meeting = new Meeting([story('one', ['two']), story('two', []), story('three', [])], 13, weightsOf({}));
  const one = leaf(0, 4, 20);
  const two = leaf(1, 4, 20);

  it('may not stand one over the other, in whatever group that has no head', () => {
    expect(meeting.points(one, two, 0, 20)).toBeUndefined();
    expect(meeting.points(one, grouped(two, 0), 0, 20)).toBeUndefined();
    expect(meeting.points(grouped(two, 0), one, 0, 20)).toBeUndefined();
  });

  it('are parted by the head of a group, not beside it', () => {
    expect(meeting.points(one, grouped(two, 3), 0, 20)).toBe(0);
    expect(meeting.points(one, grouped(leaf(1, 4, 17), 3), 4, 0)).toBeUndefined();
  });

  it('are parted by a story between them', () => {
    const between = leaf(2, 4, 10);
    const under: Tree<PageLeaf> = { kind: 'stack', first: between, second: two, columns: 4, rows: 30, cost: 0 };
    expect(meeting.points(one, under, 0, 20)).toBe(0);
    expect(meeting.points(under, one, 0, 30)).toBeUndefined();
  });
});

describe('heads side by side', () => {
  const meeting = new Meeting([story('one', []), story('two', [])], 13, weightsOf({}));
  const headed = (item: number, size: number, family: 'song' | 'hei'): Tree<PageLeaf> => {
    const plain = leaf(item, 4, 20);
    if (plain.kind !== 'leaf') throw new Error('A leaf is expected.');
    return { ...plain, leaf: { ...plain.leaf, family, head: { rows: 3, [family]: { size } } } as unknown as PageLeaf };
  };

  it('of one family do not meet; of two families and one size they are dear, a step apart they cost nothing', () => {
    expect(meeting.points(headed(0, 24, 'song'), headed(1, 24, 'song'), 4, 0)).toBeUndefined();
    expect(meeting.points(headed(0, 24, 'song'), headed(1, 24, 'hei'), 4, 0)).toBe(3);
    expect(meeting.points(headed(0, 29.25, 'song'), headed(1, 24, 'hei'), 4, 0)).toBe(0);
  });

  it('are looked at where they stand in line, though their modules begin rows apart', () => {
    expect(meeting.points(headed(0, 24, 'song'), headed(1, 24, 'hei'), 4, 2)).toBe(3);
    expect(meeting.points(headed(0, 24, 'song'), headed(1, 24, 'hei'), 4, 3)).toBe(0);
    expect(meeting.points(headed(0, 24, 'song'), headed(1, 24, 'hei'), 0, 20)).toBe(0);
  });
});
