import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openStock, subsetOf } from '#src/edition/font/face.ts';
import { toWoff2 } from '#src/edition/font/woff2.ts';
import { makeAnew } from '#src/edition/keep.ts';
import { FACES } from '#src/typeset/faces.ts';

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

describe('a small font out of an issue’s', () => {
  const han = Object.values(FACES).filter(({ script, source }) => script === 'han' && source.kind === 'file');

  it.each(han.map(({ id }) => id))('is the same whatever else the issue holds: %s', async (face) => {
    const fonts = ['报', '报纸，版面。1234567890', '一二三四五六七八九十百千万亿上下左右'].map((others) =>
      openStock(new Map([[face, `春风江城${others}`]]), subsetOf, makeAnew).pack(face, '春风江城'),
    );
    const [first, ...rest] = (await Promise.all(fonts)).map((bytes) => Buffer.from(bytes).toString('base64'));
    expect(rest).toEqual([first, first]);
  });

  it('is found again by all that it hangs on', async () => {
    const asked: string[] = [];
    const stock = (others: string) =>
      openStock(new Map([['kai', others] as const, ['song', others] as const]), subsetOf, async (kind, from, make) => {
        asked.push(JSON.stringify([kind, from]));
        return make();
      });
    for (const others of ['春风', '春风江'])
      for (const face of ['kai', 'song'] as const) await stock(others).pack(face, '春');
    const [kai, song, otherKai, sameSong] = asked;
    expect(otherKai).not.toBe(kai);
    expect(sameSong).toBe(song);
  });
});
