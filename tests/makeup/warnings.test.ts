/** Warnings that an editor is glad of, one by one. */
import { describe, expect, it } from 'vitest';
import type { Article, Issue } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import type { Box, Plan } from '../../src/makeup/plan.ts';
import { warnings } from '../../src/makeup/warnings/warnings.ts';
import type { LegLine } from '../../src/typeset/model.ts';
import { issueOf, photo, picture, story, syntheticTypesetter } from './synthetic.ts';

const NOTHING: Plan = { schema: 'broadsheet/plan@1', issue: '2026-01-08', pages: [], articles: [] };
const said = (text: string): Article => story(0, { body: [{ kind: 'paragraph', spans: [{ text }] }] });
const namesOf = (issue: Issue, plan: Plan = NOTHING): string[] =>
  warnings({ issue, plan, pictures: new Map() }).map(({ name }) => name);

describe('dates', () => {
  it.each([
    ['1月8日（星期四）开会。', []],
    ['1月8日，周五开会。', ['weekday-wrong']],
    ['2025年1月8日（星期三）开会。', []],
    ['12月31日（星期三）跨年。', []],
    ['1月8日（农历十一月二十）。', []],
    ['1月8日（农历冬月二十）。', []],
    ['1月8日（农历腊月二十）。', ['lunar-date-wrong']],
  ])('%s', (text, expected) => expect(namesOf(issueOf([said(text)]))).toEqual(expected));
});

describe('a drawn page', () => {
  const articles = [
    story(210, { slug: 'a', priority: 1, title: ['头条标题一共八字'], photos: [photo({ prominence: 'main' })] }),
    story(140, { slug: 'b', priority: 2, photos: [photo({ prominence: 'head', focus: [0.5, 0.02] })] }),
    story(140, { slug: 'c' }),
    story(120, { slug: 'd' }),
    story(70, { slug: 'e', priority: 4 }),
  ];
  const pictures = new Map(articles.flatMap((one) => one.photos).map(({ file }) => [file, picture(file, 2000, 3000)]));
  const issue = issueOf(articles, { pages: [{ number: 2, color: true, locked: false }] });
  const { plan } = makeUp({ issue, typesetter: syntheticTypesetter(), pictures });

  it('has neighbouring heads of one size and length named, and no others', () => {
    const [page] = plan.pages;
    const [first] = page?.modules ?? [];
    if (!page || !first) throw new Error('Expected a page.');
    const headline = { size: 24, lines: 1, family: 'hei' as const };
    const beside = (row: number): Plan => {
      const modules = ['c', 'd'].map((slug, at) => ({
        ...first,
        slug,
        column: at * 4,
        columns: 4,
        row: at * row,
        headline,
      }));
      return { ...plan, pages: [{ ...page, modules }] };
    };
    expect(namesOf(issue, beside(0))).toContain('heads-read-on');
    expect(namesOf(issue, beside(9))).not.toContain('heads-read-on');
  });

  it('is told to have little copy when a third of its lines is left, and not as it is', () => {
    const [page] = plan.pages;
    if (!page) throw new Error('Expected a page.');
    const thinned = (parts: number) =>
      page.modules.map((module) => ({
        ...module,
        boxes: module.boxes.map((box) =>
          box.kind === 'leg' ? { ...box, lines: box.lines.slice(0, Math.floor(box.lines.length / parts)) } : box,
        ),
      }));
    const modules = thinned(3);
    const thin = { ...plan, pages: [{ ...page, modules }] };
    expect(namesOf(issue, plan)).not.toContain('little-copy');
    const told = warnings({ issue, plan: thin, pictures: new Map() }).find(({ name }) => name === 'little-copy');
    expect([told?.page, told?.severity]).toEqual([page.number, 'warning']);
    expect(told?.hint).toMatch(/about [\d,]+ characters \(\d+0 column lines\).*; or take `format: tabloid`/);
    expect(told?.hint).not.toContain('fewer pages');
    const english = { ...issue, paper: { ...issue.paper, language: 'en' } };
    const foreign = warnings({ issue: english, plan: thin, pictures: new Map() });
    expect(foreign.find(({ name }) => name === 'little-copy')?.hint).toContain('characters');
    const small = { ...page, modules: thinned(9), grid: { ...page.grid, columns: 6, rows: 80 } };
    const [tabloid] = warnings({ issue, plan: { ...plan, pages: [small, small] }, pictures: new Map() }).filter(
      ({ name }) => name === 'little-copy',
    );
    expect(tabloid?.hint).toMatch(/; or make fewer pages\.$/);
    const draft = { ...thin, pages: [{ ...page, modules, draft: true as const }] };
    expect(namesOf(issue, draft)).not.toContain('little-copy');
  });

  it('has a portrait named whose crop comes near the face', () => {
    const cut = withBoxes((box) =>
      box.kind === 'picture' ? { ...box, crop: { x: 0, y: 0.1, width: 1, height: 0.8 } } : box,
    );
    expect(namesOf(issue, cut)).toContain('face-cut');
    const centred = articles.map((one) => ({
      ...one,
      photos: one.photos.map((asked) => ({ ...asked, focus: [0.5, 0.5] as const })),
    }));
    expect(namesOf(issueOf(centred), cut)).not.toContain('face-cut');
  });

  it('has lines named that fall short of their measure, the last of a paragraph never', () => {
    const setTo = (width: (line: LegLine, at: number, measure: number) => number): Plan =>
      withBoxes((box) =>
        box.kind === 'leg'
          ? { ...box, lines: box.lines.map((line, at) => ({ ...line, width: width(line, at, box.width) })) }
          : box,
      );
    const short = (of: Plan) => namesOf(issue, of).filter((name) => name === 'line-short');
    expect(short(setTo(({ closes }, _, measure) => (closes ? 30 : measure)))).toEqual([]);
    const stories = articles.length;
    expect(short(setTo(({ closes }, at, measure) => (closes || at > 0 ? measure : 100)))).toHaveLength(stories);
    const stanza = { kind: 'paragraph', spans: [{ text: '雾\n石阶\n灯' }] } as const;
    const poems = { ...issue, articles: issue.articles.map((one) => ({ ...one, body: one.body.map(() => stanza) })) };
    expect(
      namesOf(
        poems,
        setTo(() => 100),
      ),
    ).not.toContain('line-short');
  });

  /** The page with its boxes changed. */
  const withBoxes = (change: (box: Box) => Box): Plan => ({
    ...plan,
    pages: plan.pages.map((page) => ({
      ...page,
      modules: page.modules.map((module) => ({ ...module, boxes: module.boxes.map(change) })),
    })),
  });
});

describe('an advertisement', () => {
  const ad = picture('ads/tea.png', 3200, 800);
  const told = (height: number, position: 'foot' | 'full' = 'foot') => {
    const articles = ['a', 'b', 'c'].map((slug) => story(180, { slug }));
    const ads = [{ file: ad.file, page: 2, position, width: 8, height }];
    const issue = issueOf(articles, { pages: [{ number: 2, color: true, locked: false }], ads });
    const { faults } = makeUp({ issue, typesetter: syntheticTypesetter(), pictures: new Map([[ad.file, ad]]) });
    return faults.filter(({ name }) => name === 'ad-loose');
  };

  it.each([12, 24])(
    'of another proportion than its place of %i lines is told with the height that it fills',
    (height) => {
      const [fault, ...others] = told(height);
      expect(others).toEqual([]);
      expect([fault?.severity, fault?.page]).toEqual(['warning', 2]);
      const right = Number(/`height: (\d+)`/.exec(fault?.hint ?? '')?.[1]);
      expect(fault?.zh.hint).toContain(`\`height: ${right}\``);
      expect(told(right)).toEqual([]);
    },
  );

  it('that has a page for itself is not told of its proportion', () => expect(told(104, 'full')).toEqual([]));
});
