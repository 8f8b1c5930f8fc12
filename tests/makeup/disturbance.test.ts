/** A page made again after an edit: released pages never move, others as little as they can at nearly the same cost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { PagePlan } from '../../src/makeup/plan.ts';
import { issueOf, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

const pages = [1, 2].map((number) => ({ number, color: true, locked: false }));
const typesetter = syntheticTypesetter();

/** Five stories to a page, the lead with a photo. */
const stories: readonly Article[] = [1, 2].flatMap((page) =>
  [page === 1 ? 180 : 210, 140, 110, 70, 40].map((lines, index) =>
    story(lines, {
      slug: `${'ab'.charAt(page - 1)}${index}`,
      page,
      priority: (index + 1) as Article['priority'],
      title: [`第${page}版第${index}条新闻的标题`],
      photos: index === 0 ? [photo({ file: `photos/${page}.jpg`, prominence: 'main' })] : [],
    }),
  ),
);
const pictures = new Map([1, 2].map((page) => [`photos/${page}.jpg`, picture(`photos/${page}.jpg`)]));
const inputOf = (articles: readonly Article[]) => ({ issue: issueOf(articles, { pages }), typesetter, pictures });
const first = makeUp(inputOf(stories)).plan;

/** One story is shortened by a paragraph, said again longer, or gets another title. */
const edit = fc.record({ at: fc.nat(stories.length - 1), what: fc.constantFrom('cut', 'add', 'title') });
const edited = ({ at, what }: { at: number; what: string }): Article[] =>
  stories.map((one, index) => {
    if (index !== at) return one;
    if (what === 'title') return { ...one, title: ['换过的题目'] };
    const [head, ...rest] = one.body;
    return { ...one, body: what === 'cut' && rest.length > 0 ? rest : [...(head ? [head] : []), ...one.body] };
  });

const costOf = ({ soft }: PagePlan): number => soft.reduce((sum, { cost }) => sum + cost, 0);
const placesOf = ({ modules }: PagePlan) =>
  new Map(modules.map(({ slug, column, row, columns, rows }) => [slug, [column, row, columns, rows].join()]));
const moved = (before: PagePlan, after: PagePlan): number => {
  const was = placesOf(before);
  return [...placesOf(after)].filter(([slug, place]) => was.get(slug) !== place).length;
};

describe('a page made again', () => {
  it('is the same, byte for byte, when it is released, whatever is edited', () => {
    fc.assert(
      fc.property(edit, fc.constantFrom(1, 2), (change, released) => {
        const again = makeUp({ ...inputOf(edited(change)), previous: first, released: [released] });
        const at = released - 1;
        expect(JSON.stringify(again.plan.pages[at])).toBe(JSON.stringify(first.pages[at]));
      }),
      { numRuns: 12 },
    );
  });

  it('costs hardly more for staying where it was, and the page that was not touched stays', () => {
    fc.assert(
      fc.property(edit, (change) => {
        const articles = edited(change);
        const again = makeUp({ ...inputOf(articles), previous: first });
        const anew = makeUp(inputOf(articles));
        const touched = change.at < 5 ? 0 : 1;
        const [page, free, other] = [
          again.plan.pages[touched],
          anew.plan.pages[touched],
          again.plan.pages[1 - touched],
        ];
        const was = first.pages[touched];
        if (!page || !free || !other || !was) throw new Error('Expected two pages.');
        const jumps = again.plan.articles.some(({ jump }) => jump !== null);
        if (!jumps) expect(moved(first.pages[1 - touched] as PagePlan, other)).toBe(0);
        if (free.fill < 1) return;
        expect(costOf(page)).toBeLessThanOrEqual(costOf(free) + 0.4 * page.modules.length + 0.1);
        expect(moved(was, page)).toBeLessThanOrEqual(moved(was, free) + 1);
      }),
      { numRuns: 12 },
    );
  });
});
