/** What the program puts into an index that the desk did not write. */
import { expect, it } from 'vitest';
import { indexEntries } from '../../src/makeup/furniture/index.ts';
import { article } from '../builders.ts';

it('names the weightiest stories of the inner pages that have a headline, six at most', () => {
  const assigned = (number: number, ...articles: ReturnType<typeof article>[]) => ({
    page: { number, color: true, locked: false },
    articles,
    loose: new Set<never>(),
    room: () => 0,
  });
  const story = (slug: string, priority: 1 | 2 | 3, title = [slug]) => article({ slug, priority, title });
  const booking = { pages: new Map(), full: new Map(), ear: undefined, faults: [], requestOf: () => expect.fail() };
  const assignments = [
    assigned(1, story('front', 1)),
    assigned(2, story('minor', 3), story('photo', 1, [])),
    assigned(3, story('major', 1), ...['a', 'b', 'c', 'd', 'e'].map((slug) => story(slug, 2))),
  ];
  const { entries } = indexEntries({ assignments, booking });
  expect(entries.map(({ slug }) => slug)).toEqual(['major', 'a', 'b', 'c', 'd', 'e']);
  expect(entries[0]).toEqual({ text: 'major', slug: 'major', page: 3 });
});
