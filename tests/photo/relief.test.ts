import { describe, expect, test } from 'vitest';
import { inksOf, openCmyk } from '../../src/photo/cmyk.ts';
import { limitInk } from '../../src/photo/ink.ts';
import { tableOf } from '../../src/photo/jpeg-block.ts';
import { layTable, openKernels, workspace } from '../../src/photo/kernels.ts';
import { foresee, greatestGain } from '../../src/photo/relief.ts';
import { heaviest } from './reference/ink.ts';

/** Not a multiple of a block either way. */
const SIZE = { width: 107, height: 61 };

/** Edge of a block. */
const BLOCK = 8;

const noise = (at: number): number => Math.floor(Math.abs(Math.sin(at * 12.9898) * 43758.5453) % 256);
const picture = (byte: (at: number) => number): Uint8Array =>
  Uint8Array.from({ length: SIZE.width * SIZE.height * 4 }, (_, at) => byte(at));
const jpegOf = (inks: Uint8Array, quality: number): Promise<Buffer> =>
  openCmyk(inks, SIZE.width, SIZE.height).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();

/** The block at this corner, 64 pixels of four plates; beyond the picture its last pixels go on. */
const blockAt = (inks: Uint8Array, left: number, top: number): Uint8Array =>
  Uint8Array.from({ length: BLOCK * BLOCK * 4 }, (_, at) => {
    const pixel = Math.floor(at / 4);
    const x = Math.min(SIZE.width - 1, left + (pixel % BLOCK));
    const y = Math.min(SIZE.height - 1, top + Math.floor(pixel / BLOCK));
    return inks[(y * SIZE.width + x) * 4 + (at % 4)] ?? 0;
  });

/** The block behind the compression. */
function throughJpeg(block: Uint8Array): Uint8Array {
  const { at, memory } = workspace(2 * block.length);
  memory.set(block, at);
  openKernels().throughJpeg(at, at + block.length);
  return memory.slice(at + block.length, at + 2 * block.length);
}

describe('what JPEG will make of a block', () => {
  test.each([60, 90, 95])('is what libjpeg makes of it, to the last bit, at quality %i', async (quality) => {
    const inks = picture((at) => (at % 3 === 0 ? 128 + 100 * Math.sin(at / 90) : noise(at)));
    const jpeg = await jpegOf(inks, quality);
    const seen = await inksOf(jpeg);
    layTable(openKernels().DIVISORS_AT, tableOf(jpeg));
    let compared = 0;
    for (let top = 0; top < SIZE.height; top += BLOCK) {
      for (let left = 0; left < SIZE.width; left += BLOCK) {
        const [block, real] = [throughJpeg(blockAt(inks, left, top)), blockAt(seen, left, top)];
        for (let at = 0; at < block.length; at++) {
          const pixel = Math.floor(at / 4);
          if (left + (pixel % BLOCK) >= SIZE.width || top + Math.floor(pixel / BLOCK) >= SIZE.height) continue;
          if (block[at] !== real[at]) throw new Error(`${left},${top} byte ${at}: ${block[at]} for ${real[at]}`);
          compared++;
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

  test.each([60, 90, 95])('no block gains more than the most that quality %i can add', async (quality) => {
    const [even, odd] = [picture((at) => (noise(at) % 2) * 255), picture((at) => noise(at))];
    for (const inks of [even, odd]) {
      const jpeg = await jpegOf(inks, quality);
      const seen = await inksOf(jpeg);
      let gained = 0;
      for (let at = 0; at < inks.length; at += 4) {
        const sumOf = (plates: Uint8Array): number => plates.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0);
        gained = Math.max(gained, sumOf(seen) - sumOf(inks));
      }
      expect(gained).toBeGreaterThan(0);
      expect(gained).toBeLessThanOrEqual(greatestGain(tableOf(jpeg)));
    }
  });
});
