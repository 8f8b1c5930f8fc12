/** Other ways to make up the front page of the sample: three pages that a reader would tell apart at a glance. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIssue } from '../../src/issue/read.ts';
import { makeUp, propose } from '../../src/makeup/make-up.ts';
import { rememberPages } from '../../src/makeup/memory.ts';
import type { Module, PagePlan } from '../../src/makeup/plan.ts';
import { inspectPictures } from '../../src/photo/inspect.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';

const FOLDER = fileURLToPath(new URL('../../issues/2026-01-08', import.meta.url));

let ways: readonly PagePlan[];
let own: PagePlan | undefined;
/** The front page's first three by the desk's priorities. */
let main: readonly string[];
beforeAll(async () => {
  const { issue, folder } = await readIssue(FOLDER);
  if (!issue) throw new Error('the sample cannot be read');
  const { pictures } = await inspectPictures(folder, issue);
  const { memory } = rememberPages();
  const input = { issue, pictures, typesetter: await openTypesetter(issue.paper), memory };
  const { plan } = makeUp(input);
  [own] = plan.pages;
  ways = propose(input, plan, 1);
  const front = issue.articles.filter(({ page, genre }) => page === 1 && genre !== 'index' && genre !== 'brief');
  main = front.toSorted((a, b) => a.priority - b.priority).map(({ slug }) => slug);
}, 120_000);

describe('the ways to make up the front page', () => {
  it('are three, the plan’s own first', () => {
    expect(ways).toHaveLength(3);
    expect(ways[0]).toEqual(own);
  });

  it('keep all hard rules and hold the same stories', () => {
    const slugs = (page: PagePlan): readonly string[] =>
      page.modules.flatMap(({ kind, slug }) => (kind === 'article' ? [slug] : [])).toSorted();
    for (const way of ways) {
      expect(way).toMatchObject({ hard: [], fill: 1 });
      expect(slugs(way)).toEqual(slugs(ways[0] as PagePlan));
    }
  });

  it('differ, each from each, in half of the stories and in a main one', () => {
    const pairs = ways.flatMap((one, at) => ways.slice(at + 1).map((other) => [one, other] as const));
    for (const [one, other] of pairs) {
      const stories = one.modules.filter(({ kind }) => kind === 'article');
      const moved = stories.filter((module) => isElsewhere(module, other));
      expect(2 * moved.length).toBeGreaterThanOrEqual(stories.length);
      expect(moved.some(({ slug }) => main.slice(0, 3).includes(slug))).toBe(true);
    }
  });
});

/** True where a story has another column or width on the other page. */
function isElsewhere({ slug, column, columns }: Module, page: PagePlan): boolean {
  const same = page.modules.find((module) => module.slug === slug);
  return same?.column !== column || same.columns !== columns;
}
