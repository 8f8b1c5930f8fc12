import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDoor } from '../../src/browser/open.ts';
import { openBrowser } from '../../src/browser/open.ts';
import { type PrintJob, printPages } from '../../src/browser/print.ts';
import { witness } from '../../src/browser/witness.ts';
import { mmToPt } from '../../src/units.ts';
import { drawPages, FONT_NAME, legOf, moduleOf, pageOf, type Spoiling } from './page-builder.ts';

let door: BrowserDoor;
beforeAll(async () => {
  door = await openBrowser();
});
afterAll(() => door[Symbol.asyncDispose]());

const trim = { width: 100, height: 80 };
const first = pageOf(1, [moduleOf('lead', [legOf(['星城晚报今日出版四个版面', '请读者留意第二版'])])]);
const second = pageOf(2, [
  moduleOf('rig', [
    legOf(['长沙潜钻机下井'], 168, 3),
    { kind: 'rule', x: 162, y: 54, width: 0.5, height: 18, ink: { black: 1 }, style: 'solid' },
  ]),
]);

const print = async (spoiling: Spoiling = {}, job: Partial<PrintJob> = {}) =>
  printPages(door, { document: await drawPages([first, second], spoiling), trim, bleed: 3, ...job });

describe('printing', () => {
  it('makes one sheet a page: trim and bleed on every side, to half a point', async () => {
    const { pages } = await print();
    expect(pages.map((page) => page.page)).toEqual([1, 2]);
    for (const { pdf } of pages) {
      const file = await PDFDocument.load(pdf ?? new Uint8Array());
      expect(file.getPageCount()).toBe(1);
      const { width, height } = file.getPage(0).getSize();
      expect(Math.abs(width - mmToPt(106))).toBeLessThan(0.75);
      expect(Math.abs(height - mmToPt(86))).toBeLessThan(0.75);
    }
  });

  it('leaves all files untagged: the press room tags by the plan', async () => {
    const { pages } = await print();
    const isTagged = (pdf: Uint8Array | undefined) => Buffer.from(pdf ?? []).includes('/StructTreeRoot');
    expect(pages.map(({ pdf }) => isTagged(pdf))).toEqual([false, false]);
  });

  it('measures every line from the corner of the type area', async () => {
    const { drawn } = await print();
    const [line] = drawn[0]?.modules[0]?.body ?? [];
    expect(line).toMatchObject({ row: 0, x: 0, y: 0, height: 18, text: '星城晚报今日出版四个版面' });
    expect(line?.extent?.right).toBeCloseTo(144, 1);
    expect(drawn[1]?.modules[0]?.body[0]).toMatchObject({ row: 3, x: 168, y: 54 });
  });

  it('says which fonts were really used', async () => {
    expect((await print()).fonts).toEqual([FONT_NAME]);
  });

  it('gives the same bytes twice, dates aside', async () => {
    const bare = (pdf: Uint8Array | undefined) =>
      Buffer.from(pdf ?? [])
        .toString('latin1')
        .replace(/\(D:[^)]*\)/g, '')
        .replace(/\/ID \[.*?\]/gs, '');
    const [one, other] = [await print(), await print()];
    expect(one.pages.map(({ pdf }) => bare(pdf))).toEqual(other.pages.map(({ pdf }) => bare(pdf)));
  });

  it('makes a PDF only of the pages that need one', async () => {
    const { pages, drawn } = await print({}, { pdf: [2] });
    expect(pages.map(({ page, pdf }) => [page, pdf !== undefined])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(drawn.map((page) => page.page)).toEqual([1, 2]);
  });

  it('takes a picture of the trimmed page, down to its last line', async () => {
    const broadsheet = { width: 390, height: 550 };
    const foot = pageOf(1, [moduleOf('lead', [legOf(['星城晚报今日出版四个版面'], 1200, 105)])]);
    const document = await drawPages([foot], {});
    const { pages } = await printPages(door, {
      document,
      trim: broadsheet,
      bleed: 3,
      pictures: { dpi: 48, quality: 70 },
    });
    const { data, info } = await sharp(Buffer.from(pages[0]?.picture ?? []))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height].map((pixels) => Math.round((pixels * 25.4) / 48))).toEqual([390, 550]);
    const inked = [...data].flatMap((grey, at) => (grey < 128 ? [Math.floor(at / info.width)] : []));
    expect(inked.length).toBeGreaterThan(20);
    // Line 105 of the body grid, some 20 mm from the page's edge.
    expect(Math.min(...inked) * 2).toBeGreaterThan(105 * 18);
  });

  it('refuses a document whose files do not load, and names them', async () => {
    const broken = print({ html: (html) => html.replace('href="a.css"', 'href="gone.css"') });
    await expect(broken).rejects.toMatchObject({ faults: [{ name: 'page-file-missing' }] });
    await expect(broken).rejects.toThrow(/gone\.css/);
  });

  it('cuts off what hangs out of the sheet instead of adding a page', async () => {
    const { pages } = await print({ css: '[data-line="0"]{height:5000px;width:5000px}' });
    expect((await PDFDocument.load(pages[0]?.pdf ?? new Uint8Array())).getPageCount()).toBe(1);
  });
});

describe('the witness', () => {
  const testify = async (spoiling: Spoiling = {}) => {
    const { drawn, fonts } = await print(spoiling);
    return witness({ pages: [first, second] }, drawn, { used: fonts, own: [FONT_NAME] });
  };

  it('is silent when everything stands where the plan has it', async () => {
    expect(await testify()).toEqual([]);
  });

  it.each([
    ['a line 0.2 px to the right', '[data-line="0"]{margin-left:0.2px}', 'beginning', 1],
    ['a line 0.2 px too low', '[data-line="1"]{margin-top:0.2px}', 'top', 1],
    ['letters a fiftieth of a pixel too far apart', '[data-line="0"]{letter-spacing:0.02px}', 'end', 1],
    ['a higher line box', '[data-line="3"]{height:19px}', 'height', 2],
    ['a rule that moved', '[data-box]{margin-left:1px}', 'rule', 2],
  ])('finds %s', async (_, css, word, page) => {
    const faults = await testify({ css });
    expect(faults.map((fault) => fault.name)).toEqual(['drawn-elsewhere']);
    expect(faults[0]).toMatchObject({ page, exit: 4, severity: 'error' });
    expect(faults[0]?.message).toContain(word);
    expect(faults[0]?.message).toMatch(/“(lead|rig)”/);
  });

  it('lets a drift below 0.1 pt pass', async () => {
    expect(await testify({ css: '[data-line]{margin-left:0.1px}' })).toEqual([]);
  });

  it('finds other text, hidden text, missing modules and strange ones', async () => {
    const swap = await testify({ html: (html) => html.replace('四个版面', '三个版面') });
    expect(swap[0]?.message).toContain('三个版面');
    const hidden = await testify({ css: '[data-line="1"]{display:none}' });
    const unseen = await testify({ css: '[data-line="1"]{visibility:hidden}' });
    for (const faults of [hidden, unseen]) {
      expect(faults.map(({ name, page }) => [name, page])).toEqual([['drawn-otherwise', 1]]);
      expect(faults[0]?.message).toContain('row 1 is hidden');
    }
    const renamed = await testify({ html: (html) => html.replace('data-slug="rig"', 'data-slug="rag"') });
    expect(renamed.map((fault) => fault.message)).toEqual([
      expect.stringContaining('is not on the page'),
      expect.stringContaining('that the plan has not'),
    ]);
  });

  it('finds a font that is not the paper’s', async () => {
    const faults = await testify({ css: '[data-line="0"]{font-family:"Open Sans","DejaVu Sans",sans-serif}' });
    expect(faults.map((fault) => fault.name)).toContain('font-strange');
  });
});
