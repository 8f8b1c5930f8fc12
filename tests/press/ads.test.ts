/** Supplied advertisements: placed as vectors at their own size, or refused with every reason. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { FaultError } from '#src/fault.ts';
import { preflight } from '#src/press/preflight/preflight.ts';
import { toPress } from '#src/press/press.ts';
import { mmToPt } from '#src/units.ts';
import { FLIP, job, jpegImage, onSheet, photo, put, rawPage, settings, song } from './builders.ts';
import { testWith } from './tools.ts';
import { platesOf, run } from './witnesses.ts';

/** The booked rectangle: 40 × 30 mm, placed at 20, 100 CSS pixels of the sheet. */
const WIDTH = mmToPt(40);
const HEIGHT = mmToPt(30);

interface Ad {
  readonly size?: readonly [number, number];
  readonly content?: string;
  readonly pages?: number;
  readonly change?: (document: PDFDocument) => void;
}

/** An advertisement: a cyan panel to its edges, black text that does not overprint. */
async function advertisement({ size = [WIDTH, HEIGHT], content, pages = 1, change }: Ad = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const type = await song();
  for (let at = 0; at < pages; at += 1) {
    const page = document.addPage([...size]);
    const { context } = document;
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: type.embed(context) } }));
    const drawn =
      content ?? `.8 .1 0 0 k 0 0 ${size[0]} ${size[1]} re f 0 g BT /F1 10 Tf 20 40 Td <${type.encode('广告')}> Tj ET`;
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn)));
  }
  change?.(document);
  return document.save({ useObjectStreams: false });
}

let standIn: Buffer;
beforeAll(async () => {
  standIn = await photo(80, 60);
});

/** The page with this advertisement on it. */
async function pageWith(bytes: Uint8Array, color = true): Promise<Uint8Array> {
  const twin = { space: 'pdf', bytes, width: WIDTH, height: HEIGHT, file: 'ads/tea.pdf' } as const;
  const [wide, high] = [WIDTH / 0.75, HEIGHT / 0.75];
  const raw = await rawPage({
    content: `${FLIP}q ${wide} 0 0 ${-high} 20 ${100 + high} cm /X1 Do Q`,
    resources: (document, resources) => put(resources, 'XObject', 'X1', jpegImage(document, standIn, 80, 60)),
  });
  return toPress(
    raw,
    await job({ color, twins: new Map([[createHash('sha256').update(standIn).digest('hex'), twin]]) }),
  );
}

/** Why an advertisement is refused. */
async function reasons(ad: Ad, color = true): Promise<string> {
  try {
    await pageWith(await advertisement(ad), color);
    return 'placed';
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    expect(error.faults.every(({ name, exit }) => name === 'press-ad' && exit === 4)).toBe(true);
    return error.faults.map(({ message }) => message).join(' ');
  }
}

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

  const itsOwn = (document: PDFDocument): void => {
    const resources = document.getPage(0).node.Resources();
    if (resources) put(resources, 'ExtGState', 'Mine', document.context.obj({ op: true, OP: true, OPM: 1 }));
  };

  testWith('gs')('that overprints by itself keeps what its maker decided, but for white', async () => {
    const content =
      '1 0 0 0 k 0 0 90 80 re f /Mine gs 0 1 0 0 k 0 0 90 40 re f 0 0 0 0 k 0 60 90 20 re f 0 1 0 0 k 0 40 90 10 re f';
    const pressed = await pageWith(await advertisement({ content, change: itsOwn }));
    expect(await preflight(pressed, settings())).toEqual([]);
    const { ink, width, height } = await platesOf(pressed, 72);
    const at = (above: number): readonly (number | undefined)[] => {
      const [left, bottom] = onSheet(24, 100 + HEIGHT / 0.75);
      const pixel = Math.round(height - bottom - above) * width + Math.round(left);
      return [ink.Cyan[pixel], ink.Magenta[pixel]];
    };
    expect([at(20), at(45), at(55), at(70)]).toEqual([
      [255, 255],
      [255, 255],
      [255, 0],
      [0, 0],
    ]);
  });

  test('may have fills with thin black edges, of which the edge alone overprints', async () => {
    const ad = await advertisement({ content: '.5 0 0 0 k 0 0 0 1 K 1 w 9 9 40 40 re B' });
    expect(await preflight(await pageWith(ad), settings())).toEqual([]);
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
        change: (document) => {
          const resources = document.getPage(0).node.Resources();
          if (resources)
            put(resources, 'ColorSpace', 'Gold', document.context.obj(['Separation', 'Gold', 'DeviceCMYK', {}]));
        },
      },
      /a spot colour/,
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
      'that is turned',
      { change: (document) => document.getPage(0).node.set(PDFName.of('Rotate'), document.context.obj(90)) },
      /the page is turned/,
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
