import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cmykTiff, inksOf } from '../../src/photo/cmyk.ts';
import { heaviest, limitInk } from '../../src/photo/ink.ts';
import { colourPlates } from '../../src/photo/plates.ts';
import { toneOf } from '../../src/photo/tone.ts';
import { PROFILE } from './studio.ts';

const inks = fc
  .uint8Array({ minLength: 4, maxLength: 400 })
  .map((bytes) => bytes.subarray(0, bytes.length - (bytes.length % 4)));

describe('the ink limit', () => {
  test('is held at every point; black stays, colours give way alike, light points are untouched', () => {
    fc.assert(
      fc.property(inks, fc.integer({ min: 100, max: 400 }), (cmyk, limit) => {
        const before = cmyk.slice();
        limitInk(cmyk, limit);
        expect(heaviest(cmyk)).toBeLessThanOrEqual(limit);
        for (let at = 0; at < cmyk.length; at += 4) {
          const [c, m, y, k] = before.subarray(at, at + 4) as unknown as [number, number, number, number];
          const [c2 = 0, m2 = 0, y2 = 0, k2 = 0] = cmyk.subarray(at, at + 4);
          expect(k2).toBe(k);
          if (c + m + y + k <= (limit * 255) / 100 - 1) expect([c2, m2, y2]).toEqual([c, m, y]);
          // Alike: the ratio of two colours keeps within the rounding of a byte.
          expect(Math.abs(c2 * m - m2 * c)).toBeLessThanOrEqual(Math.max(c, m));
        }
      }),
    );
  });

  test('survives JPEG: noise of the worst kind is held after decoding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 160, max: 300 }), fc.nat(1000), async (inkLimit, seed) => {
        const noise = Uint8Array.from(
          { length: 64 * 48 * 4 },
          (_, at) => Math.abs(Math.sin(at * 12.9898 + seed) * 43758.5453) % 256,
        );
        const jpeg = await colourPlates(noise, { width: 64, height: 48 }, { inkLimit, quality: 90 });
        expect(heaviest(await inksOf(jpeg))).toBeLessThanOrEqual(inkLimit + 1);
      }),
      { numRuns: 12 },
    );
  });
});

test('CMYK numbers go into a TIFF and come out of it unchanged', async () => {
  const cmyk = Uint8Array.from({ length: 5 * 3 * 4 }, (_, at) => at * 4);
  expect([...(await inksOf(cmykTiff(cmyk, 5, 3)))]).toEqual([...cmyk]);
});

describe('the tone of black ink', () => {
  test('white is bare, black is solid, and it never rises', async () => {
    const tone = await toneOf(PROFILE);
    expect([tone[0], tone[255]]).toEqual([255, 0]);
    for (let grey = 1; grey < 256; grey++) expect(tone[grey]).toBeLessThanOrEqual(tone[grey - 1] ?? 0);
  });

  test('printed by the profile, a grey comes out as light as it was meant', async () => {
    const tone = await toneOf(PROFILE);
    const greys = [40, 80, 128, 180, 220];
    const strip = Uint8Array.from([0, ...greys, 255].flatMap((grey) => [0, 0, 0, tone[grey] ?? 0]));
    const { data } = await sharp(cmykTiff(strip, greys.length + 2, 1, await readFile(PROFILE)))
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const light = (value: number): number => ((value / 255 + 0.055) / 1.055) ** 2.4;
    const [solid, paper] = [light(data[0] ?? 0), light(data.at(-1) ?? 255)];
    greys.forEach((grey, index) => {
      const printed = (light(data[index + 1] ?? 0) - solid) / (paper - solid);
      expect(Math.abs(printed - light(grey))).toBeLessThan(0.02);
    });
  });
});
