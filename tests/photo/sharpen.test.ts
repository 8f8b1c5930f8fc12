import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sharpened } from '../../src/photo/sharpen.ts';
import { picture, quarters, scene } from './studio.ts';

const byLibvips = (data: Buffer, width: number, height: number) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .sharpen({ sigma: 1, m1: 0.4, m2: 2, x1: 3, y2: 8, y3: 16 })
    .raw()
    .toBuffer();

const noise = (width: number, height: number) =>
  picture(width, height, (x, y) => {
    const value = Math.abs(Math.sin(x * 12.9898 + y * 78.233) * 43758.5453);
    return [Math.floor((value * 3) % 256), Math.floor((value * 7) % 256), Math.floor((value * 13) % 256)];
  });

describe('sharpening', () => {
  test.each([
    ['a scene', scene(160, 120)],
    ['flat colours with edges', quarters(90, 70)],
    ['noise of every colour', noise(120, 90)],
    ['a single column', scene(1, 400)],
    ['a single pixel', scene(1, 1)],
  ])('of %s is libvips’s to a level, hardly ever two', async (_, made) => {
    const { data, info } = await made.raw().toBuffer({ resolveWithObject: true });
    const [ours, theirs] = [sharpened(data, info), await byLibvips(data, info.width, info.height)];
    const differences = ours.map((value, at) => Math.abs(value - (theirs[at] ?? 0)));
    expect(ours.length).toBe(theirs.length);
    expect(Math.max(...differences)).toBeLessThanOrEqual(2);
    expect(differences.filter((difference) => difference > 1).length).toBeLessThanOrEqual(ours.length / 100);
  });

  test('leaves flat tone and the pixels that it was given as they were', () => {
    const flat = Buffer.alloc(30 * 20 * 3, 90);
    expect(sharpened(flat, { width: 30, height: 20 })).toEqual(flat);
    const edge = Buffer.alloc(30 * 20 * 3, 90).fill(200, 900);
    const before = Buffer.from(edge);
    expect(sharpened(edge, { width: 30, height: 20 })).not.toEqual(before);
    expect(edge).toEqual(before);
  });
});
