/** The checker on broken bags of every kind, each made from a good one by one blow. */

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBag } from '../../src/archive/verify/bag.ts';

/** A bag written by hand, with no help from the writer. */
async function bag(files: Record<string, string>, tags: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bag-'));
  const sum = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
  const list = (algorithm: string, all: Record<string, string>) =>
    Object.entries(all)
      .map(([path, text]) => `${sum(algorithm, text)}  ${path}\n`)
      .join('');
  const bytes = Object.values(files).reduce((total, text) => total + Buffer.byteLength(text), 0);
  const own: Record<string, string> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': `Title: T\nDate: D\nPublisher: P\nPayload-Oxum: ${bytes}.${Object.keys(files).length}\n`,
    'manifest-sha256.txt': list('sha256', files),
    'manifest-sha512.txt': list('sha512', files),
    ...tags,
  };
  const tagged = Object.fromEntries(Object.entries(own).filter(([, text]) => text !== ''));
  const all: Record<string, string> = { ...files, ...tagged, 'tagmanifest-sha512.txt': list('sha512', tagged) };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    at: (path: string) => join(folder, path),
    check: async () =>
      (await checkBag(folder)).faults.map((fault) => `${fault.name} ${fault.place?.file ?? ''}`.trim()),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

const FILES = { 'data/a.txt': 'first', 'data/b/报.txt': 'second' };
const SUM = 'a'.repeat(128);

test('a good bag has no fault, in either line ending and either case of hex', async () => {
  await using plain = await bag(FILES);
  expect(await plain.check()).toEqual([]);
  const sums = Object.entries(FILES).map(([path, text]) => [createHash('sha256').update(text).digest('hex'), path]);
  await using windows = await bag(FILES, {
    'bagit.txt': 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n',
    'manifest-sha256.txt': sums.map(([sum, path]) => `${sum?.toUpperCase()} ${path}\r\n`).join(''),
  });
  expect(await windows.check()).toEqual([]);
});

test.skipIf(process.platform === 'darwin')('a name that an unpacker garbled is no crash', async () => {
  await using one = await bag(FILES);
  await rename(one.at('data/b'), Buffer.concat([Buffer.from(one.at('data/')), Buffer.from([0xb5, 0xa3])]));
  const found = await one.check();
  expect(found).toContain('file-missing data/b/报.txt');
  expect(found.filter((fault) => fault.startsWith('name-garbled data/\ufffd'))).toHaveLength(1);
});

describe('a blow to the payload is named', () => {
  const blows: Record<string, [blow: (at: (path: string) => string) => Promise<unknown>, faults: string[]]> = {
    'a flipped byte': [(at) => writeFile(at('data/a.txt'), 'fIrst'), ['file-changed data/a.txt']],
    'a longer file': [
      (at) => writeFile(at('data/a.txt'), 'first!'),
      ['file-changed data/a.txt', 'oxum-wrong bag-info.txt'],
    ],
    'an emptied file': [
      (at) => writeFile(at('data/a.txt'), ''),
      ['file-changed data/a.txt', 'oxum-wrong bag-info.txt'],
    ],
    'a dropped file': [(at) => rm(at('data/a.txt')), ['file-missing data/a.txt', 'oxum-wrong bag-info.txt']],
    'an added file': [
      (at) => writeFile(at('data/b/c.txt'), 'third'),
      ['file-extra data/b/c.txt', 'oxum-wrong bag-info.txt'],
    ],
    'an added empty file': [(at) => writeFile(at('data/c'), ''), ['file-extra data/c', 'oxum-wrong bag-info.txt']],
    'a renamed file': [(at) => rename(at('data/a.txt'), at('data/A.txt')), ['file-renamed data/A.txt']],
    'two files swapped': [
      async (at) => {
        await rename(at('data/a.txt'), at('data/x'));
        await rename(at('data/b/报.txt'), at('data/a.txt'));
        await rename(at('data/x'), at('data/b/报.txt'));
      },
      ['files-swapped data/a.txt'],
    ],
    'a link in place of a file': [
      async (at) => {
        await rename(at('data/a.txt'), at('data/b/c.txt'));
        await symlink('b/c.txt', at('data/a.txt'));
      },
      ['file-irregular data/a.txt', 'file-renamed data/b/c.txt'],
    ],
    'a file added outside the payload': [(at) => writeFile(at('notes.txt'), 'x'), ['file-extra notes.txt']],
    'a hidden file': [(at) => writeFile(at('.hidden'), 'x'), ['file-extra .hidden']],
  };
  test.each(Object.entries(blows))('%s', async (_, [blow, faults]) => {
    await using broken = await bag(FILES);
    await blow(broken.at);
    expect((await broken.check()).sort()).toEqual([...faults].sort());
  });
});

describe('a blow to the tag files is named', () => {
  const cases: Record<string, [tags: Record<string, string>, faults: string[]]> = {
    'no declaration': [{ 'bagit.txt': '' }, ['bag-part-missing bagit.txt']],
    'an older version': [
      { 'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' },
      ['bag-declaration bagit.txt'],
    ],
    'another encoding': [
      { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: GB18030\n' },
      ['bag-declaration bagit.txt'],
    ],
    'a byte order mark': [
      { 'bagit.txt': '\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
      ['bag-declaration bagit.txt'],
    ],
    'a third line': [
      { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n' },
      ['bag-declaration bagit.txt'],
    ],
    'no bag-info': [{ 'bag-info.txt': '' }, ['bag-part-missing bag-info.txt']],
    'no oxum': [{ 'bag-info.txt': 'Title: T\nDate: D\nPublisher: P\n' }, ['bag-info bag-info.txt']],
    'two oxums': [
      { 'bag-info.txt': 'Title: T\nDate: D\nPublisher: P\nPayload-Oxum: 11.2\nPayload-Oxum: 11.2\n' },
      ['bag-info bag-info.txt'],
    ],
    'a wrong oxum': [
      { 'bag-info.txt': 'Title: T\nDate: D\nPublisher: P\nPayload-Oxum: 11.3\n' },
      ['oxum-wrong bag-info.txt'],
    ],
    'no title': [{ 'bag-info.txt': 'Date: D\nPublisher: P\nPayload-Oxum: 11.2\n' }, ['bag-info bag-info.txt']],
    'a line that is no label': [
      { 'bag-info.txt': 'Title T\nDate: D\nPublisher: P\nPayload-Oxum: 11.2\n' },
      ['bag-info bag-info.txt'],
    ],
    'a manifest of another algorithm': [
      { 'manifest-crc32.txt': 'abcd  data/a.txt\n' },
      ['manifest-line manifest-crc32.txt'],
    ],
    'a fetch list': [{ 'fetch.txt': 'https://example.org/a 5 data/a.txt\n' }, ['bag-fetch fetch.txt']],
  };
  test.each(Object.entries(cases))('%s', async (_, [tags, faults]) => {
    await using broken = await bag(FILES, tags);
    expect(await broken.check()).toEqual(faults);
  });

  const lines: Record<string, [line: string, why: RegExp]> = {
    'a path that leaves the bag': [`${SUM}  data/../../etc/passwd`, /leads out of the bag/],
    'an absolute path': [`${SUM}  /etc/passwd`, /leads out of the bag/],
    'a home folder': [`${SUM}  ~/x`, /leads out of the bag/],
    'a drive': [`${SUM}  C:\\x`, /leads out of the bag/],
    'a backslash way out': [`${SUM}  data\\..\\..\\x`, /leads out of the bag/],
    'a tag file among the payload': [`${SUM}  bagit.txt`, /does not belong/],
    'a digest too short': ['abcd  data/a.txt', /not a digest/],
    'a line without a path': [SUM, /not a digest/],
    'a bare percent sign': [`${SUM}  data/100%.txt`, /bare %/],
    'a path listed twice': [`${SUM}  data/a.txt`, /listed twice/],
    'a path that differs in case only': [`${SUM}  data/A.TXT`, /one name to some file systems/],
    'an empty line': ['', /not a digest/],
  };
  test.each(Object.entries(lines))('%s', async (_, [line, why]) => {
    await using broken = await bag(FILES);
    const good = await readFile(broken.at('manifest-sha512.txt'), 'utf8');
    await using worse = await bag(FILES, { 'manifest-sha512.txt': `${good}${line}\n` });
    const { faults } = await checkBag(worse.at(''));
    expect(faults).toMatchObject([{ name: 'manifest-line', message: expect.stringMatching(why), place: { line: 3 } }]);
  });

  test('a manifest that lists fewer files than the other', async () => {
    await using good = await bag(FILES);
    const [first] = (await readFile(good.at('manifest-sha512.txt'), 'utf8')).split('\n');
    await using broken = await bag(FILES, { 'manifest-sha512.txt': `${first}\n` });
    expect(await broken.check()).toEqual(['manifests-differ manifest-sha512.txt']);
  });

  test('a manifest that is not UTF-8, and tag files changed or gone', async () => {
    await using broken = await bag(FILES);
    await writeFile(broken.at('manifest-sha256.txt'), Buffer.from([0xff, 0xfe, 0x41]));
    expect(await broken.check()).toContain('manifest-line manifest-sha256.txt');
    expect(await broken.check()).toContain('file-changed manifest-sha256.txt');
    await rm(broken.at('manifest-sha256.txt'));
    await rm(broken.at('manifest-sha512.txt'));
    await rm(broken.at('tagmanifest-sha512.txt'));
    expect(await broken.check()).toEqual(
      expect.arrayContaining(['bag-part-missing payload manifest', 'bag-part-missing tag manifest']),
    );
  });
});
