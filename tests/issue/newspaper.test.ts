/** The formats of the contract, and what follows when the paper says nothing. */
import { describe, expect, it } from 'vitest';
import type { Newspaper } from '../../src/issue/model.ts';
import { pxToMm } from '../../src/units.ts';
import { read, shown } from './desk.ts';

async function paper(yaml: string): Promise<Newspaper> {
  const { issue, faults } = await read({ 'a.md': '正文。' }, { paper: `name: 星城晚报\n${yaml}` });
  if (!issue) throw new Error(shown(faults).join());
  return issue.paper;
}

describe('newspaper.yaml', () => {
  it('needs a name, and everything else has its default', async () => {
    expect(await paper('')).toEqual({
      name: '星城晚报',
      language: 'zh-CN',
      publisher: {},
      format: {
        name: 'broadsheet',
        trim: { width: 390, height: 550 },
        columns: 8,
        measure: 13,
        rows: 104,
        margins: { left: 71, top: 103 },
      },
      kinsoku: 'gb',
      colours: {},
      makeup: {},
      limits: expect.objectContaining({ articles: 2000, tableCells: 1000 }),
      press: { condition: 'CGATS TR 002', inkLimit: 240, resolution: 200, bleed: 3, marks: true },
    });
  });

  it('tabloid is centred on whole pixels', async () => {
    const { format } = await paper('format: tabloid\n');
    expect(format).toMatchObject({ columns: 6, measure: 12, rows: 72, margins: { left: 57, top: 89 } });
  });

  it.each([[[390, 550]], [[315, 470]], [[200, 280]], [[100, 100]], [[600, 800]]])(
    'a page of %j mm gets a grid that fits, in the middle',
    async (trim) => {
      const { format } = await paper(`format: {trim: [${trim}]}\n`);
      const { columns, measure, rows, margins } = format;
      const width = pxToMm((columns * (measure + 1) - 1) * 12 + 2 * margins.left);
      const height = pxToMm(rows * 18 + 2 * margins.top);
      expect(format.name).toBe('custom');
      expect(Number.isInteger(margins.left) && Number.isInteger(margins.top)).toBe(true);
      expect([(trim[0] ?? 0) - width, (trim[1] ?? 0) - height].every((rest) => rest >= 0 && rest < pxToMm(2))).toBe(
        true,
      );
    },
  );

  it('reads the publisher’s facts beside it or inside it', async () => {
    const facts = { name: '某社', cn: 'CN 00-0000', phone: '0731-0000000', price: '2.00' };
    const beside = await paper('publisher: 某社\ncn: CN 00-0000\nphone: 0731-0000000\nprice: 2.00\n');
    const inside = await paper('publisher: {name: 某社, cn: CN 00-0000, phone: 0731-0000000, price: 2.00}\n');
    expect([beside.publisher, inside.publisher]).toEqual([facts, facts]);
  });

  it.each([
    ['resolution: 150', undefined],
    ['resolution: 149', { 'picture-soft': 148 }],
    ['resolution: 120, preflight: {hairline: 1}', { 'picture-soft': 119, hairline: 1 }],
    ['resolution: 120, preflight: {picture-soft: 140}', { 'picture-soft': 140 }],
  ])('does not call soft what it asks for: %s', async (press, preflight) => {
    expect((await paper(`press: {${press}}\n`)).press.preflight).toEqual(preflight);
  });

  it('reads the rest', async () => {
    expect(
      await paper(
        'url: https://example.org/paper\nlanguage: EN-us\nkinsoku: strict\nmargins: {top: 90}\ncolours: {nameplate: {rgb: "#c8102e", cmyk: [0, 95, 85, 5]}}\nmakeup: {R23: 2.5}\npress: {inkLimit: 260, marks: false, preflight: {hairline: 0.5}}\n',
      ),
    ).toMatchObject({
      url: 'https://example.org/paper/',
      language: 'en-US',
      kinsoku: 'strict',
      format: { margins: { left: 71, top: 90 } },
      colours: { nameplate: { rgb: '#c8102e', cmyk: [0, 95, 85, 5] } },
      makeup: { R23: 2.5 },
      press: { inkLimit: 260, marks: false, bleed: 3, preflight: { hairline: 0.5 } },
    });
  });
});
