import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cmykTiff, inksOf } from '../../src/photo/cmyk.ts';
import { limitInk } from '../../src/photo/ink.ts';
import { colourPlates } from '../../src/photo/plates.ts';
import { openSeparation } from '../../src/photo/separation.ts';
import { toneOf } from '../../src/photo/tone.ts';
import { newsprint } from './little-cms.ts';
import { heaviest } from './reference/ink.ts';
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
        const jpeg = await colourPlates(noise, { width: 64, height: 48 }, { inkLimit, quality: 90, tight: false });
        expect(heaviest(await inksOf(jpeg))).toBeLessThanOrEqual(inkLimit);
      }),
      { numRuns: 12 },
    );
  });
});

test('CMYK numbers go into a TIFF and come out of it unchanged', async () => {
  const cmyk = Uint8Array.from({ length: 5 * 3 * 4 }, (_, at) => at * 4);
  expect([...(await inksOf(cmykTiff(cmyk, 5, 3)))]).toEqual([...cmyk]);
});

describe('the press profile', () => {
  const GREYS = [0, 24, 64, 96, 128, 160, 192, 224, 255];
  const COLOURS = [
    [200, 150, 120],
    [120, 80, 50],
    [60, 90, 140],
    [90, 120, 80],
  ];

  test('greys and the colours that newsprint has come back from the inks as they were', async () => {
    const separation = await openSeparation(PROFILE);
    const rgb = Uint8Array.from([...GREYS.slice(2).flatMap((grey) => [grey, grey, grey]), ...COLOURS.flat()]);
    const printed = (await newsprint()).toScreen(true)(separation.inks(rgb));
    rgb.forEach((value, at) => {
      expect(Math.abs((printed[at] ?? 0) - value)).toBeLessThanOrEqual(6);
    });
  });

  test('shadows stay apart: the black point is compensated', async () => {
    const separation = await openSeparation(PROFILE);
    const inks = separation.inks(Uint8Array.from([20, 40, 60, 80, 100].flatMap((grey) => [grey, grey, grey])));
    const sums = [0, 1, 2, 3, 4].map((at) => inks.subarray(at * 4, at * 4 + 4).reduce((sum, ink) => sum + ink, 0));
    for (let at = 1; at < sums.length; at++) expect(sums[at]).toBeLessThan(sums[at - 1] ?? 0);
    expect((sums[1] ?? 0) - (sums[4] ?? 0)).toBeGreaterThan(200);
  });

  test('paper is bare, and black holds the ink limit of the profile', async () => {
    const separation = await openSeparation(PROFILE);
    const inks = separation.inks(Uint8Array.from([255, 255, 255, 0, 0, 0]));
    expect([...inks.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(heaviest(inks.subarray(4))).toBeGreaterThan(230);
    expect(heaviest(inks.subarray(4))).toBeLessThan(244);
  });

  test('a file that is no CMYK profile is refused by its name', async () => {
    await expect(openSeparation(import.meta.filename)).rejects.toThrow(/ink\.test\.ts is no CMYK profile/);
  });

  test('the tone of black alone: white is bare, black is solid, it never rises, and a grey comes out as light as it was meant', async () => {
    const separation = await openSeparation(PROFILE);
    const tone = toneOf(separation);
    expect([tone[0], tone[255]]).toEqual([255, 0]);
    for (let grey = 1; grey < 256; grey++) expect(tone[grey]).toBeLessThanOrEqual(tone[grey - 1] ?? 0);
    const look = (await newsprint()).toScreen(false);
    const seen = look(Uint8Array.from([0, ...GREYS, 255].flatMap((grey) => [0, 0, 0, tone[grey] ?? 0])));
    const light = (value: number): number =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const [solid, paper] = [light(seen[1] ?? 0), light(seen.at(-2) ?? 255)];
    GREYS.forEach((grey, index) => {
      const printed = (light(seen[(index + 1) * 3 + 1] ?? 0) - solid) / (paper - solid);
      expect(Math.abs(printed - light(grey))).toBeLessThan(0.02);
    });
  });
});
