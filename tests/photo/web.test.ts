import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cropTo } from '../../src/photo/crop.ts';
import { webRenditions } from '../../src/photo/web.ts';
import { BLUE, GREEN, openStudio, pixels, quarters, RED, scene, YELLOW } from './studio.ts';

/** Where the four quarters are seen for each EXIF orientation: upper left, upper right, lower left, lower right. */
const SEEN = {
  1: [RED, GREEN, BLUE, YELLOW],
  2: [GREEN, RED, YELLOW, BLUE],
  3: [YELLOW, BLUE, GREEN, RED],
  4: [BLUE, YELLOW, RED, GREEN],
  5: [RED, BLUE, GREEN, YELLOW],
  6: [BLUE, RED, YELLOW, GREEN],
  7: [YELLOW, GREEN, BLUE, RED],
  8: [GREEN, YELLOW, RED, BLUE],
} as const;

describe('web renditions', () => {
  test.each(Object.entries(SEEN))(
    'EXIF orientation %s is applied in every format',
    async (orientation, quartersSeen) => {
      await using studio = await openStudio();
      await studio.put(
        'photos/a.jpg',
        await quarters()
          .withMetadata({ orientation: Number(orientation) })
          .jpeg({ quality: 95 })
          .toBuffer(),
      );
      const found = await studio.picture('photos/a.jpg');
      const renditions = await webRenditions(studio.path('photos/a.jpg'), found, { widths: [60] });
      expect(renditions.map(({ format }) => format)).toEqual(['avif', 'webp', 'jpeg']);
      for (const { bytes, width, height } of renditions) {
        const { at, ...size } = await pixels(bytes);
        expect(size).toEqual({ width, height });
        const corners = [at(8, 8), at(width - 8, 8), at(8, height - 8), at(width - 8, height - 8)];
        corners.forEach((colour, index) => {
          colour.slice(0, 3).forEach((value, channel) => {
            expect(Math.abs(value - (quartersSeen[index]?.[channel] ?? 0))).toBeLessThan(22);
          });
        });
        expect((await sharp(Buffer.from(bytes)).metadata()).orientation ?? 1).toBe(1);
      }
    },
  );

  test('are never wider than the source, and two widths that are nearly the same are one', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await scene(500, 300).jpeg().toBuffer());
    const found = await studio.picture('photos/a.jpg');
    const widths = (await webRenditions(studio.path('photos/a.jpg'), found)).map(({ width }) => width);
    expect([...new Set(widths)]).toEqual([500]);
  });

  test('come in some formats at the greatest width only', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.jpg', await scene(500, 300).jpeg().toBuffer());
    const found = await studio.picture('photos/a.jpg');
    const made = await webRenditions(studio.path('photos/a.jpg'), found, {
      widths: [200, 400],
      formats: ['webp'],
      largest: ['jpeg'],
    });
    expect(made.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 200, 120],
      ['webp', 400, 240],
      ['jpeg', 400, 240],
    ]);
    for (const { bytes, width } of made) expect((await sharp(Buffer.from(bytes)).metadata()).width).toBe(width);
  });

  test('show the crop, in its shape, with the focus in it', async () => {
    await using studio = await openStudio();
    await studio.put('photos/a.png', await quarters(400, 200).png().toBuffer());
    const found = await studio.picture('photos/a.png');
    const crop = cropTo(found, [0.95, 0.9], 1);
    const [, , jpeg] = await webRenditions(studio.path('photos/a.png'), found, { crop, widths: [100] });
    expect([jpeg?.width, jpeg?.height]).toEqual([100, 100]);
    const { at } = await pixels(jpeg?.bytes ?? new Uint8Array());
    YELLOW.forEach((value, channel) => {
      expect(Math.abs((at(90, 90)[channel] ?? 0) - value)).toBeLessThan(16);
    });
  });

  test('are the same bytes on every run, and carry no metadata', async () => {
    await using studio = await openStudio();
    await studio.put(
      'photos/a.jpg',
      await scene(300, 200)
        .withExif({ IFD0: { Copyright: 'secret address' } })
        .jpeg()
        .toBuffer(),
    );
    const found = await studio.picture('photos/a.jpg');
    const make = () => webRenditions(studio.path('photos/a.jpg'), found, { widths: [120, 240] });
    const [one, other] = await Promise.all([make(), make()]);
    expect(one).toEqual(other);
    for (const { bytes } of one) expect(Buffer.from(bytes).includes('secret')).toBe(false);
  });

  test('alpha stands on white', async () => {
    await using studio = await openStudio();
    await studio.put(
      'photos/a.png',
      await sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    );
    const found = await studio.picture('photos/a.png');
    for (const { bytes } of await webRenditions(studio.path('photos/a.png'), found)) {
      expect((await pixels(bytes)).at(20, 20).slice(0, 3)).toEqual([255, 255, 255]);
    }
  });

  test('a vector is drawn sharp at any width', async () => {
    await using studio = await openStudio();
    await studio.put(
      'photos/a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" width="30" height="20"><rect width="15" height="20" fill="#00f"/></svg>',
    );
    const found = await studio.picture('photos/a.svg');
    const [, , jpeg] = await webRenditions(studio.path('photos/a.svg'), found, { widths: [600] });
    const { at, width, height } = await pixels(jpeg?.bytes ?? new Uint8Array());
    expect([width, height]).toEqual([600, 400]);
    expect(at(290, 200)[0]).toBeLessThan(20);
    expect(at(310, 200)[0]).toBeGreaterThan(235);
  });
});
