/** The page for the plates: what is in it, and what other people's tools say of it. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { FaultError } from '#src/fault.ts';
import { bindPress } from '#src/press/bind.ts';
import { preflight } from '#src/press/preflight/preflight.ts';
import { toPress } from '#src/press/press.ts';
import { mmToPt } from '#src/units.ts';
import { FLIP, job, onSheet, put, rawPage, set, settings, TEXT } from './builders.ts';
import { pageJob, pressedPage, printedPage } from './page.ts';
import { testWith } from './tools.ts';
import { greatest, greatestSum, likeness, platesOf, run } from './witnesses.ts';

/** Names of the faults that a page is refused with. */
async function refusal(raw: Uint8Array): Promise<readonly string[]> {
  try {
    await toPress(raw, await job());
    return [];
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return error.faults.map(({ name }) => name);
  }
}

describe('the file', () => {
  test('has the same bytes twice', async () => {
    const { bytes } = await printedPage();
    expect(Buffer.compare(await toPress(bytes, await pageJob()), await pressedPage())).toBe(0);
  });

  test('has boxes exact to a tenth of a point, and room for the marks', async () => {
    const page = (await PDFDocument.load(await pressedPage())).getPage(0);
    const trim = page.getTrimBox();
    expect(trim.width).toBeCloseTo(mmToPt(60), 2);
    expect(trim.height).toBeCloseTo(mmToPt(80), 2);
    expect(page.getBleedBox().width - trim.width).toBeCloseTo(mmToPt(6), 2);
    expect(page.getMediaBox()).toMatchObject({ x: 0, y: 0 });
    expect(page.getMediaBox().width).toBeCloseTo(mmToPt(60 + 6 + 24), 2);
  });

  test('holds nothing of the printed file but what the page uses: no dates, links or structure', async () => {
    const text = Buffer.from(await pressedPage()).toString('latin1');
    for (const word of ['Skia', 'StructTreeRoot', 'Annots', 'Dests', 'DeviceRGB']) expect(text).not.toContain(word);
  });

  test('without marks the sheet is the bleed', async () => {
    const { bytes } = await printedPage();
    const pressed = await toPress(bytes, await pageJob({ marks: false }));
    const page = (await PDFDocument.load(pressed)).getPage(0);
    expect(page.getMediaBox()).toEqual(page.getBleedBox());
    expect(await preflight(pressed, settings())).toEqual([]);
  });

  test('pages are bound into one file that holds the same rules', async () => {
    const asked = await pageJob();
    const bound = await bindPress([await pressedPage(), await pressedPage()], asked);
    const { pages, ...rest } = settings();
    expect(await preflight(bound, { ...rest, pages: [...pages, ...pages] })).toEqual([]);
    expect(Buffer.compare(await bindPress([await pressedPage(), await pressedPage()], asked), bound)).toBe(0);
  });
});

describe('a page is refused by name', () => {
  test('for another size', async () => {
    expect(await refusal(await rawPage({ content: '', size: [300, 300] }))).toEqual(['press-sheet']);
  });

  test('for content that does not end', async () => {
    expect(await refusal(await rawPage({ content: '(never' }))).toEqual(['press-unreadable']);
  });

  test('for a Type 3 font, a conic gradient and a spot colour, all at once', async () => {
    const raw = await rawPage({
      content: '/Cone sh /Spot cs 1 scn',
      resources: ({ context }, resources) => {
        put(resources, 'Font', 'F3', context.obj({ Type: 'Font', Subtype: 'Type3' }));
        put(resources, 'Shading', 'Cone', context.obj({ ShadingType: 1, ColorSpace: 'DeviceRGB' }));
        put(resources, 'ColorSpace', 'Spot', context.obj(['Separation', 'Gold', 'DeviceRGB', context.obj({})]));
      },
    });
    expect(await refusal(raw)).toEqual(['press-type3', 'press-gradient', 'press-colour-space']);
  });
});

describe('what else is drawn in screen colours', () => {
  /** The colour spaces and numbers of a page with this in it. */
  const pressed = async (content: string, resources?: Parameters<typeof rawPage>[0]['resources']) => {
    const raw = await rawPage({
      content: `${FLIP + content}\n${await set('大', 20, 20, 60)}`,
      ...(resources ? { resources } : {}),
    });
    return toPress(raw, await job());
  };

  test.each([2, 3])('a gradient of type %i gets ink at its stops', async (kind) => {
    const coords = kind === 2 ? [0, 0, 0, 60] : [30, 30, 0, 30, 30, 40];
    const bytes = await pressed('/Pattern cs /P1 scn 20 100 60 60 re f', ({ context }, resources) => {
      const run = { FunctionType: 2, Domain: [0, 1], C0: [0.7843, 0.0627, 0.1804], C1: [1, 1, 1], N: 1 };
      const joined = {
        FunctionType: 3,
        Domain: [0, 1],
        Bounds: [0.5],
        Encode: [0, 1, 0, 1],
        Functions: [context.obj(run), context.obj(run)],
      };
      const shading = context.obj({
        ShadingType: kind,
        ColorSpace: 'DeviceRGB',
        Coords: coords,
        Function: context.obj(kind === 2 ? run : joined),
      });
      put(
        resources,
        'Pattern',
        'P1',
        context.register(context.obj({ PatternType: 2, Shading: shading, Matrix: [1, 0, 0, 1, 0, 0] })),
      );
    });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/\/C0 \[ 0 0\.95 0\.85 0\.05 \]/);
    expect(await preflight(bytes, settings())).toEqual([]);
  });

  test('a group, its colours and its pattern', async () => {
    const bytes = await pressed('/X9 Do', ({ context }, resources) => {
      const tile = context.flateStream('0 1 0 rg 0 0 5 5 re f', {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 9, 9],
        XStep: 9,
        YStep: 9,
        Resources: context.obj({}),
      });
      const group = context.obj({ S: 'Transparency', CS: 'DeviceRGB', I: true });
      const form = context.flateStream('0 0 1 rg 20 100 30 30 re f /Pattern cs /T1 scn 60 100 30 30 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 300, 300],
        Group: group,
        Resources: context.obj({ Pattern: context.obj({ T1: context.register(tile) }) }),
      });
      put(resources, 'XObject', 'X9', context.register(form));
    });
    expect(await preflight(bytes, settings())).toEqual([]);
  });

  test('a soft mask keeps its light: its white stays white', async () => {
    const bytes = await pressed('/G9 gs 20 100 60 60 re f', ({ context }, resources) => {
      const group = context.obj({ S: 'Transparency', CS: 'DeviceRGB' });
      const mask = context.flateStream('1 1 1 rg 0 0 300 300 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 300, 300],
        Group: group,
        Resources: context.obj({}),
      });
      put(
        resources,
        'ExtGState',
        'G9',
        context.register(context.obj({ SMask: context.obj({ S: 'Luminosity', G: context.register(mask) }) })),
      );
    });
    expect(await preflight(bytes, settings())).toEqual([]);
  });

  test('pixels: colour through the profile and within the limit, greys on black alone', async () => {
    const bytes = await pressed(
      'q 40 0 0 40 20 100 cm /Colour Do Q q 40 0 0 40 80 100 cm /Grey Do Q',
      ({ context }, resources) => {
        const image = (pixel: readonly number[]) =>
          context.register(
            context.flateStream(Buffer.alloc(80 * 80 * 3, Uint8Array.from(pixel)), {
              Type: 'XObject',
              Subtype: 'Image',
              Width: 80,
              Height: 80,
              ColorSpace: 'DeviceRGB',
              BitsPerComponent: 8,
            }),
          );
        put(resources, 'XObject', 'Colour', image([20, 30, 10]));
        put(resources, 'XObject', 'Grey', image([90, 90, 90]));
      },
    );
    const document = await PDFDocument.load(bytes);
    const objects = document
      .getPage(0)
      .node.lookup(PDFName.of('Resources'), PDFDict)
      .lookup(PDFName.of('XObject'), PDFDict);
    const space = (name: string) =>
      String((objects.lookup(PDFName.of(name)) as unknown as { dict: PDFDict }).dict.lookup(PDFName.of('ColorSpace')));
    expect([space('Colour'), space('Grey')]).toEqual(['/DeviceCMYK', '/DeviceGray']);
    expect(await preflight(bytes, settings())).toEqual([]);
  });
});

describe('other people’s tools', () => {
  testWith('qpdf')('qpdf finds no fault', async () => {
    expect(run('qpdf', await pressedPage(), '--check', 'FILE')).toContain('No syntax or stream encoding errors');
  });

  testWith('pdffonts')('pdffonts: every font embedded, none Type 3', async () => {
    const fonts = run('pdffonts', await pressedPage(), 'FILE')
      .split('\n')
      .slice(2)
      .filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/);
  });

  testWith('pdfimages')('pdfimages: CMYK and grey alone', async () => {
    const pictures = run('pdfimages', await pressedPage(), '-list', 'FILE')
      .split('\n')
      .slice(2)
      .filter(Boolean);
    expect(pictures.map((line) => line.trim().split(/\s+/)[5])).toEqual(['cmyk']);
  });

  testWith('mutool')('mutool reads the text of the page', async () => {
    const text = run('mutool', await pressedPage(), 'draw', '-F', 'txt', 'FILE');
    for (const word of ['大家好', '这一页', '灰字', '白字', '红字', '星城晚报']) expect(text).toContain(word);
  });

  testWith('mutool')('mutool and poppler draw the same page', async () => {
    expect(await likeness(await pressedPage())).toBeGreaterThan(0.97);
  });

  testWith('gs')('Ghostscript: black text on the black plate alone, ink within the limit', async () => {
    const plates = await platesOf(await pressedPage(), 72);
    const [left, top] = onSheet(16, 30);
    const [right, bottom] = onSheet(200, 132);
    const of = (ink: Uint8Array): number => {
      let most = 0;
      for (let y = Math.round(plates.height - top); y < plates.height - bottom; y += 1)
        most = Math.max(
          most,
          greatest(ink.subarray(y * plates.width + Math.round(left), y * plates.width + Math.round(right))),
        );
      return most;
    };
    expect([of(plates.ink.Cyan), of(plates.ink.Magenta), of(plates.ink.Yellow)]).toEqual([0, 0, 0]);
    expect(of(plates.ink.Black)).toBe(255);
    expect(greatestSum(plates)).toBeLessThanOrEqual(242);
  });

  testWith('gs')('Ghostscript: each plate has its own name in the slug line, and no other', async () => {
    const { width, height, ink } = await platesOf(await pressedPage(), 144);
    const foot = height - Math.round((5 / 25.4) * 144);
    const columnsOf = (plate: Uint8Array): readonly number[] => {
      const inked = [...plate.subarray(foot * width).keys()].filter((at) => (plate[foot * width + at] ?? 0) > 127);
      return inked.map((at) => at % width).sort((one, other) => one - other);
    };
    const [cyan, magenta, yellow, black] = [ink.Cyan, ink.Magenta, ink.Yellow, ink.Black].map(columnsOf);
    const ends = [cyan, magenta, yellow].flatMap((columns) => [columns?.at(0) ?? NaN, columns?.at(-1) ?? NaN]);
    // One name ends before the next begins, and of black there is paper, date and page before them and its name behind.
    expect(ends).toEqual(ends.toSorted((one, other) => one - other));
    const [first = NaN, last = NaN] = [ends.at(0), ends.at(-1)];
    expect(black?.filter((x) => x >= first && x <= last)).toEqual([]);
    expect([Number(black?.at(0)) < first, Number(black?.at(-1)) > last]).toEqual([true, true]);
  });

  testWith('gs')('Ghostscript: a page without colour has ink on black alone, marks included', async () => {
    const raw = await rawPage({
      content: `${FLIP}.7843 .0627 .1804 rg 0 0 260 20 re f\n${await set('大家好', 24, 20, 60)}`,
    });
    const pressed = await toPress(raw, await job({ color: false }));
    const { ink } = await platesOf(pressed, 72);
    expect([greatest(ink.Cyan), greatest(ink.Magenta), greatest(ink.Yellow)]).toEqual([0, 0, 0]);
    expect(greatest(ink.Black)).toBe(255);
    expect(await preflight(pressed, settings({ color: false }))).toEqual([]);
  });
});

test('a glyph that Chromium calls a radical says its character again', async () => {
  const raw = await rawPage({
    content: FLIP + (await set('大家', 20, 20, 60)),
    resources: ({ context }, resources) => {
      const font = resources.lookup(PDFName.of('Font'), PDFDict).lookup(PDFName.of('F1'), PDFDict);
      const map = font.lookup(PDFName.of('ToUnicode')) as unknown as { contents: Uint8Array };
      expect(map.contents.length).toBeGreaterThan(0);
      const codes = [...TEXT].map(
        (letter, at) =>
          `<${(at + 1).toString(16).padStart(4, '0')}> <${letter === '大' ? '2F24' : (letter.codePointAt(0) ?? 0).toString(16)}>`,
      );
      font.set(
        PDFName.of('ToUnicode'),
        context.register(context.flateStream(`${codes.length} beginbfchar\n${codes.join('\n')}\nendbfchar`)),
      );
    },
  });
  expect(
    (await preflight(await toPress(raw, await job()), settings())).filter(({ rule }) => rule === 'text-radicals'),
  ).toEqual([]);
});
