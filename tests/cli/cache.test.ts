import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ingredient, keyOf, openCache, pruneCache } from '../../src/cli/cache.ts';

const folder = () => mkdtemp(path.join(tmpdir(), 'broadsheet-cache-'));
const filesOf = async (root: string) =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const ingredient = fc.letrec<{ one: Ingredient; plain: Ingredient }>((tie) => ({
  plain: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.uint8Array()),
  one: fc.oneof(
    { maxDepth: 3 },
    tie('plain'),
    fc.array(tie('one'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('one'), { maxKeys: 3 }),
  ),
})).one;

/** Equal as ingredients; a clone has the plain prototype, whatever fast-check made. */
const same = (one: Ingredient, other: Ingredient): boolean =>
  isDeepStrictEqual(structuredClone(one), structuredClone(other));

describe('the key', () => {
  it('is equal for equal ingredients and differs for different ones', () => {
    fc.assert(
      fc.property(ingredient, ingredient, (one, other) => {
        const plain = (value: Ingredient): Ingredient => structuredClone(value);
        expect(keyOf(plain(one))).toBe(keyOf(one));
        expect(keyOf(one) === keyOf(other)).toBe(same(one, other));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['1'], [1]],
    [[['a'], 'b'], [['a', 'b']]],
    [{ a: 'b' }, ['a', 'b']],
    [new Uint8Array([97]), 'a'],
  ])('tells %j from %j', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('does not care for the order of keys', () => {
    expect(keyOf({ a: 1, b: 2 })).toBe(keyOf(new Map(Object.entries({ b: 2, a: 1 }))));
  });
});

describe('the cache', () => {
  const made = (text: string) => async () => Buffer.from(text);

  it('makes once, finds afterwards, and makes again for other ingredients or another program', async () => {
    const root = await folder();
    const cache = openCache(root, 'v1');
    expect(Buffer.from(await cache.bytes('page', ['a'], made('one'))).toString()).toBe('one');
    expect(Buffer.from(await cache.bytes('page', ['a'], made('two'))).toString()).toBe('one');
    expect(Buffer.from(await cache.bytes('page', ['b'], made('two'))).toString()).toBe('two');
    expect(Buffer.from(await cache.bytes('photo', ['a'], made('two'))).toString()).toBe('two');
    expect(Buffer.from(await openCache(root, 'v2').bytes('page', ['a'], made('two'))).toString()).toBe('two');
    expect(cache.tally).toEqual({ found: 1, made: 3 });
  });

  it('makes again what was damaged on the disk', async () => {
    const root = await folder();
    const cache = openCache(root, 'v1');
    await cache.value('plan', 1, async () => ({ pages: 4 }));
    const [file = ''] = await filesOf(root);
    const bytes = await readFile(file);
    bytes[bytes.length - 2] = 57;
    await writeFile(file, bytes);
    expect(await cache.value('plan', 1, async () => ({ pages: 8 }))).toEqual({ pages: 8 });
    await writeFile(file, '');
    expect(await cache.value('plan', 1, async () => ({ pages: 9 }))).toEqual({ pages: 9 });
  });

  it('keeps bytes and maps in values as they are', async () => {
    const root = await folder();
    const value = { twins: new Map([['a', new Uint8Array([1, 2, 3])]]), none: undefined };
    expect(await openCache(root, 'v1').find('press', 'k')).toBeUndefined();
    await openCache(root, 'v1').keep('press', 'k', value);
    expect(await openCache(root, 'v1').find('press', 'k')).toEqual(value);
  });

  it('goes on without a place to keep things', async () => {
    const file = path.join(await folder(), 'file');
    await writeFile(file, '');
    const cache = openCache(file, 'v1');
    expect(await cache.value('plan', 1, async () => 1)).toBe(1);
    expect(await cache.value('plan', 1, async () => 2)).toBe(2);
  });

  it('keeps what was used last when it grows too large', async () => {
    const root = await folder();
    const cache = openCache(root, 'v1');
    for (const name of ['a', 'b', 'c']) {
      await cache.bytes('page', name, async () => Buffer.alloc(1000, name));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await cache.bytes('page', 'a', made('gone'));
    await pruneCache(root, 2100);
    expect(Buffer.from(await cache.bytes('page', 'a', made('gone'))).length).toBe(1000);
    expect(Buffer.from(await cache.bytes('page', 'b', made('gone'))).toString()).toBe('gone');
  });
});
