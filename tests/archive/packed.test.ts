/** The zip and the WACZ: the same bytes in every time zone, and what is in them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { seal } from '../../src/archive/seal.ts';
import { verifySnapshot } from '../../src/archive/verify.ts';
import { packWacz } from '../../src/archive/wacz.ts';
import { zipSnapshot } from '../../src/archive/zip.ts';
import { desk } from './synthetic.ts';
import { hasWitness } from './witness.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a zip holds the whole snapshot, in order, and is the same bytes in another time zone', async () => {
  await using paper = await desk();
  const folder = join(paper.output, 'snapshots', (await seal(paper)).snapshot);
  const first = await readFile(await zipSnapshot(folder, '2026-01-08'));
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  const second = await readFile(await zipSnapshot(folder, '2026-01-08'));
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(sha256(second)).toBe(sha256(first));
  const entries = Object.entries(unzipSync(first));
  expect(entries.map(([name]) => name)).toEqual(entries.map(([name]) => name).sort());
  for (const [name, bytes] of entries) expect(bytes).toEqual(new Uint8Array(await readFile(join(folder, '..', name))));
});

test('unzip gives back the snapshot, names in Chinese and all', async () => {
  await using paper = await desk();
  const folder = join(paper.output, 'snapshots', (await seal(paper)).snapshot);
  const zip = await zipSnapshot(folder, '2026-01-08');
  // Of Info-ZIP's conversions one hangs on these two: the system and the attributes that the central directory gives.
  const central = (await readFile(zip)).indexOf('PK\u0001\u0002');
  const head = (await readFile(zip)).subarray(central, central + 46);
  expect([head[5], head.readUInt32LE(38) >>> 16]).toEqual([3, 0o100644]);
  if (!hasWitness('unzip', '-v')) return;
  execFileSync('unzip', ['-q', zip, '-d', join(paper.root, 'out')], { stdio: 'pipe' });
  const { faults, files } = await verifySnapshot(join(paper.root, 'out', '2026-01-08'), '2026-01-08');
  expect([faults, files]).toEqual([[], (await verifySnapshot(folder, '2026-01-08')).files]);
});

test('a WACZ describes itself, and its index finds every page in the WARC', async () => {
  await using paper = await desk();
  const target = join(paper.root, 'a.wacz');
  await packWacz({ ...paper, target });
  const wacz = await readFile(target);
  await packWacz({ ...paper, target });
  expect(sha256(await readFile(target))).toBe(sha256(wacz));
  const files = unzipSync(wacz);
  const read = (name: string) => strFromU8(files[name] as Uint8Array);
  const description = JSON.parse(read('datapackage.json'));
  expect(description).toMatchObject({ wacz_version: '1.1.1', mainPageURL: 'https://newspaper.invalid/2026-01-08/' });
  for (const { path, hash, bytes } of description.resources) {
    expect([hash, bytes]).toEqual([`sha256:${sha256(files[path] as Uint8Array)}`, files[path]?.length]);
  }
  expect(JSON.parse(read('datapackage-digest.json')).hash).toBe(
    `sha256:${sha256(files['datapackage.json'] as Uint8Array)}`,
  );
  const warc = files['archive/data.warc.gz'] as Uint8Array;
  expect(wacz.includes(Buffer.from(warc))).toBe(true);
  const lines = read('indexes/index.cdx').trimEnd().split('\n');
  expect(lines).toEqual([...lines].sort());
  const found = lines.map((line) => {
    const { url, offset, length, digest } = JSON.parse(line.slice(line.indexOf('{')));
    const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length)));
    const [head = '', http = ''] = record.toString('latin1').split('\r\n\r\n');
    const body = record.subarray(head.length + http.length + 8, record.length - 4);
    expect(head).toContain(`WARC-Target-URI: ${url}\r\n`);
    expect(digest).toBe(`sha256:${sha256(body)}`);
    return url.replace('https://newspaper.invalid/', '');
  });
  expect(found).toEqual(
    expect.arrayContaining(['2026-01-08/', '2026-01-08/lead/', 'assets/paper.css', '2026-01-08/2026-01-08.pdf']),
  );
  expect(found.some((url) => url.includes('press/'))).toBe(false);
  const pages = read('pages/pages.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(pages[0].format).toBe('json-pages-1.0');
  expect(pages.slice(1).map((page) => page.title)).toContain('lead');
});
