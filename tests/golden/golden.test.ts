/** Six pages look as they looked when somebody last looked at them. */
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GoldenPage, goldenPages } from './pages.ts';
import { DIFFERENCES, type Differing, decode, difference, encode, pathOf, writeDifferences } from './pictures.ts';
import { rasterOf } from './raster.ts';

/** Pixels that may differ: an edge that falls half-way between two pixels may be rounded otherwise elsewhere. */
const TOLERANCE = 0.0005;
/** A picture is small enough to be looked at in a review. */
const MOST_BYTES = 40_000;
const NAMES = ['sample-front', 'sample-lead', 'sample-ad', 'english', 'random-ad', 'random-nine'];

let pages: readonly GoldenPage[];
const differing: Differing[] = [];

beforeAll(async () => {
  await rm(DIFFERENCES, { recursive: true, force: true });
  pages = await goldenPages();
}, 240_000);

afterAll(async () => {
  if (differing.length > 0) console.error(`Pages look different: see ${await writeDifferences(differing)}`);
});

describe('golden pages', () => {
  it.each(NAMES)('%s looks as it did', async (name) => {
    const page = pages.find((one) => one.name === name)?.page;
    if (page === undefined) throw new Error(`Expected a page ${name}.`);
    expect(page).toMatchObject({ hard: [], fill: 1 });
    const is = await decode(await encode(rasterOf(page)));
    if (!existsSync(pathOf(name))) throw new Error('Draw it first: npm run golden:update');
    const was = await decode(pathOf(name));
    const share = difference(was, is);
    if (share > TOLERANCE) differing.push({ name, was, is, share });
    expect(share).toBeLessThanOrEqual(TOLERANCE);
    expect((await stat(pathOf(name))).size).toBeLessThan(MOST_BYTES);
  });
});
