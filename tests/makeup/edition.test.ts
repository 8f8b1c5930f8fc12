/** Whole editions with real type: jumps, the index, proofs, English. */
import { beforeAll, describe, expect, it } from 'vitest';
import { randomOf } from '../../bench/makeup-writer.ts';
import type { Article, Block } from '../../src/issue/model.ts';
import { checkJumps } from '../../src/makeup/check/jumps.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import { rememberPages } from '../../src/makeup/memory.ts';
import type { Module, Plan } from '../../src/makeup/plan.ts';
import { lookBack } from '../../src/makeup/warnings/warnings.ts';
import type { Typesetter } from '../../src/typeset/model.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { issueOf, PAPER, photo, picture, story } from './synthetic.ts';

const WORDS =
  '长沙 城市 记者 获悉 项目 建设 市民 服务 社区 企业 数据 经济 学校 医院 地铁 公园 活动 今年 首次 推进 市场 技术 环境 教育 的 了 和 在'.split(
    ' ',
  );

/** Paragraphs of words by chance, a subhead now and then. */
function prose(characters: number, seed: number): Block[] {
  const chance = randomOf(seed);
  const blocks: Block[] = [];
  for (let left = characters; left > 0; left -= 110) {
    let text = '';
    while (text.length < Math.min(110, left))
      text += WORDS[Math.floor(chance() * WORDS.length)] + (chance() < 0.12 ? '，' : '');
    blocks.push({ kind: 'paragraph', spans: [{ text: `${text}。` }] });
  }
  return blocks;
}

const news = (slug: string, characters: number, more: Partial<Article> = {}): Article =>
  story(0, {
    slug,
    title: [`${slug}城市建设项目今年推进`],
    body: prose(characters, slug.length * 31 + characters),
    ...more,
  });

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = await openTypesetter(PAPER);
});

function edition(articles: readonly Article[], more: Parameters<typeof issueOf>[1] = {}) {
  const issue = issueOf(articles, more);
  const pictures = new Map(articles.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
  const input = { issue, typesetter, pictures };
  return { input, ...makeUp(input) };
}

const parts = (plan: Plan, slug: string): { page: number; module: Module }[] =>
  plan.pages.flatMap((page) =>
    page.modules.filter((one) => one.slug === slug).map((module) => ({ page: page.number, module })),
  );
const errors = ({ faults }: { faults: readonly { severity: string; message: string }[] }) =>
  faults.filter(({ severity }) => severity === 'error').map(({ message }) => message);
const lines = (module: Module): number =>
  module.boxes.reduce((sum, box) => sum + (box.kind === 'leg' ? box.lines.length : 0), 0);
const said = (module: Module): string =>
  module.boxes
    .flatMap((box) => (box.kind === 'text' ? box.text.lines.flatMap((line) => line.runs.map((run) => run.text)) : []))
    .join('');

const twoPages = (): Article[] => [
  news('a', 3400, { page: 1, priority: 1, photos: [photo({ prominence: 'main' })] }),
  news('b', 3000, { page: 1, priority: 2 }),
  news('c', 1500, { page: 1 }),
  news('d', 900, { page: 1, priority: 4 }),
  news('e', 2600, { page: 2, priority: 1, photos: [photo()] }),
  news('f', 1500, { page: 2, priority: 2 }),
  news('g', 900, { page: 2, priority: 3, photos: [photo()] }),
];

describe('a jump', () => {
  it('carries one story on to a later page, long enough on both sides, and loses nothing', () => {
    const made = edition(twoPages(), { pages: 2 });
    expect(errors(made)).toEqual([]);
    const jumped = made.plan.articles.filter(({ jump }) => jump !== null);
    expect(jumped).toHaveLength(1);
    const [proof] = jumped;
    expect(proof).toMatchObject({ jump: { from: 1, to: 2 }, placedDigest: proof?.digest, placed: proof?.characters });
    const [first, second] = parts(made.plan, proof?.slug ?? '');
    expect(lines(first?.module as Module)).toBeGreaterThanOrEqual(24);
    expect(lines(second?.module as Module)).toBeGreaterThanOrEqual(36);
    expect(said(first?.module as Module)).toContain('下转第2版');
    expect(said(second?.module as Module)).toContain('上接第1版');
    for (const page of made.plan.pages) expect(page).toMatchObject({ fill: 1, hard: [] });
  });

  it('names pages by their labels, as their folios do; so does the index', () => {
    const pages = [1, 2].map((number) => ({ number, label: `A0${number}`, color: true, locked: false }));
    const made = edition(twoPages(), { pages });
    const [slug = ''] = made.plan.articles.filter(({ jump }) => jump !== null).map((one) => one.slug);
    const [first, second] = parts(made.plan, slug);
    expect(said(first?.module as Module)).toContain('下转第A02版');
    expect(said(second?.module as Module)).toContain('上接第A01版');
    const ear = made.plan.pages[0]?.modules.find(({ kind }) => kind === 'ear');
    expect(said(ear as Module)).toContain('第A02版');
  });

  it('is refused by the checker where it is too short, goes backwards, or says nothing', () => {
    const { plan } = edition(twoPages(), { pages: 2 });
    expect(checkJumps(plan.pages).size).toBe(0);
    const spoiled = (spoil: (module: Module) => Module) =>
      plan.pages.map((page) => ({ ...page, modules: page.modules.map(spoil) }));
    const slug = plan.articles.find(({ jump }) => jump !== null)?.slug;
    const isJumped = (module: Module): boolean => module.slug === slug;
    const silent = spoiled((module) =>
      isJumped(module)
        ? { ...module, boxes: module.boxes.filter((box) => box.kind !== 'text' || box.text.role !== 'jump') }
        : module,
    );
    expect(checkJumps(silent).get(1)).toHaveLength(2);
    const short = spoiled((module) =>
      isJumped(module) && module.part === 2
        ? { ...module, boxes: module.boxes.filter((box) => box.kind !== 'leg') }
        : module,
    );
    expect(
      checkJumps(short)
        .get(1)
        ?.map(({ message }) => message),
    ).toEqual(['Too few lines stand after a jump.']);
    const turned = plan.pages.map((page) => ({ ...page, number: 3 - page.number }));
    expect([...checkJumps(turned).values()].flat().map(({ message }) => message)).toContain('A story jumps backwards.');
  });

  it('goes on at the frozen cut when page 1 is released', () => {
    const made = edition(twoPages(), { pages: 2 });
    const slug = made.plan.articles.find(({ jump }) => jump !== null)?.slug ?? '';
    const again = makeUp({ ...made.input, previous: made.plan, released: [1] });
    expect(again.plan.pages[0]).toEqual(made.plan.pages[0]);
    expect(again.plan.articles.find((one) => one.slug === slug)).toMatchObject({ jump: { from: 1, to: 2 } });
    expect(errors(again)).toEqual([]);
  });

  it('is not made of a story that may not jump', () => {
    const stories = twoPages().map((one) => ({ ...one, jump: false }));
    const { plan, faults } = edition(stories, { pages: 2 });
    expect(plan.articles.every(({ jump }) => jump === null)).toBe(true);
    expect(faults.some(({ name }) => name === 'overset')).toBe(true);
  });

  it('that is too long for what is behind is over, and not lost', () => {
    const { plan, faults } = edition([news('a', 30_000, { page: 1 })], { pages: 2 });
    const part = plan.pages.flatMap(({ modules }) => modules.filter(({ slug }) => slug === 'a'));
    expect(part.map(({ part }) => part)).toEqual([1]);
    expect(faults.map(({ name }) => name)).toContain('overset');
    expect(faults.map(({ name }) => name)).not.toContain('text-lost');
  });
});

describe('stories without a page', () => {
  it('go where there is room, and the pages close', () => {
    const stories = twoPages().map(({ page: _, ...one }) => ({
      ...one,
      body: one.body.slice(0, Math.ceil(one.body.length * 0.8)),
    }));
    const made = edition(stories, { pages: 2 });
    expect(errors(made)).toEqual([]);
    expect(parts(made.plan, 'a')[0]?.page).toBe(1);
    for (const page of made.plan.pages) expect(page.fill).toBe(1);
  });

  it('make as many pages as they need', () => {
    const stories = twoPages().map(({ page: _, ...one }) => one);
    const { plan } = edition(stories, { pages: undefined });
    expect(plan.pages.length).toBe(2);
  });
});

describe('the front page', () => {
  it('sets the index article in the ear, with its proof', () => {
    const index = news('index', 0, {
      genre: 'index',
      page: 1,
      title: ['导读'],
      body: [{ kind: 'paragraph', spans: [{ text: '里面的一条新闻', href: 'e' }] }],
    });
    const stories = [index, ...twoPages()];
    const { plan } = edition(stories, { pages: 2, weather: '晴' });
    const [placed] = parts(plan, 'index');
    expect(placed?.module).toMatchObject({ kind: 'index', row: 2 });
    expect(said(placed?.module as Module)).toContain('第2版');
    const proof = plan.articles.find(({ slug }) => slug === 'index');
    expect(proof).toMatchObject({ placed: proof?.characters, placedDigest: proof?.digest });
  });
});

describe('an index of the desk', () => {
  const index = (count: number, more: Partial<Article> = {}, text = '里面的新闻') =>
    news('index', 0, {
      genre: 'index',
      title: ['导读'],
      body: Array.from({ length: count }, (): Block => ({ kind: 'paragraph', spans: [{ text, href: 'e' }] })),
      ...more,
    });
  const told = (one: Article, more: Parameters<typeof issueOf>[1] = {}) =>
    edition([one, ...twoPages()], { pages: 2, weather: '晴', ...more }).faults.filter(
      ({ severity }) => severity === 'error',
    );

  it('that has no page of its own goes into the ear', () => {
    const { plan } = edition([index(3), ...twoPages()], { pages: 2, weather: '晴' });
    expect(parts(plan, 'index')).toMatchObject([{ page: 1, module: { kind: 'index', row: 2 } }]);
  });

  it('is refused with more lines than stand apart in the ear, and told how many there may be', () => {
    const [fault] = told(index(20));
    expect(fault?.name).toBe('index-too-long');
    const most = Number(/room for (\d+)/.exec(fault?.message ?? '')?.[1]);
    expect(told(index(most))).toEqual([]);
    expect(told(index(most + 1)).map(({ name }) => name)).toEqual(['index-too-long']);
    const module = parts(edition([index(most), ...twoPages()], { pages: 2, weather: '晴' }).plan, 'index')[0]?.module;
    const tops = (module?.boxes ?? []).flatMap((box) =>
      box.kind === 'text' && box.text.role === 'index' ? [box.y] : [],
    );
    expect(tops).toHaveLength(most);
    for (const [at, top] of tops.entries()) if (at > 0) expect(top - (tops[at - 1] ?? 0)).toBeGreaterThanOrEqual(14);
  });

  it('is refused with a line that could not be read', () => {
    const faults = told(index(1, {}, '城市建设项目今年推进'.repeat(8)));
    expect(faults.map(({ name }) => name)).toEqual(['index-line-too-long']);
  });

  it.each([
    ['on an inner page', index(2, { page: 2 }), {}],
    ['where an ad has the ear', index(2), { ads: [{ file: 'ads/ear.jpg', position: 'ear', width: 2, height: 8 }] }],
  ] as const)('is refused %s, where it has no page numbers', (_, one, more) => {
    expect(told(one, more).map(({ name }) => name)).toEqual(['index-out-of-ear']);
  });
});

describe('warnings', () => {
  it('tell the same event twice, a wrong weekday, a running number that does not follow', () => {
    const body = prose(600, 5);
    const stories = twoPages().map((one) => {
      if (one.slug === 'c') return { ...one, body };
      if (one.slug === 'd') return { ...one, body: body.slice(1) };
      if (one.slug === 'f')
        return {
          ...one,
          body: [
            { kind: 'paragraph' as const, spans: [{ text: '1月9日（星期四）上午开会，会议很短。' }] },
            ...one.body,
          ],
        };
      return one;
    });
    const issue = issueOf(stories, { pages: 2, number: 9 });
    const yesterday = issueOf([{ ...news('old', 0), body: body.slice(1) }], { number: 7, date: '2026-01-07' });
    const pictures = new Map(stories.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
    const names = makeUp({ issue, typesetter, pictures }).faults.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['same-event', 'weekday-wrong']));
    expect(lookBack(issue, yesterday).map(({ name }) => name)).toEqual(['issue-number', 'same-event', 'same-event']);
    expect(lookBack({ ...issue, number: 8, articles: [] }, yesterday)).toEqual([]);
  });
});

describe('a desk’s memory', () => {
  it('searches only for the page that an edit touches', () => {
    const { memory, searched } = rememberPages();
    const stories = twoPages().map((one) => ({ ...one, body: one.body.slice(0, Math.ceil(one.body.length * 0.75)) }));
    const { input } = edition(stories, { pages: 2 });
    makeUp({ ...input, memory });
    expect(searched()).toEqual([1, 2]);
    const edited = stories.map((one) => (one.slug === 'g' ? { ...one, title: ['改过的题目在这里'] } : one));
    makeUp({ ...input, issue: { ...input.issue, articles: edited }, memory });
    expect(searched()).toEqual([2]);
  });
});

describe('an English paper', () => {
  it('closes and says its words in English', async () => {
    const paper = { ...PAPER, name: 'The Star', language: 'en' };
    const english = await openTypesetter(paper);
    const sentence = 'The city council agreed on Thursday to repair the old bridge before the spring floods arrive. ';
    const report = (slug: string, sentences: number, more: Partial<Article> = {}) =>
      story(0, {
        slug,
        title: ['Council agrees to mend the old bridge'],
        body: Array.from({ length: Math.ceil(sentences / 4) }, () => ({
          kind: 'paragraph' as const,
          spans: [{ text: sentence.repeat(4).trim() }],
        })),
        ...more,
      });
    const stories = [
      report('a', 52, { priority: 1, photos: [photo()] }),
      report('b', 40, { priority: 2 }),
      report('c', 28),
      report('d', 16, { priority: 4, photos: [photo()] }),
    ];
    const pictures = new Map(stories.flatMap((one) => one.photos).map(({ file }) => [file, picture(file)]));
    const made = makeUp({ issue: issueOf(stories, { paper, pages: 1, number: 3 }), typesetter: english, pictures });
    expect(errors(made)).toEqual([]);
    expect(said(made.plan.pages[0]?.modules[0] as Module)).toContain('Thursday');
    for (const proof of made.plan.articles) expect(proof.placedDigest).toBe(proof.digest);
  });
});
