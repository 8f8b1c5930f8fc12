/** Supplied PDFs as pixels for screens: the trim, upright, at the wanted size. */
import { degrees, PDFDocument, rgb } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { drawPdf } from '../../src/photo/pdf-drawing.ts';

/** A page of 300 × 200 points around a trim of 240 × 120: red left of its middle, blue right of it, green outside. */
async function page(turn = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const sheet = document.addPage([300, 200]);
  sheet.drawRectangle({ x: 0, y: 0, width: 300, height: 200, color: rgb(0, 0.6, 0) });
  sheet.drawRectangle({ x: 30, y: 40, width: 120, height: 120, color: rgb(0.8, 0, 0) });
  sheet.drawRectangle({ x: 150, y: 40, width: 120, height: 120, color: rgb(0, 0, 0.8) });
  sheet.setTrimBox(30, 40, 240, 120);
  sheet.setRotation(degrees(turn));
  return document.save();
}

async function coloursOf(bytes: Uint8Array, width: number, height: number, ...points: (readonly [number, number])[]) {
  const { data, info } = await (await drawPdf(bytes, { width, height })).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([width, height, 3]);
  return points.map(([x, y]) => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]);
}

const [RED, BLUE] = [
  [204, 0, 0],
  [0, 0, 204],
];

test('the trim fills the picture, and nothing outside of it is seen', async () => {
  const corners = await coloursOf(
    await page(),
    480,
    240,
    [1, 1],
    [1, 238],
    [230, 120],
    [250, 120],
    [478, 1],
    [478, 238],
  );
  expect(corners).toEqual([RED, RED, RED, BLUE, BLUE, BLUE]);
});

test('a page that lies on its side is drawn upright', async () => {
  expect(await coloursOf(await page(90), 120, 240, [60, 5], [60, 235])).toEqual([RED, BLUE]);
});

test('the same bytes give the same pixels; an empty page is white', async () => {
  const draw = async (bytes: Uint8Array) => (await drawPdf(bytes, { width: 90, height: 45 })).raw().toBuffer();
  expect(await draw(await page())).toEqual(await draw(await page()));
  const empty = await PDFDocument.create({ updateMetadata: false });
  empty.addPage([300, 200]);
  expect((await draw(await empty.save())).every((value) => value === 255)).toBe(true);
});
