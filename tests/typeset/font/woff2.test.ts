import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { faceOf, fileIn } from '../../../src/typeset/faces.ts';
import { tablesOf } from '../../../src/typeset/font/sfnt.ts';
import { unpackWoff2 } from '../../../src/typeset/font/woff2.ts';

const require = createRequire(import.meta.url);
const decompress = require('wawoff2/decompress.js') as (font: Uint8Array) => Promise<Uint8Array>;
const compress = require('wawoff2/compress.js') as (font: Uint8Array) => Promise<Uint8Array>;

/** SHA-256 of the tables by tag. */
function contentOf(font: Uint8Array): ReadonlyMap<string, string> {
  const tables = [...tablesOf(font)].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(tables.map(([tag, bytes]) => [tag, createHash('sha256').update(bytes).digest('hex')]));
}

async function slicesOfKai(): Promise<readonly Uint8Array[]> {
  const { source } = faceOf('kai');
  if (source.kind !== 'slices') throw new Error('Kai is no longer a face of slices.');
  const sheet = await readFile(fileIn(source.module, source.sheet), 'utf8');
  const names = [...sheet.matchAll(/url\(['"]?([^'")]+)/g)].map(([, name = '']) => name);
  return Promise.all(names.map((name) => readFile(fileIn(source.module, name))));
}

describe('a WOFF2 font', () => {
  it('unpacks to what the reference decoder makes of it, every slice of Kai', async () => {
    const slices = await slicesOfKai();
    expect(slices.length).toBe(97);
    for (const slice of slices) expect(contentOf(unpackWoff2(slice))).toEqual(contentOf(await decompress(slice)));
  });

  it.each(['serif-latin', 'serif-latin-italic'] as const)(
    'with composite glyphs, kerning and hints unpacks too: %s',
    async (face) => {
      const { source } = faceOf(face);
      if (source.kind === 'slices') throw new Error(`Expected a file for ${face}.`);
      const packed = await compress(await readFile(fileIn(source.module)));
      expect(contentOf(unpackWoff2(packed))).toEqual(contentOf(await decompress(packed)));
    },
  );

  it('is refused when it is none', () => {
    expect(() => unpackWoff2(new Uint8Array(100))).toThrow('Expected a woff2 font');
  });
});
