import { beforeAll, describe, expect, it } from 'vitest';
import { type Mark, marksOf } from '../../../src/cli/proof/marks.ts';
import { markText } from '../../../src/cli/proof/sheet.ts';
import type { Issue } from '../../../src/issue/model.ts';
import { readIssue } from '../../../src/issue/read.ts';
import { makeUp } from '../../../src/makeup/make-up.ts';
import type { Module, PagePlan } from '../../../src/makeup/plan.ts';
import { type Metrics, openMetrics } from '../../../src/typeset/font/metrics.ts';
import type { Typesetter } from '../../../src/typeset/model.ts';
import { openTypesetter } from '../../../src/typeset/typesetter.ts';
import { deskPaper } from '../dev/desk-paper.ts';

let issue: Issue;
let typesetter: Typesetter;
let metrics: Metrics;
let pages: readonly PagePlan[];

beforeAll(async () => {
  const read = await readIssue((await deskPaper()).issue);
  if (read.issue === undefined) throw new Error('the paper is sound');
  issue = read.issue;
  [typesetter, metrics] = await Promise.all([openTypesetter(issue.paper), openMetrics()]);
  pages = makeUp({ issue, typesetter, pictures: new Map() }).plan.pages;
});

/** The pages after the words of one story were changed. */
function edited(slug: string, from: string, to: string): readonly PagePlan[] {
  const articles = issue.articles.map((article) =>
    article.slug === slug ? (JSON.parse(JSON.stringify(article).replace(from, to)) as typeof article) : article,
  );
  return makeUp({ issue: { ...issue, articles }, typesetter, pictures: new Map() }).plan.pages;
}

const page = (all: readonly PagePlan[], number: number): PagePlan => {
  const found = all.find((one) => one.number === number);
  if (found === undefined) throw new Error('no such page');
  return found;
};
const texts = (marks: readonly Mark[]) => marks.filter(({ what }) => what === 'text');

describe('marks since the last proof', () => {
  it('are none on the same page', () => {
    expect(marksOf(page(pages, 1), page(pages, 1), [], metrics)).toEqual([]);
  });

  it('show exactly the characters that were put for others, on every line where they stand', () => {
    const after = page(edited('p1-1', '码头上的人', '渡口边的人'), 1);
    const marks = texts(marksOf(after, page(pages, 1), [], metrics));
    expect(marks.map(({ was, now, slug, field }) => ({ was, now, slug, field }))).toEqual([
      { was: '码头上', now: '渡口边', slug: 'p1-1', field: 'body' },
    ]);
    const width = marks.flatMap(({ places }) => places).reduce((sum, place) => sum + place.width, 0);
    expect(width).toBeGreaterThan(30);
    expect(width).toBeLessThan(44);
  });

  it('show where something was taken away', () => {
    const marks = texts(marksOf(page(edited('p1-1', '码头上的人说，', ''), 1), page(pages, 1), [], metrics));
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({ was: '码头上的人说，', places: [{ width: 2 }] });
  });

  it('lie inside the module of their story', () => {
    const after = page(edited('p2-3', '今年的冬天', '今岁的寒冬'), 2);
    const module = after.modules.find(({ slug }) => slug === 'p2-3') as Module;
    const left = module.column * 13 * 12;
    for (const { places } of texts(marksOf(after, page(pages, 2), [], metrics)))
      for (const { x, y, width } of places) {
        expect(x).toBeGreaterThanOrEqual(left - 7);
        expect(x + width).toBeLessThanOrEqual(left + module.columns * 13 * 12 + 7);
        expect(y).toBeGreaterThanOrEqual(module.row * 18 - 2);
        expect(y).toBeLessThanOrEqual((module.row + module.rows) * 18);
      }
  });

  it('tell modules that came, went and moved', () => {
    const before = page(pages, 1);
    const [first, second, ...others] = before.modules.filter(({ kind }) => kind === 'article');
    if (first === undefined || second === undefined) throw new Error('there are stories');
    const rest = before.modules.filter(({ kind }) => kind !== 'article');
    const after = { ...before, modules: [...rest, { ...second, row: second.row + 1 }, ...others] };
    const what = (marks: readonly Mark[]) =>
      marks.filter((mark) => mark.what !== 'text').map((mark) => [mark.what, mark.slug]);
    expect(what(marksOf(after, before, [], metrics)).sort()).toEqual([
      ['moved', second.slug],
      ['removed', first.slug],
    ]);
    expect(what(marksOf(before, after, [], metrics)).sort()).toEqual([
      ['added', first.slug],
      ['moved', second.slug],
    ]);
  });

  it('compare a story that came from another page with its text there', () => {
    const after = { ...page(pages, 1), modules: [...page(pages, 1).modules, ...page(pages, 2).modules.slice(-1)] };
    const marks = marksOf(after, page(pages, 1), [page(pages, 2)], metrics);
    expect(marks.map(({ what }) => what)).toEqual(['moved']);
    expect(marks[0]?.from).toMatch(/^2: /);
  });

  it('are told without letting text become markup', () => {
    const mark: Mark = { number: 1, what: 'text', slug: 'a<b', field: 'body', now: '<script>', places: [] };
    expect(markText(mark, 'zh-CN')).toBe('<cite>a&lt;b</cite> 正文 增 <ins>&lt;script&gt;</ins>');
  });
});
