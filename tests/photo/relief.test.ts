import { describe, expect, test } from 'vitest';
import { inksOf, openCmyk } from '../../src/photo/cmyk.ts';
import { heaviest, limitInk } from '../../src/photo/ink.ts';
import { BLOCK, tableOf, throughJpeg } from '../../src/photo/jpeg-block.ts';
import { foresee, relieve } from '../../src/photo/relief.ts';

/** Not a multiple of a block either way. */
const SIZE = { width: 107, height: 61 };

const noise = (at: number): number => Math.floor(Math.abs(Math.sin(at * 12.9898) * 43758.5453) % 256);
const picture = (byte: (at: number) => number): Uint8Array =>
  Uint8Array.from({ length: SIZE.width * SIZE.height * 4 }, (_, at) => byte(at));
const jpegOf = (inks: Uint8Array, quality: number): Promise<Buffer> =>
  openCmyk(inks, SIZE.width, SIZE.height).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();

/** One plate of the block at this corner; beyond the picture its last pixels go on. */
const blockAt = (inks: Uint8Array, left: number, top: number, plate: number): Int32Array =>
  Int32Array.from({ length: BLOCK * BLOCK }, (_, at) => {
    const x = Math.min(SIZE.width - 1, left + (at % BLOCK));
    const y = Math.min(SIZE.height - 1, top + Math.floor(at / BLOCK));
    return 255 - (inks[(y * SIZE.width + x) * 4 + plate] ?? 0);
  });

describe('what JPEG will make of a block', () => {
  test.each([60, 90, 95])('is what libjpeg makes of it, to the last bit, at quality %i', async (quality) => {
    const inks = picture((at) => (at % 3 === 0 ? 128 + 100 * Math.sin(at / 90) : noise(at)));
    const jpeg = await jpegOf(inks, quality);
    const seen = await inksOf(jpeg);
    const table = tableOf(jpeg);
    let compared = 0;
    for (let top = 0; top < SIZE.height; top += BLOCK) {
      for (let left = 0; left < SIZE.width; left += BLOCK) {
        for (let plate = 0; plate < 4; plate++) {
          const block = blockAt(inks, left, top, plate);
          throughJpeg(block, table);
          const real = blockAt(seen, left, top, plate);
          for (let at = 0; at < block.length; at++) {
            if (left + (at % BLOCK) >= SIZE.width || top + Math.floor(at / BLOCK) >= SIZE.height) continue;
            if (block[at] !== real[at]) throw new Error(`${left},${top} plate ${plate}: ${block[at]} for ${real[at]}`);
            compared++;
          }
        }
      }
    }
    expect(compared).toBe(SIZE.width * SIZE.height * 4);
  });
});

describe('relief', () => {
  const LIMIT = 240;

  test('comes before compression: shadows full of noise come out within the limit at once', async () => {
    const inks = picture((at) => 110 + (noise(at) % 90));
    limitInk(inks, LIMIT - 4);
    const before = inks.slice();
    const table = tableOf(await jpegOf(inks, 90));
    expect(heaviest(await inksOf(await jpegOf(inks, 90)))).toBeGreaterThan(LIMIT);
    foresee({ inks, ...SIZE, limit: LIMIT }, table);
    expect(heaviest(await inksOf(await jpegOf(inks, 90)))).toBeLessThanOrEqual(LIMIT);
    const lost = inks.reduce((sum, ink, at) => sum + (before[at] ?? 0) - ink, 0);
    expect(lost / before.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(0.05);
  });

  test('leaves light blocks alone', async () => {
    const inks = picture((at) => noise(at) % 100);
    const before = inks.slice();
    foresee({ inks, ...SIZE, limit: LIMIT }, tableOf(await jpegOf(inks, 90)));
    expect(inks).toEqual(before);
  });

  test('behind compression touches the blocks that came out heavy and no other', () => {
    const inks = picture(() => 150);
    const seen = inks.slice();
    // In the second block of the first row.
    seen.fill(170, 9 * 4, 10 * 4);
    relieve({ inks, ...SIZE, limit: LIMIT }, seen, 1);
    expect([...inks.subarray(7 * 4, 8 * 4)]).toEqual([150, 150, 150, 150]);
    expect(heaviest(inks.subarray(8 * 4, 16 * 4))).toBeLessThan(heaviest(inks.subarray(0, 4)));
    expect([...inks.subarray(16 * 4, 17 * 4)]).toEqual([150, 150, 150, 150]);
  });
});
