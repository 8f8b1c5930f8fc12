import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { discard, publishFile, publishFolder, recover, stage } from '../../src/archive/publish.ts';
import { seal } from '../../src/archive/seal.ts';
import { verifySnapshot } from '../../src/archive/verify.ts';
import { childModule, runAndKill } from './killed.ts';
import { desk } from './synthetic.ts';

const child = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function output() {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-output-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** A process id that no process has: the one of a child that is gone would do, the greatest is surer. */
const DEAD = 4194304;

test('a folder is published whole, replaced whole, and leaves nothing behind', async () => {
  await using out = await output();
  for (const text of ['first', 'second']) {
    const staging = await stage(out.folder, '2026-01-08');
    await mkdir(join(staging.folder, 'lead'));
    await writeFile(join(staging.folder, 'lead/index.html'), text);
    await publishFolder(staging, join(out.folder, '2026-01-08'));
    expect(await readFile(join(out.folder, '2026-01-08/lead/index.html'), 'utf8')).toBe(text);
  }
  expect(await readdir(out.folder)).toEqual(['2026-01-08']);
});

test('without replace, what is there stays as it is', async () => {
  await using out = await output();
  await mkdir(join(out.folder, 'snapshots/a'), { recursive: true });
  const staging = await stage(out.folder, 'a');
  await expect(publishFolder(staging, join(out.folder, 'snapshots/a'), { replace: false })).rejects.toMatchObject({
    code: 'EEXIST',
  });
  await discard(staging);
  expect(await readdir(out.folder)).toEqual(['snapshots']);
});

test('a file with the same bytes is not written again, and one that cannot be leaves nothing behind', async () => {
  await using out = await output();
  expect(await publishFile(join(out.folder, 'feed.xml'), 'a')).toBe(true);
  expect(await publishFile(join(out.folder, 'feed.xml'), 'a')).toBe(false);
  expect(await publishFile(join(out.folder, 'feed.xml'), 'b')).toBe(true);
  await mkdir(join(out.folder, 'taken/below'), { recursive: true });
  await expect(publishFile(join(out.folder, 'taken'), 'c')).rejects.toThrow();
  expect(await readdir(out.folder)).toEqual(['feed.xml', 'taken']);
});

test('whoever was killed between the two renames has lost nothing', async () => {
  await using out = await output();
  const good = join(out.folder, '2026-01-08');
  await mkdir(good);
  await writeFile(join(good, 'index.html'), 'good');
  await mkdir(join(out.folder, `.work/2026-01-08~${DEAD}`), { recursive: true });
  await rename(good, join(out.folder, `.work/aside~${DEAD}~2026-01-08`));
  await writeFile(join(out.folder, `.index.html~${DEAD}`), 'half');
  expect(await recover(out.folder)).toEqual(['2026-01-08']);
  expect(await readFile(join(good, 'index.html'), 'utf8')).toBe('good');
  expect(await readdir(out.folder)).toEqual(['2026-01-08']);
});

test('work of a process that still runs is left alone', async () => {
  await using out = await output();
  await mkdir(join(out.folder, `.work/2026-01-08~${process.ppid}`), { recursive: true });
  await recover(out.folder);
  expect(await readdir(join(out.folder, '.work'))).toEqual([`2026-01-08~${process.ppid}`]);
});

test('killed while it publishes: the folder is of one version, the next run finds it', async () => {
  await using out = await output();
  for (const after of [5, 40, 90]) {
    await runAndKill(childModule(child('publish-child.ts'), [out.folder, '200']), after);
    await recover(out.folder);
    const names = await readdir(join(out.folder, '2026-01-08')).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(join(out.folder, '2026-01-08', name), 'utf8')));
    expect([0, 40]).toContain(names.length);
    expect(new Set(texts).size).toBeLessThanOrEqual(1);
    expect(await readdir(out.folder)).not.toContain('.work');
  }
});

test('killed while it seals: no snapshot or a whole one, and the next run completes', async () => {
  for (const after of [3, 30, 60]) {
    await using paper = await desk();
    await runAndKill(childModule(child('seal-child.ts'), [paper.root]), after);
    const snapshots = await readdir(join(paper.output, 'snapshots')).catch(() => []);
    for (const name of snapshots) {
      expect((await verifySnapshot(join(paper.output, 'snapshots', name), name)).faults).toEqual([]);
    }
    const sealed = await seal(paper);
    expect(sealed.isNew).toBe(snapshots.length === 0);
    expect((await verifySnapshot(join(paper.output, 'snapshots/2026-01-08'), '2026-01-08')).faults).toEqual([]);
    expect(await readdir(paper.output)).not.toContain('.work');
  }
});
