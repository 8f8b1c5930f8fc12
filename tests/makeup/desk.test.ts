/** What the desk asks of whole issues: imprint, locked pages, stories kept apart through the paper, mono pages, moves between pages. */
import { describe, expect, it } from 'vitest';
import type { Article, Issue, PageRequest } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Module, PagePlan, Plan } from '../../src/makeup/plan.ts';
import { drawLetters } from './letters.ts';
import { issueOf, PAPER, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

const page = (number: number, more: Partial<PageRequest> = {}): PageRequest => ({
  number,
  color: true,
  locked: false,
  ...more,
});

function edition(articles: readonly Article[], more: Partial<Issue> = {}) {
  const issue = issueOf(articles, { pages: [page(1), page(2)], ...more });
  const files = [...articles.flatMap((one) => one.photos), ...issue.ads, ...issue.fillers].map(({ file }) => file);
  const input = {
    issue,
    typesetter: syntheticTypesetter(),
    pictures: new Map(
      files.map((file) => [
        file,
        picture(file, file.includes('tall') ? 1000 : 3000, file.includes('tall') ? 1500 : 2000),
      ]),
    ),
  };
  return { input, ...makeUp(input) };
}

const errors = ({ faults }: { faults: readonly { severity: string; name: string }[] }) =>
  faults.filter(({ severity }) => severity === 'error').map(({ name }) => name);
const pageOf = (plan: Plan, number: number): PagePlan => {
  const found = plan.pages.find((one) => one.number === number);
  if (!found) throw new Error(`Expected a page ${number}.`);
  return found;
};
const on = ({ modules }: PagePlan, slug: string): Module => {
  const found = modules.find((one) => one.slug === slug);
  if (!found) throw new Error(`Expected ${slug} on the page.`);
  return found;
};
const pagesOf = (plan: Plan, slug: string): number[] =>
  plan.pages.filter(({ modules }) => modules.some((one) => one.slug === slug)).map(({ number }) => number);

/** Five stories of 560 lines in all on a page of 736 (first) or 832 cells. */
const onPage = (number: number, names: string): Article[] =>
  [180, 140, 110, 80, 50].map((lines, index) =>
    story(number === 1 ? Math.round(lines * 0.88) : lines, {
      slug: names.charAt(index),
      page: number,
      priority: Math.min(5, index + 1) as Article['priority'],
      title: [`${'甲乙丙丁戊'.charAt(index)}版面上的新闻标题${number}`],
      photos: index === 0 ? [photo({ prominence: 'main' })] : [],
    }),
  );
const twoPages = (): Article[] => [...onPage(1, 'abcde'), ...onPage(2, 'vwxyz')];

describe('the imprint', () => {
  const publisher = { name: '某某报社', cn: 'CN 00-0000', address: '某路 1 号', printer: '某印刷厂', price: '1 元' };

  it('stands at the foot of the last page, whole, and of no other', () => {
    const made = edition(twoPages(), { paper: { ...PAPER, publisher } });
    expect(errors(made)).toEqual([]);
    expect(pagesOf(made.plan, 'imprint')).toEqual([2]);
    const imprint = on(pageOf(made.plan, 2), 'imprint');
    expect(imprint).toMatchObject({ kind: 'imprint', column: 0, columns: 8, row: 104 - imprint.rows });
    const said = JSON.stringify(imprint.boxes);
    for (const fact of ['CN 00-0000', '某路 1 号', '某印刷厂', '1 元']) expect(said).toContain(fact);
    expect(pageOf(made.plan, 2)).toMatchObject({ fill: 1, hard: [] });
  });

  it('goes to the last page that is not one ad', () => {
    const ads = [{ file: 'ads/x.jpg', page: 2, position: 'full' as const, width: 8, height: 104 }];
    const { plan } = edition(onPage(1, 'abcde'), { paper: { ...PAPER, publisher }, ads });
    expect(pagesOf(plan, 'imprint')).toEqual([1]);
  });

  it('is not printed by a paper that gives no facts beyond its nameplate’s', () => {
    const { plan } = edition(twoPages(), { paper: { ...PAPER, publisher: { name: '某某报社' } } });
    expect(pagesOf(plan, 'imprint')).toEqual([]);
  });
});

describe('ads that nobody booked on a page', () => {
  const file = 'ads/x.jpg';
  const whole = { file, position: 'full' as const, width: 8, height: 104 };
  const loose = () => twoPages().map(({ page: _, ...one }) => one);

  it('have no story sent to the page that they fill', () => {
    const made = edition(loose(), { ads: [whole], pages: [page(1), page(2), page(3)] });
    expect(errors(made)).toEqual([]);
    expect(pageOf(made.plan, 3).modules.map(({ kind }) => kind)).toEqual(['ad']);
  });

  it('never fill the first page, where the nameplate stands', () => {
    for (const ad of [{ ...whole, page: 1 }, whole]) {
      const made = edition(onPage(1, 'abcde'), { ads: [ad], pages: [page(1)] });
      expect(errors(made)).toEqual(['ad-too-large']);
      expect(pageOf(made.plan, 1)).toMatchObject({ fill: 1, hard: [] });
    }
  });

  it('are not taller than what the nameplate leaves of page 1', () => {
    const tall = { file, page: 1, position: 'foot' as const, width: 8, height: 96 };
    expect(errors(edition(onPage(1, 'abcde'), { ads: [tall], pages: [page(1)] }))).toEqual(['ad-too-large']);
  });

  it('get pages of their own where the issue says no number', () => {
    const { input } = edition(loose(), { ads: [whole] });
    const made = makeUp({ ...input, issue: { ...input.issue, pages: undefined } });
    expect(errors(made)).toEqual([]);
    expect(made.plan.pages).toHaveLength(3);
  });
});

describe('stories that stand together', () => {
  const loose = (more: Readonly<Record<string, Partial<Article>>>) =>
    twoPages().map(({ page: _, ...one }) => ({ ...one, ...more[one.slug] }));
  const told = (articles: readonly Article[], more: Partial<Issue> = {}) => {
    const made = edition(articles, more);
    const pages = (slugs: string) => [...slugs].flatMap((slug) => pagesOf(made.plan, slug).slice(0, 1));
    return { pages, names: made.faults.map(({ name }) => name) };
  };
  const groups = { g: { title: '总题' } };
  const inGroup = { group: 'g' };

  it('go to one page though the desk named none', () => {
    const plain = told(loose({})).pages('av');
    expect(plain[0]).not.toBe(plain[1]);
    const [host, box] = told(loose({ a: { aside: ['v'] } })).pages('av');
    expect(box).toBe(host);
    expect(new Set(told(loose({ a: inGroup, v: inGroup, w: inGroup }), { groups }).pages('avw')).size).toBe(1);
  });

  it('go where one of them was sent, mates of mates too', () => {
    const sent = told(loose({ e: { page: 2, group: 'g' }, d: { group: 'g', aside: ['z'] } }), { groups });
    expect(sent.pages('edz')).toEqual([2, 2, 2]);
  });

  it('are told where the desk sent them apart', () => {
    const asked = (more: Readonly<Record<string, Partial<Article>>>) =>
      told(
        twoPages().map((one) => ({ ...one, ...more[one.slug] })),
        { groups },
      ).names;
    expect(asked({ a: { aside: ['v'] } })).toContain('aside-parted');
    expect(asked({ a: inGroup, d: inGroup, v: inGroup }).filter((name) => name === 'group-parted')).toHaveLength(1);
    expect(asked({ a: inGroup, d: inGroup })).not.toContain('group-parted');
  });
});

describe('the ear', () => {
  const ear = (file: string, more = {}) => ({ file, position: 'ear' as const, width: 3, height: 12, ...more });
  const told = (...ads: readonly ReturnType<typeof ear>[]) => errors(edition(twoPages(), { ads }));

  it('holds one ad, and every other that was sold for it is told', () => {
    expect(told(ear('ads/a.jpg'))).toEqual([]);
    expect(told(ear('ads/a.jpg'), ear('ads/b.jpg'))).toEqual(['ad-out-of-ear']);
    expect(told(ear('ads/a.jpg', { page: 2 }))).toEqual(['ad-out-of-ear']);
  });

  it('of an ad prints no weather, which is told', () => {
    const names = (more: Partial<Issue>) => edition(twoPages(), more).faults.map(({ name }) => name);
    expect(names({ weather: '晴' })).not.toContain('weather-unprinted');
    expect(names({ weather: '晴', ads: [ear('ads/a.jpg')] })).toContain('weather-unprinted');
  });
});

describe('keepApart', () => {
  it('keeps a story off the back of another', () => {
    const plain = edition(twoPages());
    const [front, back] = [on(pageOf(plain.plan, 1), 'a'), on(pageOf(plain.plan, 2), 'v')];
    expect(touch(front, back)).toBe(true);
    const apart = twoPages().map((one) =>
      one.slug === 'v' ? { ...one, keepApart: ['a'], priority: 3 as const } : one,
    );
    const made = edition(apart);
    expect(errors(made)).toEqual([]);
    expect(touch(on(pageOf(made.plan, 1), 'a'), on(pageOf(made.plan, 2), 'v'))).toBe(false);
  });

  it('is refused with both pages full of the two stories', () => {
    const only = (slug: string, number: number, lines: number) =>
      story(lines, { slug, page: number, keepApart: number === 2 ? ['a'] : [], photos: [photo()] });
    const made = edition([only('a', 1, 600), only('v', 2, 650)]);
    expect(errors(made)).toEqual(['wish-refused']);
  });

  /** True when two rectangles lie back to back. */
  const touch = (front: Module, back: Module): boolean => {
    const column = 8 - back.column - back.columns;
    const across = front.column < column + back.columns && column < front.column + front.columns;
    return across && front.row < back.row + back.rows && back.row < front.row + front.rows;
  };
});

describe('a locked page', () => {
  const locked = [page(1), page(2, { locked: true })];

  it('takes no story that the desk did not put there', () => {
    const loose = story(120, { slug: 'n', priority: 4 });
    const stories = [...twoPages().filter(({ slug }) => !'de'.includes(slug)), loose];
    const made = edition(stories, { pages: locked });
    expect(pagesOf(made.plan, 'n')).toEqual([1]);
  });

  it('keeps every story at its place when words change, or says that it cannot', () => {
    const first = edition(twoPages());
    const edited = first.input.issue.articles.map((one) =>
      one.slug === 'w' ? { ...one, title: ['乙改过的新闻标题又一个'], priority: 4 as const } : one,
    );
    const issue = { ...first.input.issue, pages: locked, articles: edited };
    const again = makeUp({ ...first.input, issue, previous: first.plan });
    expect(errors(again)).toEqual([]);
    expect(drawLetters(pageOf(again.plan, 2))).toEqual(drawLetters(pageOf(first.plan, 2)));
    const cut = edited.map((one) => (one.slug === 'v' ? { ...one, body: one.body.slice(0, 6) } : one));
    const broken = makeUp({ ...first.input, issue: { ...issue, articles: cut }, previous: first.plan });
    expect(errors(broken)).not.toEqual([]);
    for (const fault of broken.faults.filter(({ severity }) => severity === 'error')) {
      expect(['lock-broken', 'page-hole', 'overset']).toContain(fault.name);
      expect(fault.page).toBe(2);
    }
  });
});

describe('a page in black', () => {
  it('prints its nameplate in black', () => {
    const paper = { ...PAPER, colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] as const } } };
    const inkOf = ({ plan }: { plan: Plan }) =>
      on(pageOf(plan, 1), 'nameplate').boxes.find((box) => box.kind === 'text' && box.text.role === 'nameplate');
    expect(inkOf(edition(onPage(1, 'abcde'), { paper, pages: [page(1)] }))).toMatchObject({
      ink: { house: 'nameplate' },
    });
    expect(inkOf(edition(onPage(1, 'abcde'), { paper, pages: [page(1, { color: false })] }))).toMatchObject({
      ink: { black: 1 },
    });
  });
});

describe('prominence', () => {
  it('makes the main photo of a story larger than a portrait, wherever it stands in the list', () => {
    const photos = [photo({ prominence: 'head', file: 'photos/tall.jpg' }), photo({ prominence: 'main' })];
    const stories = onPage(2, 'vwxyz').map((one) => (one.slug === 'v' ? { ...one, photos } : one));
    const made = edition(stories, { pages: [page(2)] });
    expect(errors(made)).toEqual([]);
    const placed = on(pageOf(made.plan, 2), 'v').photos;
    const columns = (file: string | undefined) => placed.find((one) => one.file === file)?.columns ?? 0;
    expect(columns(photos[1]?.file)).toBeGreaterThan(columns(photos[0]?.file));
  });
});

describe('a page that does not close', () => {
  it('gives a story that the desk did not place to a later page, without a jump', () => {
    const loose = [story(150, { slug: 'm', priority: 3 }), story(120, { slug: 'n', priority: 4 })];
    const stories = [...onPage(1, 'abcde'), ...onPage(2, 'vwxyz').slice(0, 2), ...loose];
    const made = edition(stories);
    expect(errors(made)).toEqual([]);
    for (const one of made.plan.pages) expect(one).toMatchObject({ fill: 1, hard: [] });
    for (const proof of made.plan.articles) expect(proof).toMatchObject({ jump: null, placed: proof.characters });
  });

  it('keeps stories of a section on its page', () => {
    const pages = [page(1, { name: '要闻' }), page(2, { name: '体育' })];
    const sport = story(100, { slug: 's', section: '体育', priority: 4 });
    const { plan } = edition([...onPage(1, 'abcde'), ...onPage(2, 'vwxyz').slice(0, 4), sport], { pages });
    expect(pagesOf(plan, 's')).toEqual([2]);
  });

  it('loses no story of a page that an ad fills: it is a fault', () => {
    const ads = [{ file: 'ads/x.jpg', page: 2, position: 'full' as const, width: 8, height: 104 }];
    const made = edition([...onPage(1, 'abcde'), story(40, { slug: 'q', page: 2 })], { ads });
    expect(errors(made)).toContain('overset');
  });
});
