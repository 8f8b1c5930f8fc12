/** Tables wider than their measure: folded, in order, on columns of their own. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/issue/model.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

const typesetter = await openTypesetter(paper());
const cells = (texts: readonly string[]) => texts.map((text) => [{ text }]);
const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
const rain: Block = {
  kind: 'table',
  head: cells(['站点', ...MONTHS]),
  rows: ['橘子洲', '铜官窑', '黑麋峰', '大围山', '沩山'].map((name, nth) =>
    cells([name, ...MONTHS.map((_, at) => String(40 + ((nth * 37 + at * 53) % 190)))]),
  ),
  align: ['left', ...MONTHS.map(() => 'right' as const)],
};
const AFTER: Block = { kind: 'paragraph', spans: [{ text: '今年开春以来雨水偏少。' }] };
const set = (measure: number, block: Block = rain, after: readonly Block[] = [AFTER]) =>
  typesetter.copy(article({ body: [block, ...after] })).body(measure * 12).blocks[0];
const textsOf = (measure: number) =>
  (set(measure)?.variants[0]?.lines ?? []).map(({ runs }) => runs.map(({ text }) => text).join(' '));

describe('a table of thirteen columns', () => {
  it.each([
    [13, 'table-folded'],
    [20, 'table-folded'],
    [34, 'table'],
  ])('at %d characters is a %s', (measure, kind) => expect(set(measure)?.kind).toBe(kind));

  it('loses no cell and keeps their order', () => {
    for (const measure of [11, 13, 15, 20, 27, 34])
      expect(textsOf(measure).join(' ').replaceAll(' ', '')).toBe(
        [rain.head, ...rain.rows].flatMap((row) => row.flat().map(({ text }) => text)).join(''),
      );
  });

  it('stands in columns: a cell under its head, nothing over the measure, rows of cells whole', () => {
    const block = set(13);
    const lines = block?.variants[0]?.lines ?? [];
    const folds = lines.length / 6;
    expect(folds).toBeGreaterThan(1);
    const rightsOf = (row: number) => lines[row]?.runs.slice(-1).map(({ x, width }) => Math.round(x + width));
    for (let row = 0; row < folds; row += 1)
      for (let record = 1; record < 6; record += 1) expect(rightsOf(record * folds + row)).toEqual(rightsOf(row));
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(156.01);
    for (const row of block?.breaks[0] ?? []) expect((row - 1) % folds, 'behind the blank row over it').toBe(0);
    expect(block?.breaks[0]?.length).toBe(4);
  });

  it('has a blank row over it and under it, the lower one only where text follows and there is room', () => {
    const [airy, tight] = set(34)?.variants ?? [];
    expect([airy?.rows, airy?.headAir, airy?.lines[0]?.row]).toEqual([8, 1, 1]);
    expect([tight?.rows, tight?.looseness]).toEqual([7, -1]);
    expect(set(34, rain, [])?.variants.map(({ rows }) => rows)).toEqual([7]);
  });

  it('keeps a figure near its name however wide the column, the table in its middle', () => {
    const small: Block = {
      kind: 'table',
      head: cells(['品种', '本周']),
      rows: [cells(['菠菜', '4.2'])],
      align: ['left', 'right'],
    };
    const [, row] = set(34, small)?.variants[0]?.lines ?? [];
    const [name, figure] = row?.runs ?? [];
    expect((figure?.x ?? 0) - (name?.x ?? 0) - (name?.width ?? 0)).toBeLessThan(6 * 12);
    expect(Math.abs((name?.x ?? 0) - (34 * 12 - (row?.width ?? 0)))).toBeLessThan(1);
  });

  it('goes on from a cut at the row of cells that was cut off', () => {
    const { variants, breaks } = set(13) ?? {};
    const offset = variants?.[0]?.lines.find(({ row }) => row === breaks?.[0]?.[1])?.offset ?? 0;
    const rest = typesetter.copy(article({ body: [rain] })).body(156, { block: 0, offset });
    expect(rest.blocks[0]?.variants[0]?.lines[0]?.runs[0]?.text).toBe('黑麋峰');
  });
});
