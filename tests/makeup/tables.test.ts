/** Tables that the columns of their story do not hold. */
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../src/issue/model.ts';
import type { Plan } from '../../src/makeup/plan.ts';
import { warnings } from '../../src/makeup/warnings/warnings.ts';
import { company, made, on, prose } from './company.ts';
import { issueOf, PAPER, story } from './synthetic.ts';

describe('a table wider than the basic column', () => {
  const cells = (...texts: readonly string[]) => texts.map((text) => [{ text }]);
  const table: Block = {
    kind: 'table',
    head: cells('区域', '新建公园', '改建公园', '步道公里', '座椅数量'),
    rows: [cells('城东', '12', '3', '8.5', '240'), cells('城西老街', '9', '5', '11.2', '310')],
    align: ['left', 'right', 'right', 'right', 'right'],
  };
  const tabled = (more: Partial<Article> = {}): readonly Article[] => [
    ...company(),
    story(0, { slug: 'tabled', priority: 4, title: ['各区公园数'], body: [...prose(9), table, ...prose(9)], ...more }),
  ];
  const kinds = (plan: Plan): readonly string[] => [
    ...new Set(
      on(plan, 'tabled').boxes.flatMap((box) => (box.kind === 'leg' ? box.lines.map(({ kind }) => kind) : [])),
    ),
  ];
  const warned = (articles: readonly Article[], plan: Plan) =>
    warnings({ issue: issueOf(articles), plan, pictures: new Map() }).filter(({ name }) => name.startsWith('table-'));

  it('stands as a table: its story gets legs that hold it', () => {
    const articles = tabled();
    const { plan, errors } = made(articles);
    expect(errors).toEqual([]);
    expect(kinds(plan)).toEqual(['paragraph', 'table']);
    expect(warned(articles, plan)).toEqual([]);
    const careless = made(articles, 1, { ...PAPER, makeup: { R69: 0 } });
    expect(kinds(careless.plan)).toEqual(['paragraph', 'table-folded']);
  });

  it('keeps under its head, however long it is', () => {
    const rows = Array.from({ length: 14 }, (_, at) => cells(`第${at + 1}区`, '12', '3', '8.5', '240'));
    const { plan, errors } = made(tabled({ body: [{ ...table, rows }] }));
    expect(errors).toEqual([]);
    const legs = on(plan, 'tabled').boxes.filter((box) => box.kind === 'leg');
    expect(legs.filter(({ lines }) => lines.some(({ kind }) => kind === 'table'))).toHaveLength(1);
  });

  it('is told of where it cannot, with its story, its words and its page', () => {
    const long: Block = { ...table, head: cells(...table.head.map((_, at) => `这一栏说的是第${at + 1}件事`)) };
    const articles = tabled({ pin: { columns: 1 }, body: [...prose(9), long, ...prose(9)] });
    const { plan } = made(articles);
    expect(kinds(plan)).toEqual(['paragraph', 'table-text']);
    expect(warned(articles, plan)).toMatchObject([
      {
        severity: 'warning',
        page: 1,
        place: { file: 'x.md' },
        message: expect.stringContaining('“这一栏说的'),
        zh: { message: expect.stringContaining('《各区公园数》的表格') },
      },
    ]);
  });

  it('is folded where its column holds its cells in lines one under the other, and told so', () => {
    const articles = tabled({ pin: { columns: 1 } });
    const { plan, errors } = made(articles);
    expect(errors).toEqual([]);
    expect(kinds(plan)).toEqual(['paragraph', 'table-folded']);
    expect(warned(articles, plan)).toMatchObject([
      { name: 'table-folded', page: 1, message: expect.stringContaining('two lines or more') },
    ]);
    for (const proof of plan.articles) expect(proof.placedDigest).toBe(proof.digest);
  });
});
