import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cropTo, kept, pixelsOf, pixelsPerInch, shows, WHOLE } from '../../src/photo/crop.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.record({ width: fc.integer({ min: 1, max: 12_000 }), height: fc.integer({ min: 1, max: 12_000 }) });
const ratio = fc.double({ min: 0.05, max: 20, noNaN: true });

describe('a crop', () => {
  test('keeps the focus, stays inside and has the wanted shape, whatever the picture', () => {
    fc.assert(
      fc.property(size, share, share, ratio, (picture, x, y, wanted) => {
        const crop = cropTo(picture, [x, y], wanted);
        expect(shows(crop, [x, y])).toBe(true);
        expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
        expect(crop.x + crop.width).toBeLessThanOrEqual(1 + 1e-12);
        expect(crop.y + crop.height).toBeLessThanOrEqual(1 + 1e-12);
        expect((crop.width * picture.width) / (crop.height * picture.height) / wanted).toBeCloseTo(1, 9);
      }),
    );
  });

  test('is the largest of its shape: it spans the picture in one direction', () => {
    fc.assert(
      fc.property(size, share, share, ratio, (picture, x, y, wanted) => {
        const { width, height } = cropTo(picture, [x, y], wanted);
        expect(Math.max(width, height)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('holds the focus in its middle where there is room', () => {
    const crop = cropTo({ width: 300, height: 100 }, [0.5, 0.5], 1);
    expect(crop.x + crop.width / 2).toBeCloseTo(0.5, 12);
    expect(kept(crop)).toBeCloseTo(1 / 3, 12);
  });

  test('becomes whole pixels that are inside, not empty, and show the focus', () => {
    fc.assert(
      fc.property(size, share, share, ratio, (picture, x, y, wanted) => {
        const box = pixelsOf(cropTo(picture, [x, y], wanted), picture);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(1);
        expect(box.left + box.width).toBeLessThanOrEqual(picture.width);
        expect(box.top + box.height).toBeLessThanOrEqual(picture.height);
        // The rounding of an edge may move it by half a pixel, no more.
        expect(x * picture.width).toBeGreaterThanOrEqual(box.left - 0.51);
        expect(x * picture.width).toBeLessThanOrEqual(box.left + box.width + 0.51);
        expect(y * picture.height).toBeGreaterThanOrEqual(box.top - 0.51);
        expect(y * picture.height).toBeLessThanOrEqual(box.top + box.height + 0.51);
      }),
    );
  });

  test('the whole picture is all its pixels', () => {
    expect(pixelsOf(WHOLE, { width: 7, height: 5 })).toEqual({ left: 0, top: 0, width: 7, height: 5 });
  });
});

describe('pixels per inch', () => {
  test('count the crop, at 96 CSS pixels to the inch', () => {
    expect(pixelsPerInch({ width: 2000, kind: 'photo' }, { x: 0, y: 0, width: 0.5, height: 1 }, 480)).toBe(200);
  });

  test('vectors have the plate’s', () => {
    expect(pixelsPerInch({ width: 10, kind: 'vector' }, WHOLE, 1332)).toBe(800);
  });
});
