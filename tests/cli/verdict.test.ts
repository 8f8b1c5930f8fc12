/** What may print: a text that is not whole never does, but for a story that the draft says has no room. */
import { expect, it } from 'vitest';
import { verdict } from '../../src/cli/build/verdict.ts';
import type { Fault } from '../../src/fault.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import { issueOf, story, syntheticTypesetter } from '../makeup/synthetic.ts';

const page = (number: number) => ({ number, color: true, locked: false });

it('lets a draft show a part of a story that goes on and has no room there, and of no other', () => {
  const place = { file: 'issues/2026-01-08/long.md' };
  const long = story(3000, { place, slug: 'long', priority: 1, title: ['一条太长的稿子'], page: 1 });
  const issue = issueOf([long], { pages: [page(1), page(2)] });
  const { plan, faults } = makeUp({ issue, typesetter: syntheticTypesetter(), pictures: new Map() });
  const overset = faults.filter(({ name }) => name === 'overset');
  expect(overset).toMatchObject([{ page: 2, hint: expect.stringContaining('divide it into two stories') }]);
  const known = overset.map((fault): Fault => ({ ...fault, severity: 'warning' }));
  const names = (all: readonly Fault[]) => all.filter(({ severity }) => severity === 'error').map(({ name }) => name);
  expect(names(verdict(plan, { draft: true, known }))).toEqual([]);
  expect(names(verdict(plan, { draft: true, known: [] }))).toEqual(['article-not-whole']);
});
