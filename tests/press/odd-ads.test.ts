/** Advertisements as few programs write them: what of them would be misprinted is refused, the rest is placed. */
import { type PDFDocument, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '#src/photo/pdf.ts';
import { drawPdf } from '#src/photo/pdf-drawing.ts';
import { preflight } from '#src/press/preflight/preflight.ts';
import { type Ad, advertisement, HEIGHT, inksNamed, pageWith, profiled, reasons, WIDTH } from './advertisement.ts';
import { put, settings } from './builders.ts';

const use = (document: PDFDocument, kind: string, name: string, value: PDFObject): void => {
  const resources = document.getPage(0).node.Resources();
  if (resources) put(resources, kind, name, value);
};

/** Filled by a pattern that has the shape alone and is given this colour. */
const patterned = (base: (document: PDFDocument) => PDFObject, colour: string): Ad => ({
  content: `/Own cs ${colour} /Stripes scn 0 0 60 60 re f`,
  change: (document) => {
    const { context } = document;
    const cell = {
      Type: 'Pattern',
      PatternType: 1,
      PaintType: 2,
      TilingType: 1,
      BBox: [0, 0, 9, 9],
      XStep: 9,
      YStep: 9,
    };
    use(
      document,
      'Pattern',
      'Stripes',
      context.register(context.flateStream('0 0 4 9 re f', { ...cell, Resources: {} })),
    );
    use(document, 'ColorSpace', 'Own', context.obj([PDFName.of('Pattern'), base(document)]));
  },
});

/** A picture of 60 × 60 pixels in one colour. */
const pictured = (bits: number, bytes: Uint8Array, space: (document: PDFDocument) => PDFObject): Ad => ({
  content: 'q 20 0 0 20 20 20 cm /Photo Do Q',
  change: (document) => {
    const { context } = document;
    const dict = { Type: 'XObject', Subtype: 'Image', Width: 60, Height: 60, BitsPerComponent: bits };
    const stream = context.flateStream(bytes, dict);
    stream.dict.set(PDFName.of('ColorSpace'), space(document));
    use(document, 'XObject', 'Photo', context.register(stream));
  },
});

/** A mesh of one triangle, or of one patch, whose corners have these colours. */
const mesh = (kind: 4 | 6 | 7, corners: readonly (readonly number[])[]): Ad => ({
  content: 'q 0 0 80 80 re W n /Fade sh Q',
  change: (document) => {
    const { context } = document;
    const points = { 4: 1, 6: 12, 7: 16 }[kind];
    const places = Array.from({ length: points * 2 }, (_, at) => (at * 37) % 256);
    const bytes =
      kind === 4 ? corners.flatMap((colour) => [0, ...places, ...colour]) : [0, ...places, ...corners.flat()];
    const bits = { BitsPerCoordinate: 8, BitsPerComponent: 8, BitsPerFlag: 8 };
    const decode = [0, 80, 0, 80, 0, 1, 0, 1, 0, 1, 0, 1];
    const shading = { ShadingType: kind, ColorSpace: 'DeviceCMYK', ...bits, Decode: decode };
    use(document, 'Shading', 'Fade', context.register(context.flateStream(Uint8Array.from(bytes), shading)));
  },
});
const LIGHT = [255, 0, 0, 0];
const HEAVY = [255, 255, 255, 0];

const cmyk = () => PDFName.of('DeviceCMYK');
const inline = (pixel: string): string =>
  `q 9 0 0 9 9 9 cm BI /W 20 /H 20 /BPC 8 /CS /CMYK /F /AHx ID ${pixel.repeat(400)}> EI Q`;

/** Something laid on the page of a usual advertisement. */
const annotated = (kind: string): Ad => ({
  change: (document) => {
    const { context } = document;
    const annotation = context.obj({ Type: 'Annot', Subtype: kind, Rect: [9, 9, 40, 40], Border: [0, 0, 0] });
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(annotation)]));
  },
});

describe('is refused', () => {
  test.each<[string, Ad, RegExp]>([
    ['a pattern that is given a screen colour', patterned(() => PDFName.of('DeviceRGB'), '1 0 0'), /a fill is in RGB/],
    [
      'a pattern that is given a spot colour',
      patterned((one) => inksNamed(one, ['Gold']), '1'),
      /spot colour \(Gold\)/,
    ],
    ['a pattern that is given too much ink', patterned(cmyk, '1 1 1 1'), /a fill of 400 % ink/],
    [
      'a picture of 16 bits with too much ink',
      pictured(16, new Uint8Array(28800).fill(255), cmyk),
      /lays 400 % of ink/,
    ],
    ['a picture of 4 bits with too much ink', pictured(4, new Uint8Array(7200).fill(255), cmyk), /lays 400 % of ink/],
    [
      'a palette of two colours with too much ink',
      pictured(1, new Uint8Array(480).fill(255), ({ context }) =>
        context.obj(['Indexed', 'DeviceCMYK', 1, PDFHexString.of('00000000ffffffff')]),
      ),
      /lays 400 % of ink/,
    ],
    ['a picture within the content with too much ink', { content: inline('FFFFFFFF') }, /lays 400 % of ink/],
    ['a mesh of triangles with too much ink', mesh(4, [LIGHT, HEAVY, LIGHT]), /a gradient of up to 300 % ink/],
    ['a mesh of patches with too much ink', mesh(6, [LIGHT, LIGHT, LIGHT, HEAVY]), /a gradient of up to 300 % ink/],
    [
      'a mesh of finer patches with too much ink',
      mesh(7, [LIGHT, LIGHT, HEAVY, LIGHT]),
      /a gradient of up to 300 % ink/,
    ],
    ['a stamp, which would be left out', annotated('Stamp'), /an annotation \(Stamp\), which would not be printed/],
    [
      'a layer for the screen alone',
      {
        change: (document) => {
          const { context } = document;
          const layer = context.register(context.obj({ Type: 'OCG', Usage: { Print: { PrintState: 'OFF' } } }));
          document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: {} }));
        },
      },
      /layers for the screen alone/,
    ],
  ])('%s', async (_, ad, reason) => {
    expect(await reasons(ad)).toMatch(reason);
  });
});

describe('is placed', () => {
  const tiny = new Uint8Array(3600);

  test.each<[string, Ad]>([
    ['a pattern that is given ink', patterned(cmyk, '0 .5 1 0')],
    ['a picture of 16 bits', pictured(16, new Uint8Array(28800).fill(60), cmyk)],
    ['a picture within the content, and nothing else', { content: inline('33000000') }],
    ['a mesh', mesh(6, [LIGHT, LIGHT, LIGHT, LIGHT])],
    ['a link', annotated('Link')],
  ])('%s', async (_, ad) => {
    expect(await preflight(await pageWith(await advertisement(ad)), settings())).toEqual([]);
  });

  test('grey with a profile, without it: a RIP would lay it in four inks', async () => {
    const grey = (document: PDFDocument): PDFObject => {
      const profile = document.context.register(document.context.stream('an ICC profile', { N: 1 }));
      return document.context.obj(['ICCBased', profile]);
    };
    const palette = pictured(8, tiny, (one) => one.context.obj(['Indexed', grey(one), 0, PDFHexString.of('5a')]));
    const change = (document: PDFDocument): void => {
      palette.change?.(document);
      use(document, 'ColorSpace', 'DefaultGray', grey(document));
      use(document, 'ColorSpace', 'DefaultCMYK', profiled(document));
    };
    const pressed = Buffer.from(await pageWith(await advertisement({ ...palette, change })));
    const { PDFDocument: Opened } = await import('@cantoo/pdf-lib');
    const { context } = await Opened.load(pressed);
    const texts = context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(texts.filter((text) => /ICCBased|Default(?:Gray|CMYK)/.test(text))).toEqual([]);
  });

  test('what has an ArtBox in the place of its TrimBox, and looks so on screens', async () => {
    const ad = await advertisement({
      size: [WIDTH + 60, HEIGHT + 60],
      content: `1 0 0 0 k 0 0 500 500 re f 0 1 0 0 k 30 30 ${WIDTH} ${HEIGHT} re f`,
      change: (document) => document.getPage(0).setArtBox(30, 30, WIDTH, HEIGHT),
    });
    const { picture } = await readPdf(Buffer.from(ad), { file: 'ads/tea.pdf', shown: 'ads/tea.pdf' }, '');
    expect(picture?.width).toBeCloseTo(WIDTH);
    expect(picture?.height).toBeCloseTo(HEIGHT);
    const pixels = await (await drawPdf(ad, { width: 8, height: 6 })).raw().toBuffer();
    expect(pixels[0]).toBeGreaterThan(pixels[1] ?? 0);
    expect(await preflight(await pageWith(ad), settings())).toEqual([]);
  });
});
