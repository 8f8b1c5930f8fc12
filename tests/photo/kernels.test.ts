/** The compiled loops: what is kept is what the source gives, and each gives the bytes of the plain loops in `reference/`. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileKernels } from '../../scripts/kernels.ts';
import { openCmyk } from '../../src/photo/cmyk.ts';
import { packGrid, throughLink } from '../../src/photo/device-link.ts';
import { limitInk } from '../../src/photo/ink.ts';
import { tableOf } from '../../src/photo/jpeg-block.ts';
import { KERNELS } from '../../src/photo/kernels.ts';
import { foresee } from '../../src/photo/relief.ts';
import { sharpened } from '../../src/photo/sharpen.ts';
import * as plainLink from './reference/device-link.ts';
import * as plainInk from './reference/ink.ts';
import * as plainRelief from './reference/relief.ts';
import * as plainSharpen from './reference/sharpen.ts';

test('the kept file is what the pinned compiler makes of the source', async () => {
  expect(Buffer.from(await compileKernels()).equals(await readFile(KERNELS))).toBe(true);
}, 60_000);

/** Bytes of every temper: noise, soft waves, hard edges, nothing but the ends. */
const TEMPERS = {
  noise: (seed) => draw(seed),
  waves: (seed, at) => Math.round(128 + 120 * Math.sin(at / (20 + (seed % 50))) + (draw(seed + at) % 8)),
  edges: (seed, at) => (Math.floor(at / (9 + (seed % 31))) % 2 === 0 ? 20 : 235),
  ends: (seed, at) => (draw(seed + at) & 1) * 255,
  shadows: (seed, at) => 110 + (draw(seed + at * 7) % 90),
} satisfies Record<string, (seed: number, at: number) => number>;

/** A byte drawn for a number (the finaliser of MurmurHash3). */
function draw(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) & 255;
}

const temper = fc.constantFrom(...(Object.keys(TEMPERS) as (keyof typeof TEMPERS)[]));
const bytes = (length: number, kind: keyof typeof TEMPERS, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => Math.min(255, TEMPERS[kind](kind === 'noise' ? seed + at : seed, at)));

/** Sizes with every remainder of a group of pixels and of a block, rows of one pixel and columns of one among them. */
const size = fc.record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 30 }) });
const seed = fc.nat(1 << 24);

const same = (ours: Uint8Array, plain: Uint8Array): void => {
  expect(Buffer.compare(ours, plain)).toBe(0);
};

describe('gives the bytes of plain loops:', () => {
  test('sharpening', () => {
    fc.assert(
      fc.property(size, temper, seed, (of, kind, number) => {
        const rgb = bytes(of.width * of.height * 3, kind, number);
        same(sharpened(rgb, of), plainSharpen.sharpened(rgb, of));
      }),
      { numRuns: 300 },
    );
  });

  test('sharpening of a row longer than any photo’s', () => {
    const of = { width: 60_001, height: 3 };
    const rgb = bytes(of.width * of.height * 3, 'waves', 7);
    same(sharpened(rgb, of), plainSharpen.sharpened(rgb, of));
  });

  test('the link, every 7th colour of all, with a grid of noise and one of the ends', () => {
    const rgb = Uint8Array.from({ length: Math.floor(2 ** 24 / 7) * 3 }, (_, at) => {
      const colour = Math.floor(at / 3) * 7;
      return (colour >> (16 - (at % 3) * 8)) & 255;
    });
    for (const ink of [(at: number) => draw(at) * 256 + draw(at + 1), (at: number) => (draw(at) & 1) * 65_535]) {
      const grid = Uint16Array.from({ length: 33 ** 3 * 4 }, (_, at) => ink(at));
      same(throughLink(packGrid(grid), rgb), plainLink.throughLink(plainLink.packGrid(grid), rgb));
    }
  });

  test('the link, any number of pixels', () => {
    const grid = Uint16Array.from({ length: 33 ** 3 * 4 }, (_, at) => draw(at) * 257);
    const [ours, plain] = [packGrid(grid), plainLink.packGrid(grid)];
    for (const count of [0, 1, 2, 3, 4, 5, 16_383, 16_384, 16_385]) {
      const rgb = bytes(count * 3, 'noise', count);
      same(throughLink(ours, rgb), plainLink.throughLink(plain, rgb));
    }
  });

  test('ink limit', () => {
    const counts = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(16_383, 16_384, 16_385));
    fc.assert(
      fc.property(counts, temper, seed, fc.integer({ min: 0, max: 400 }), (count, kind, number, limit) => {
        const inks = bytes(count * 4, kind, number);
        const plain = inks.slice();
        limitInk(inks, limit);
        plainInk.limitInk(plain, limit);
        same(inks, plain);
      }),
      { numRuns: 300 },
    );
  });

  const limits = fc.integer({ min: 160, max: 320 });

  test.each([60, 90, 95])('relief before compression at quality %i', async (quality) => {
    const jpeg = await openCmyk(new Uint8Array(4), 1, 1).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    const table = tableOf(jpeg);
    fc.assert(
      fc.property(size, temper, seed, limits, (of, kind, number, limit) => {
        const inks = bytes(of.width * of.height * 4, kind, number);
        plainInk.limitInk(inks, limit - 4);
        const plain = inks.slice();
        foresee({ inks, ...of, limit }, table);
        plainRelief.foresee({ inks: plain, ...of, limit }, table);
        same(inks, plain);
      }),
      { numRuns: 100 },
    );
  });
});
