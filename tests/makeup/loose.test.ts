/** Random issues of three pages whose stories have no page: they are spread, moved where a page does not close, and none is lost. */
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../bench/makeup-writer.ts';
import type { Article } from '../../src/issue/model.ts';
import { distribute } from '../../src/makeup/edition/distribute.ts';
import { releasedPages } from '../../src/makeup/edition/released.ts';
import { isSaid } from '../../src/makeup/edition/word.ts';
import { gridOf } from '../../src/makeup/grid.ts';
import { estimate, makeUp } from '../../src/makeup/make-up.ts';
import { issueOf, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

const PAGES = 3;
/** Cells of page 1 under its nameplate, and of the others. */
const CELLS = 736 + 832 + 832;
const typesetter = syntheticTypesetter();

/** Fifteen to twenty stories whose lines fill 68–80 % of the pages, three in ten with a photo. */
function looseStories(seed: number): Article[] {
  const random = randomOf(seed);
  const count = 15 + Math.floor(random() * 6);
  const weights = Array.from({ length: count }, () => 0.25 + 3 * random() ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const lines = CELLS * (0.68 + 0.12 * random());
  return weights.map((weight, index) =>
    story(Math.max(10, Math.round(((lines * weight) / sum) * (random() < 0.2 ? 0.93 : 1))), {
      slug: `s${index}`,
      priority: Math.min(5, 1 + Math.floor((index * 5) / count)) as Article['priority'],
      title: ['新闻标题一共十二个字'.slice(0, 7 + Math.floor(random() * 4))],
      photos: random() < 0.3 ? [photo()] : [],
      jump: false,
    }),
  );
}

describe('stories without a page', () => {
  // In issue 21 the first spread leaves a page that does not close: one story has to move.
  it.each([1, 4, 9, 15, 21, 24])('close all pages of issue %i, whole, without a jump', (seed) => {
    const articles = looseStories(seed);
    const pictures = new Map(articles.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
    const { plan, faults } = makeUp({ issue: issueOf(articles, { pages: PAGES }), typesetter, pictures });
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const page of plan.pages) expect(page).toMatchObject({ fill: 1, hard: [] });
    for (const proof of plan.articles)
      expect(proof).toMatchObject({ jump: null, placed: proof.characters, placedDigest: proof.digest });
    const leads = articles.filter(({ priority }) => priority === 1).map(({ slug }) => slug);
    expect(plan.pages[0]?.modules.some(({ slug }) => leads.includes(slug))).toBe(true);
  });

  it('go where they would go when several threads have guessed their room', () => {
    const articles = looseStories(4);
    const pictures = new Map(articles.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
    const input = { issue: issueOf(articles, { pages: PAGES }), typesetter, pictures };
    let taken = 0;
    const turn = (of: number) => (): number => (taken < of ? taken++ : Number.NaN);
    const parts = [estimate(input, turn(5)), estimate(input, turn(articles.length))];
    expect(parts.map(({ size }) => size)).toEqual([5, articles.length - 5]);
    const estimates = new Map(parts.flatMap((part) => [...part]));
    expect(makeUp({ ...input, estimates })).toEqual(makeUp(input));
  });
});

describe('an issue of which nobody said how many pages it has', () => {
  const pagesOf = (articles: readonly Article[]): number => {
    const issue = { ...issueOf(articles), pages: undefined };
    const source = { typesetter, pictures: new Map(), imprint: 0 };
    return distribute(issue, source, gridOf(issue.paper.format), releasedPages({})).assignments.length;
  };

  it('has none more where the pages that the desk filled are too full', () =>
    expect(pagesOf([story(780, { page: 1 }), story(460, { page: 2 }), story(440, { page: 2 })])).toBe(2));

  it('has one more where what is over would fill a good part of it, or where copy is left that has no page', () => {
    expect(pagesOf([story(1400, { page: 1 })])).toBe(2);
    expect(pagesOf([story(780, { page: 1 }), story(460), story(300)])).toBe(2);
    expect(pagesOf([story(760, { page: 1 }), story(460), story(500)])).toBe(3);
  });
});

describe('the desk’s own word', () => {
  const released = releasedPages({});
  it('is enough where every story has its page, a pin, or company that has one', () => {
    const said = [
      story(20, { slug: 'a', page: 1, aside: ['c'] }),
      story(20, { slug: 'b', pin: { page: 2 } }),
      story(20, { slug: 'c' }),
    ];
    expect(isSaid(issueOf(said, { pages: 2 }), released)).toBe(true);
  });
  it('is not where a story has none, or one that the issue does not have, or nobody said how many pages there are', () => {
    const placed = story(20, { slug: 'a', page: 1 });
    expect(isSaid(issueOf([placed, story(20, { slug: 'b' })], { pages: 2 }), released)).toBe(false);
    expect(isSaid(issueOf([{ ...placed, page: 3 }], { pages: 2 }), released)).toBe(false);
    const open = { ...issueOf([placed]), pages: undefined };
    expect(isSaid(open, released)).toBe(false);
  });
});
