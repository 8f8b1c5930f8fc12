/** What becomes of the inks of a supplied advertisement: its own overprinting, its own profiles. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { preflight } from '#src/press/preflight/preflight.ts';
import { advertisement, chart, HEIGHT, pageWith, profiled, shade } from './advertisement.ts';
import { onSheet, put, settings } from './builders.ts';
import { testWith } from './tools.ts';
import { platesOf } from './witnesses.ts';

const itsOwn = (document: PDFDocument): void => {
  const resources = document.getPage(0).node.Resources();
  if (resources) put(resources, 'ExtGState', 'Mine', document.context.obj({ op: true, OP: true, OPM: 1 }));
};

testWith('gs')('an advertisement that overprints by itself keeps what its maker decided, but for white', async () => {
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

test('an advertisement may have fills with thin black edges, of which the edge alone overprints', async () => {
  const ad = await advertisement({ content: '.5 0 0 0 k 0 0 0 1 K 1 w 9 9 40 40 re B' });
  expect(await preflight(await pageWith(ad), settings())).toEqual([]);
});

test('an advertisement’s inks lose their own profile: a RIP would separate them anew', async () => {
  const ad = await advertisement({
    content: '/Own cs 0 1 1 0 sc 0 0 9 9 re f /Fade sh q 36 0 0 36 9 9 cm /Chart Do Q',
    change: (document) => {
      const resources = document.getPage(0).node.Resources();
      if (resources) put(resources, 'ColorSpace', 'Own', profiled(document));
      shade(document, [0, 0, 0, 0], [0, 1, 1, 0], profiled(document));
      chart(document, profiled(document), '00334400');
    },
  });
  const pressed = await pageWith(ad);
  expect(await preflight(pressed, settings())).toEqual([]);
  const { context } = await PDFDocument.load(pressed);
  const texts = context.enumerateIndirectObjects().map(([, object]) => object.toString());
  expect(texts.filter((text) => text.includes('/ICCBased'))).toEqual([]);
  expect(texts.some((text) => text.includes('/Indexed /DeviceCMYK'))).toBe(true);
});
