/** What a folder's files are, by size and SHA-256. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestsOf, namesBelow } from '../../src/cli/build/digests.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-digests-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

it('names every file below a folder, in order, and nothing where there is no folder', async () => {
  await mkdir(path.join(folder, 'press/empty'), { recursive: true });
  for (const name of ['press/b.pdf', 'press/a.pdf', 'index.html']) await writeFile(path.join(folder, name), name);
  expect(await namesBelow(folder)).toEqual(['index.html', 'press/a.pdf', 'press/b.pdf']);
  expect(await namesBelow(path.join(folder, 'nowhere'))).toEqual([]);
});

it('takes the digest of files of any size, and says which cannot be read', async () => {
  const long = new Uint8Array(2_500_000).map((_, at) => at % 251);
  await writeFile(path.join(folder, 'long'), long);
  await writeFile(path.join(folder, 'empty'), '');
  expect([...(await digestsOf(folder, ['long', 'empty', 'gone']))]).toEqual([
    ['long', { size: 2_500_000, sha256: sha256(long) }],
    ['empty', { size: 0, sha256: sha256('') }],
    ['gone', { size: 0, sha256: 'unreadable' }],
  ]);
});
