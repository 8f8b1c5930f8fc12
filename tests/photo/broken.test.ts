import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStudio, scene } from './studio.ts';

/** Runs of each format; a long form by hand: BROADSHEET_FUZZ=50. */
const RUNS = 12 * Number(process.env['BROADSHEET_FUZZ'] ?? 1);

const FORMATS = {
  jpeg: () =>
    scene(90, 60)
      .withExif({ IFD0: { ImageDescription: 'a rink' } })
      .jpeg()
      .toBuffer(),
  png: () => scene(90, 60).png().toBuffer(),
  webp: () => scene(90, 60).webp().toBuffer(),
  tiff: () => scene(90, 60).tiff({ compression: 'lzw' }).toBuffer(),
  avif: () => scene(90, 60).avif({ effort: 0 }).toBuffer(),
  svg: async () =>
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60"><path d="M0 0h45v60z"/></svg>',
    ),
};

describe('bytes changed at random', () => {
  test.each(Object.entries(FORMATS))('%s: a picture or a fault, never a crash', async (_, make) => {
    await using studio = await openStudio();
    const good = await make();
    const wounds = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(wounds, fc.integer({ min: 1, max: good.length }), async (changes, length) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        await studio.put('photos/a', bytes.subarray(0, length));
        const { pictures, faults } = await studio.inspect(['photos/a'], { limits: { picturePixels: 1_000_000 } });
        const errors = faults.filter(({ severity }) => severity === 'error');
        expect(pictures.size + errors.length).toBe(1);
        for (const { message, hint } of faults) expect(`${message}${hint}`).not.toMatch(/undefined|\[object|\n/);
      }),
      { numRuns: RUNS },
    );
  });
});
