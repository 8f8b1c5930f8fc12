import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { subsetOf } from '#src/edition/font/face.ts';
import { toWoff2 } from '#src/edition/font/woff2.ts';

const require = createRequire(import.meta.url);
const compress = require('wawoff2/compress.js') as (font: Uint8Array) => Promise<Uint8Array>;
const decompress = require('wawoff2/decompress.js') as (font: Uint8Array) => Promise<Uint8Array>;

const TEXTS = {
  song: '春天的风吹过江边的小城，人们走出家门：“花开满街”。2026年1月8日',
  'serif-latin': 'The quick brown fox jumps over the lazy dog. éàïñç — fi fl 0123456789',
  brush: '星城晚报',
} as const;

describe('our WOFF2', () => {
  for (const [face, text] of Object.entries(TEXTS)) {
    it(`of ${face} unpacks to the same font as the reference encoder’s, and is hardly larger`, async () => {
      const font = await subsetOf(face, text);
      const [ours, theirs] = [await toWoff2(font), await compress(font)];
      const unpacked = Buffer.from(await decompress(ours));
      expect(unpacked.equals(Buffer.from(await decompress(theirs)))).toBe(true);
      expect(ours.length).toBeLessThan(theirs.length * 1.1);
    });
  }

  it('is the same for the same font', async () => {
    const font = await subsetOf('song', TEXTS.song);
    expect(Buffer.from(await toWoff2(font)).equals(Buffer.from(await toWoff2(font)))).toBe(true);
  });
});
