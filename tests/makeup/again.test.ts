import { describe, expect, it } from 'vitest';
import { makeUp, propose } from '../../src/makeup/make-up.ts';
import type { PagePlan } from '../../src/makeup/plan.ts';
import { errors, pageOf, sixStories } from './inner-page.ts';
import { drawLetters } from './letters.ts';

describe('a page made again', () => {
  it('moves as little as it can', () => {
    const first = pageOf(sixStories());
    const edited = first.input.issue.articles.map((one) =>
      one.slug === 'e' ? { ...one, title: ['小消息又一则'] } : one,
    );
    const again = makeUp({ ...first.input, issue: { ...first.input.issue, articles: edited }, previous: first.plan });
    expect(drawLetters(again.plan.pages[0] as PagePlan)).toEqual(drawLetters(first.page));
  });

  it('never moves when it is released', () => {
    const first = pageOf(sixStories());
    const edited = first.input.issue.articles.map((one) =>
      one.slug === 'b' ? { ...one, body: one.body.slice(1) } : one,
    );
    const issue = { ...first.input.issue, articles: edited };
    const again = makeUp({ ...first.input, issue, previous: first.plan, released: [2] });
    expect(again.plan.pages[0]).toEqual(first.page);
    expect(errors(again)).toEqual([]);
  });

  it.each([
    ['late', 2, 'is sent to page 2, which is signed off without it'],
    ['b', 3, 'is sent to page 3, but page 2 is signed off with it and keeps it'],
  ])('says so when it is released and story %s asks for page %i', (slug, wanted, said) => {
    const first = pageOf(sixStories());
    const [model, ...others] = first.input.issue.articles;
    if (model === undefined) throw new Error('no story');
    const late = { ...model, slug: 'late', title: ['晚到的消息'], page: 2, photos: [] };
    const articles = [model, ...others].map((one) => (one.slug === slug ? { ...one, page: wanted } : one));
    const issue = { ...first.input.issue, pages: 3, articles: slug === 'late' ? [...articles, late] : articles };
    const { faults } = makeUp({ ...first.input, issue, previous: first.plan, released: [2] });
    const asked = faults.filter(({ name }) => name === 'released-page-asked');
    expect(asked.map(({ message }) => message)).toEqual([expect.stringContaining(said)]);
    expect(asked[0]?.hint).toContain(`broadsheet release ${issue.id} --page 2 --replate`);
  });

  it('says so when it is released and one of its stories is taken out of the issue', () => {
    const first = pageOf(sixStories());
    const issue = {
      ...first.input.issue,
      articles: first.input.issue.articles.filter(({ slug }) => slug !== 'b'),
    };
    const { plan, faults } = makeUp({ ...first.input, issue, previous: first.plan, released: [2] });
    expect(plan.pages[0]).toEqual(first.page);
    expect(faults.filter(({ name }) => name.startsWith('released')).map(({ name, page }) => [name, page])).toEqual([
      ['released-story-gone', 2],
    ]);
    expect(faults.find(({ name }) => name === 'released-story-gone')?.zh.hint).toContain('b.md');
  });

  it('comes with proposals that differ in more than a line', () => {
    const first = pageOf(sixStories());
    const plans = propose(first.input, first.plan, 2);
    expect(plans.length).toBe(3);
    for (const [index, one] of plans.entries())
      for (const other of plans.slice(index + 1)) {
        const moved = one.modules.filter(({ slug, column, columns }) => {
          const same = other.modules.find((module) => module.slug === slug);
          return same?.column !== column || same.columns !== columns;
        });
        expect(2 * moved.length).toBeGreaterThanOrEqual(one.modules.length);
        expect(other.hard).toEqual([]);
      }
  });
});
