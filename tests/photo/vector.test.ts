/** Drawings are drawn as large as their place asks for, whatever unit their size is said in. */
import { describe, expect, test } from 'vitest';
import { WHOLE } from '../../src/photo/crop.ts';
import { cropped } from '../../src/photo/cropped.ts';
import { openStudio } from './studio.ts';

const drawing = (width: string, height: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 120 60"><rect width="60" height="60" fill="#c8102e"/></svg>`;

describe('a drawing', () => {
  test.each([
    ['120', '60'],
    ['120mm', '60mm'],
    ['12cm', '6cm'],
    ['4in', '2in'],
    ['340pt', '170pt'],
    ['3mm', '1.5mm'],
  ])('%s wide is drawn on twelve thousand pixels, and each half of it is where it was', async (width, height) => {
    await using studio = await openStudio();
    const bytes = Buffer.from(drawing(width, height));
    await studio.put('photos/a.svg', bytes.toString());
    const picture = await studio.picture('photos/a.svg');
    const half = { ...WHOLE, x: 0.25, width: 0.5 };
    const { data, ...size } = await cropped(bytes, picture, { crop: half, width: 12_000, height: 40 });
    expect(size).toMatchObject({ width: 12_000, height: 40 });
    const at = (x: number): readonly number[] => [...data.subarray((20 * 12_000 + x) * 3, (20 * 12_000 + x) * 3 + 3)];
    expect(at(5_500)).toEqual([200, 16, 46]);
    expect(at(6_500)).toEqual([255, 255, 255]);
  });
});
