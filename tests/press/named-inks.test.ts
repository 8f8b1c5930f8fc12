/** Advertisements that name the press's own inks, as layout programs do: they go to its four plates and to no other. */
import { type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { preflight } from '#src/press/preflight/preflight.ts';
import {
  type Ad,
  advertisement,
  HEIGHT,
  inksNamed,
  named,
  pageWith,
  reasons,
  separation,
  WIDTH,
} from './advertisement.ts';
import { onSheet, put, settings, song } from './builders.ts';
import { testWith } from './tools.ts';
import { platesOf } from './witnesses.ts';

/** A picture of one tone of these inks among the page's resources, and how it is drawn. */
function picture(
  document: PDFDocument,
  name: string,
  space: PDFObject,
  pixel: readonly number[],
  decode?: number[],
): void {
  const { context } = document;
  const dict = { Type: 'XObject', Subtype: 'Image', Width: 60, Height: 60, BitsPerComponent: 8 };
  const bytes = Uint8Array.from({ length: 3600 * pixel.length }, (_, at) => pixel[at % pixel.length] ?? 0);
  const stream = context.flateStream(bytes, { ...dict, ...(decode && { Decode: decode }) });
  stream.dict.set(PDFName.of('ColorSpace'), space);
  const resources = document.getPage(0).node.Resources();
  if (resources) put(resources, 'XObject', name, context.register(stream));
}

/** Percent of each plate this far right of and above the advertisement's lower left corner, points; and the other plates. */
async function plates(ad: Uint8Array, ...places: readonly (readonly [number, number])[]) {
  const pressed = await pageWith(ad);
  expect(await preflight(pressed, settings())).toEqual([]);
  const { ink, spots, width, height } = await platesOf(pressed, 72);
  const [left, bottom] = onSheet(20, 100 + HEIGHT / 0.75);
  const shares = places.map(([right, above]) => {
    const pixel = Math.round(height - bottom - above) * width + Math.round(left + right);
    return [ink.Cyan, ink.Magenta, ink.Yellow, ink.Black].map((plate) => Math.round((plate[pixel] ?? 0) / 2.55));
  });
  return { shares, spots };
}

describe('inks that the press has, called by their names', () => {
  testWith('gs')('lie on its plates: fills, pictures, palettes and gradients', async () => {
    const ad = await advertisement({
      content: [
        '/M cs .6 scn 0 0 20 20 re f /CK cs .5 .2 scn 20 0 20 20 re f /Nothing cs 1 scn 40 0 20 20 re f',
        '/Every cs .5 scn 60 0 20 20 re f q 20 0 0 20 0 20 cm /Black Do Q q 20 0 0 20 20 20 cm /Turned Do Q',
        'q 20 0 0 20 40 20 cm /Duo Do Q q 60 20 20 20 re W n /Fade sh Q',
      ].join('\n'),
      change: (document) => {
        separation(document, 'M', 'Magenta');
        separation(document, 'Nothing', 'None');
        separation(document, 'Every', 'All');
        const duo = inksNamed(document, ['Cyan', 'Black']);
        named(document, 'CK', duo);
        picture(document, 'Black', inksNamed(document, ['Black']), [204]);
        picture(document, 'Turned', inksNamed(document, ['Black']), [204], [1, 0]);
        picture(document, 'Duo', duo, [51, 153]);
        const run = { FunctionType: 2, Domain: [0, 1], C0: [0.4, 0.2], C1: [0.4, 0.2], N: 1 };
        const fade = document.context.obj({ ShadingType: 2, Coords: [0, 0, 90, 0], Function: run });
        fade.set(PDFName.of('ColorSpace'), duo);
        const resources = document.getPage(0).node.Resources();
        if (resources) put(resources, 'Shading', 'Fade', fade);
      },
    });
    const at = [0, 20, 40, 60].flatMap((x) => [[x + 10, 10] as const, [x + 10, 30] as const]);
    expect(await plates(ad, ...at)).toEqual({
      spots: [],
      shares: [
        [0, 60, 0, 0],
        [0, 0, 0, 80],
        [50, 0, 0, 20],
        [0, 0, 0, 20],
        [0, 0, 0, 0],
        [20, 0, 0, 60],
        [50, 50, 50, 50],
        [40, 0, 0, 20],
      ],
    });
  });

  testWith('gs')('overprint where small type is black, also as one of several inks', async () => {
    const type = await song();
    // Full squares as type would be: rules of black under 2 pt.
    const ad = await advertisement({
      content: `.8 0 0 0 k 0 0 ${WIDTH} ${HEIGHT} re f /K cs 1 scn 10 20 60 1.9 re f /CMYK cs 0 0 0 1 scn 10 40 60 1.9 re f /CMYK cs 0 0 0 1 scn BT /F1 9 Tf 20 60 Td <${type.encode('广')}> Tj ET`,
      change: (document) => {
        separation(document, 'K', 'Black');
        named(document, 'CMYK', inksNamed(document, ['Cyan', 'Magenta', 'Yellow', 'Black']));
      },
    });
    const { shares, spots } = await plates(ad, [40, 21], [40, 41]);
    expect([shares, spots]).toEqual([
      [
        [80, 0, 0, 100],
        [80, 0, 0, 100],
      ],
      [],
    ]);
  });

  test('may be all at once in crop marks beyond the trim, which are cut off', async () => {
    const ad = await advertisement({
      size: [WIDTH + 40, HEIGHT + 40],
      content: '/Every cs 1 scn 4 40 12 1 re f /Every CS 1 SCN 1 w 40 4 m 40 16 l S .5 0 0 0 k 20 20 50 50 re f',
      change: (document) => {
        separation(document, 'Every', 'All');
        document.getPage(0).setTrimBox(20, 20, WIDTH, HEIGHT);
      },
    });
    expect(await preflight(await pageWith(ad), settings())).toEqual([]);
  });

  test('may be black on a page without colour', async () => {
    const change = (document: PDFDocument) => {
      separation(document, 'K', 'Black');
      picture(document, 'Black', inksNamed(document, ['Black']), [204]);
      const bits = { Type: 'XObject', Subtype: 'Image', Width: 400, Height: 400, BitsPerComponent: 1 };
      const drawing = document.context.flateStream(new Uint8Array(20000).fill(0x55), bits);
      drawing.dict.set(PDFName.of('ColorSpace'), inksNamed(document, ['Black']));
      const resources = document.getPage(0).node.Resources();
      if (resources) put(resources, 'XObject', 'Bits', document.context.register(drawing));
    };
    const content = '/K cs 1 scn 0 0 9 9 re f q 20 0 0 20 0 20 cm /Black Do Q q 20 0 0 20 40 20 cm /Bits Do Q';
    const ad = await advertisement({ content, change });
    expect(await preflight(await pageWith(ad, false), settings({ color: false }))).toEqual([]);
  });
});

describe('named inks are refused', () => {
  const own = (...inks: readonly string[]) => ({
    change: (document: PDFDocument) => named(document, 'Own', inksNamed(document, inks)),
  });

  test.each<[string, Ad, boolean, RegExp]>([
    [
      'that are all over the limit',
      { content: '/Own cs 1 scn 0 0 9 9 re f', ...own('All') },
      true,
      /a fill of 400 % ink/,
    ],
    ['whose first tint is full', { content: '/Own cs 0 0 9 9 re f', ...own('All') }, true, /a fill of 400 % ink/],
    [
      'that are colours on a page without',
      { content: '/Own cs 1 scn 0 0 9 9 re f', ...own('Cyan') },
      false,
      /a coloured fill/,
    ],
    [
      'that are none of the press’s, by their names',
      { content: '/Own cs 1 1 scn 0 0 9 9 re f', ...own('Cyan', 'PANTONE 185 C') },
      true,
      /a fill is in a spot colour \(PANTONE 185 C\)\./,
    ],
    [
      'that a screen colour stands in for',
      {
        content: '/Own cs 1 scn 0 0 9 9 re f',
        change: (document) => named(document, 'Own', inksNamed(document, ['Black'], 'DeviceRGB', [0, 0, 0])),
      },
      true,
      /Black named as a separation with a substitute in screen colour/,
    ],
    [
      'in a picture of too much ink',
      {
        content: 'q 40 0 0 40 9 9 cm /Heavy Do Q',
        change: (document) =>
          picture(document, 'Heavy', inksNamed(document, ['Cyan', 'Magenta', 'Black']), [255, 255, 255]),
      },
      true,
      /a picture lays 300 % of ink/,
    ],
  ])('%s', async (_, ad, color, reason) => {
    expect(await reasons(ad, color)).toMatch(reason);
  });
});
