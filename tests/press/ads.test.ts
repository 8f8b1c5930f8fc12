/** Supplied advertisements: placed as vectors at their own size, or refused with every reason. */
import { execFileSync } from 'node:child_process';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { preflight } from '#src/press/preflight/preflight.ts';
import { type Ad, advertisement, chart, HEIGHT, pageWith, reasons, separation, shade, WIDTH } from './advertisement.ts';
import { onSheet, put, settings } from './builders.ts';
import { testWith } from './tools.ts';
import { platesOf, run } from './witnesses.ts';

describe('a good advertisement', () => {
  test('is on the page, its small black text made to overprint, every rule held', async () => {
    const pressed = await pageWith(await advertisement());
    expect(await preflight(pressed, settings())).toEqual([]);
  });

  test('stays vectors: no picture is left', async () => {
    const document = await PDFDocument.load(await pageWith(await advertisement()));
    const kinds = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFRawStream ? object.dict.get(PDFName.of('Subtype')) : undefined));
    expect(kinds).toContain(PDFName.of('Form'));
    expect(kinds).not.toContain(PDFName.of('Image'));
  });

  testWith('pdftotext')('can be read and found', async () => {
    expect(run('pdftotext', await pageWith(await advertisement()), 'FILE', '-')).toContain('广告');
  });

  testWith('gs')('may have simple fonts that name their characters without a ToUnicode map', async () => {
    const content =
      '<</NeverEmbed [] /EmbedAllFonts true>> setdistillerparams <</PageSize [113 85]>> setpagedevice ' +
      '0 0 0 1 setcmykcolor /Helvetica findfont 9 scalefont setfont 9 30 moveto (Tea & Books) show showpage';
    const settled = ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-sOutputFile=%stdout', '-c', content];
    const ad = execFileSync('gs', settled);
    expect(ad.includes('/WinAnsiEncoding')).toBe(true);
    expect(ad.includes('/ToUnicode')).toBe(false);
    expect(await preflight(await pageWith(ad), settings())).toEqual([]);
  });

  testWith('gs')('fills the booked rectangle and nothing else', async () => {
    const { ink, width, height } = await platesOf(await pageWith(await advertisement()), 72);
    const at = (x: number, y: number): number => {
      const [left, bottom] = onSheet(x, y);
      return ink.Cyan[Math.round(height - bottom) * width + Math.round(left)] ?? -1;
    };
    const [right, bottom] = [20 + WIDTH / 0.75, 100 + HEIGHT / 0.75];
    expect([
      at(24, 104),
      at(right - 4, bottom - 4),
      at(16, 104),
      at(right + 4, bottom - 4),
      at(24, 96),
      at(24, bottom + 4),
    ]).toEqual([204, 204, 0, 0, 0, 0]);
  });
});

describe('an advertisement is refused', () => {
  test.each<[string, Ad, RegExp]>([
    ['of another size', { size: [WIDTH + 6, HEIGHT] }, /it is 42\.1 × 30\.0 mm, booked are 40\.0 × 30\.0 mm/],
    ['of two pages', { pages: 2 }, /it has 2 pages instead of one/],
    ['in RGB', { content: '1 0 0 rg 0 0 9 9 re f' }, /a fill is in RGB/],
    ['with too much ink', { content: '1 1 1 1 k 0 0 9 9 re f' }, /a fill of 400 % ink/],
    [
      'with too much ink outside its bleed, which the page has not',
      {
        content: '0 1 0 0 k 20 20 9 9 re f 1 1 1 1 k 0 0 9 9 re f',
        change: (document) =>
          document.getPage(0).node.set(PDFName.of('BleedBox'), document.context.obj([15, 15, WIDTH, HEIGHT])),
      },
      /a fill of 400 % ink/,
    ],
    ['without anything on it', { content: '' }, /nothing is drawn/],
    ['whose content breaks off', { content: 'q ) 0 0 9 9 re f' }, /cannot be read to its end/],
    [
      'with a font that is not embedded',
      {
        content: 'BT /F2 20 Tf 9 9 Td (a) Tj ET',
        change: (document) => {
          const resources = document.getPage(0).node.Resources();
          if (resources)
            put(
              resources,
              'Font',
              'F2',
              document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }),
            );
        },
      },
      /Helvetica is not embedded/,
    ],
    [
      'with text that cannot be read',
      {
        change: (document) => {
          const fonts = document.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
          fonts?.lookup(PDFName.of('F1'), PDFDict).delete(PDFName.of('ToUnicode'));
        },
      },
      /ads\/tea\.pdf.*has neither a ToUnicode map nor an encoding that names its characters/,
    ],
    [
      'with a spot colour',
      {
        content: '/Gold cs 1 scn 0 0 9 9 re f',
        change: (document) => separation(document, 'Gold', 'Gold'),
      },
      /a fill is in a spot colour \(Gold\)/,
    ],
    [
      'with a gradient of too much ink',
      { content: '/Fade sh', change: (document) => void shade(document, [0, 0, 0, 0], [1, 1, 1, 1]) },
      /a gradient of up to 400 % ink \(limit 240 %\)/,
    ],
    [
      'with a palette of too much ink',
      {
        content: 'q 40 0 0 40 9 9 cm /Chart Do Q',
        change: (document) => void chart(document, 'DeviceCMYK', 'ffffffff'),
      },
      /a picture lays 400 % of ink/,
    ],
    [
      'with a hidden layer',
      {
        content: '/OC /Old BDC 0 1 0 0 k 0 0 9 9 re f EMC',
        change: (document) => {
          const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: 'Old' }));
          const layers = document.context.obj({ OCGs: [layer], D: { OFF: [layer] } });
          document.catalog.set(PDFName.of('OCProperties'), layers);
        },
      },
      /it has hidden layers, which would be printed/,
    ],
    [
      'with a box outside its page',
      {
        change: (document) =>
          document.getPage(0).node.set(PDFName.of('TrimBox'), document.context.obj([-9, 0, WIDTH - 9, HEIGHT])),
      },
      /TrimBox lies outside/,
    ],
    [
      'that is turned, and for nothing else',
      { change: (document) => document.getPage(0).node.set(PDFName.of('Rotate'), document.context.obj(90)) },
      /^Page \d+: the advertisement \S+ cannot be printed: the page is turned\.$/,
    ],
    [
      'with a script',
      {
        change: (document) =>
          document.catalog.set(
            PDFName.of('OpenAction'),
            document.context.obj({ S: 'JavaScript', JS: PDFString.of('1') }),
          ),
      },
      /OpenAction/,
    ],
  ])('%s', async (_, ad, reason) => {
    expect(await reasons(ad)).toMatch(reason);
  });

  test('with colour, on a page without', async () => {
    expect(await reasons({}, false)).toMatch(/a coloured fill on a page without colour/);
    const fading = { content: '/Fade sh', change: (ad: PDFDocument) => void shade(ad, [0, 0, 0, 0], [0, 1, 0, 0]) };
    expect(await reasons(fading, false)).toMatch(/a coloured gradient on a page without colour/);
  });

  test('that is no PDF', async () => {
    await expect(pageWith(new Uint8Array(20))).rejects.toThrow(
      /ads\/tea\.pdf cannot be printed: it cannot be read as PDF/,
    );
  });

  test('with all its faults at once', async () => {
    const both = await reasons({ size: [WIDTH, HEIGHT + 9], content: '1 0 0 rg 0 0 9 9 re f' });
    expect(both).toMatch(/booked are/);
    expect(both).toMatch(/RGB/);
  });
});
