/** How many threads look for pages: as many as gain something. */
import { expect, it } from 'vitest';
import { searchersFor } from '#src/cli/build/searchers.ts';

it.each([
  { cores: 1, pages: 8, searchers: 1 },
  { cores: 2, pages: 4, searchers: 1 },
  { cores: 2, pages: 16, searchers: 1 },
  { cores: 2, pages: 17, searchers: 2 },
  { cores: 8, pages: 3, searchers: 3 },
  { cores: 8, pages: 16, searchers: 4 },
  { cores: 8, pages: Number.POSITIVE_INFINITY, searchers: 8 },
])('$searchers of $cores threads look for $pages pages', ({ cores, pages, searchers }) => {
  expect(searchersFor(cores, pages)).toBe(searchers);
});
