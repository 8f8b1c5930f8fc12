/** Stories of signed-off pages are found again under other names by their texts, and only by those. */
import { describe, expect, it } from 'vitest';
import type { FrozenPage } from '../../src/cli/release/store.ts';
import { underTodaysNames } from '../../src/cli/release/todays-names.ts';
import type { Article, Issue } from '../../src/issue/model.ts';
import { legOf, moduleOf, pageOf } from '../browser/page-builder.ts';

const PIER = '今年冬天江水涨了又落码头上的人说渡船比往年早收了班';
const SCHOOL = '新学校的操场昨天浇完最后一车混凝土孩子们下周搬进去';
const MARKET = '早市从四点开到九点卖藕的老人说今年的藕比去年粉得多';

const story = (slug: string, text: string): Article =>
  ({
    slug,
    title: [],
    deck: [],
    byline: [],
    photos: [],
    body: [{ kind: 'paragraph', spans: [{ text }] }],
  }) as unknown as Article;

/** The slugs of page 1, which was signed off with a pier and a school, in an issue of these stories; and who is told. */
function now(...articles: readonly Article[]) {
  const modules = [moduleOf('pier', [legOf([PIER])]), moduleOf('school', [legOf([SCHOOL])])];
  const page = { plan: pageOf(1, modules), pictures: new Map() } as unknown as FrozenPage;
  const issue = { id: '2026-01-08', articles } as unknown as Issue;
  const { frozen, faults } = underTodaysNames(new Map([[1, page]]), issue, new Map());
  return {
    slugs: frozen.get(1)?.plan.modules.map(({ slug }) => slug),
    told: faults.map(({ name, page: number, message }) => [name, number, message.split(' ', 1)[0]]),
  };
}

describe('a story of a signed-off page', () => {
  it('keeps its name while there is a file of it', () => {
    const same = now(story('pier', PIER), story('school', SCHOOL), story('copy', PIER));
    expect(same).toEqual({ slugs: ['pier', 'school'], told: [] });
  });

  it('is found under another name by its text, edited a little or not', () => {
    const edited = SCHOOL.replace('昨天', '前天');
    expect(now(story('harbour', PIER), story('playground', edited), story('market', MARKET))).toEqual({
      slugs: ['harbour', 'playground'],
      told: [
        ['released-renamed', 1, '“harbour”'],
        ['released-renamed', 1, '“playground”'],
      ],
    });
  });

  it('is gone where no other has its text', () => {
    expect(now(story('school', SCHOOL), story('market', MARKET))).toEqual({ slugs: ['pier', 'school'], told: [] });
  });
});
