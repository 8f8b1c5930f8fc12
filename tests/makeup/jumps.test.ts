/** Where jumps go, and those of inner pages, which are the last resort: with real type. */
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { issueOf, PAPER, photo, picture, story } from './synthetic.ts';

const SENTENCE = '记者昨日从市里获悉，今年全市将新建一批社区公园，方便市民就近散步、健身和休息。';
const prose = (characters: number): Block[] =>
  Array.from({ length: Math.ceil(characters / (3 * SENTENCE.length)) }, () => ({
    kind: 'paragraph',
    spans: [{ text: SENTENCE.repeat(3) }],
  }));
const news = (slug: string, characters: number, more: Partial<Article>): Article =>
  story(0, { slug, title: [`${slug}城市建设项目今年推进`], body: prose(characters), ...more });

const typesetter = await openTypesetter(PAPER);

function edition(articles: readonly Article[], pages: Parameters<typeof issueOf>[1]) {
  const pictures = new Map(articles.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
  const { plan, faults } = makeUp({ issue: issueOf(articles, pages), typesetter, pictures });
  return { plan, refused: faults.filter(({ severity }) => severity === 'error') };
}

describe('an inner page that is too full', () => {
  const pages = [2, 3].map((number) => ({ number, color: true, locked: false }));
  const stories = (more: number, behind: number, asked: Partial<Article> = { jumpAsked: true }): Article[] => [
    news('a', 3400 + more, { page: 2, priority: 1, photos: [photo({ prominence: 'main' })], ...asked }),
    news('b', 2600, { page: 2, priority: 2, ...asked }),
    news('c', 1500, { page: 2, ...asked }),
    news('e', 2600 + behind, { page: 3, priority: 1, photos: [photo()] }),
    news('f', 1500, { page: 3, priority: 2 }),
    news('g', 900, { page: 3, priority: 3, photos: [photo()] }),
  ];

  it('is closed by a jump where the desk asks for it and nothing else helps', () => {
    const made = edition(stories(2300, 0), { pages });
    expect(made.refused).toEqual([]);
    expect(made.plan.articles.filter(({ jump }) => jump !== null)).toMatchObject([{ jump: { from: 2, to: 3 } }]);
    for (const proof of made.plan.articles) expect(proof.placedDigest).toBe(proof.digest);
  });

  it('is refused where the desk did not ask, and told how to', () => {
    const made = edition(stories(2300, 0, {}), { pages });
    expect(made.plan.articles.filter(({ jump }) => jump !== null)).toEqual([]);
    expect(made.refused.map(({ hint }) => hint).join()).toMatch(/`jump: true`.*page 3/);
  });

  it('is refused where the page behind has no room for the rest, and no jump is offered', () => {
    const made = edition(stories(2300, 4700), { pages });
    expect(made.refused).not.toEqual([]);
    expect(made.plan.articles.filter(({ jump }) => jump !== null)).toEqual([]);
    for (const { hint } of made.refused) expect(hint).not.toMatch(/jump/i);
  });
});

describe('a story goes on where its section is', () => {
  const jumpOf = (behind: number, names: readonly (string | undefined)[], section?: string) => {
    const own = section === undefined ? {} : { section };
    const front = [
      news('a', 3400, { page: 1, priority: 1, photos: [photo({ prominence: 'main' })], ...own }),
      news('b', 3000, { page: 1, priority: 2, ...own }),
      news('c', 1500, { page: 1, ...own }),
      news('d', 900, { page: 1, priority: 4, ...own }),
    ];
    const inside = [2, 3].flatMap((page) => [
      news(`e${page}`, 2600 + (page === 3 ? behind : 0), { page, priority: 1, photos: [photo()] }),
      news(`f${page}`, 1500, { page, priority: 2 }),
      news(`g${page}`, 900, { page, priority: 3, photos: [photo()] }),
    ]);
    const pages = [undefined, ...names].map((name, at) => ({
      number: at + 1,
      color: true,
      locked: false,
      ...(name && { name }),
    }));
    const made = edition([...front, ...inside], { pages });
    expect(made.refused).toEqual([]);
    for (const page of made.plan.pages) expect(page.hard).toEqual([]);
    return made.plan.articles.flatMap(({ jump }) => (jump === null ? [] : jump.to));
  };

  it('or on a page without a name, though another has more room', () => {
    expect(jumpOf(120, ['体育', '经济'])).toEqual([2]);
    expect(jumpOf(120, ['体育', '经济'], '经济')).toEqual([3]);
    expect(jumpOf(120, ['体育', undefined], '经济')).toEqual([3]);
    expect(jumpOf(120, [undefined, '经济'], '经济')).toEqual([3]);
  });

  it('but not where there is no room', () => {
    expect(jumpOf(4700, ['体育', '经济'], '经济')).toEqual([2]);
  });
});
