import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { corrections, damagedSnapshots, writeArchiveIndex } from '../../src/archive/archive-index.ts';
import { issueNotBuilt } from '../../src/archive/faults.ts';
import { rebuild } from '../../src/archive/rebuild.ts';
import { seal } from '../../src/archive/seal.ts';
import { verifySnapshot } from '../../src/archive/verify.ts';
import { FaultError } from '../../src/fault.ts';
import type { IssueFolder } from '../../src/issue/model.ts';
import { desk, fakeBuild, sources, writeAll } from './synthetic.ts';
import { hasWitness } from './witness.ts';

const run = promisify(execFile);

test('a sealed issue is a bag without a fault, also to sha512sum', async () => {
  await using paper = await desk();
  const sealed = await seal(paper);
  const folder = join(paper.output, 'snapshots', sealed.snapshot);
  expect(sealed).toMatchObject({ snapshot: '2026-01-08', isNew: true, faults: [] });
  expect((await verifySnapshot(folder, sealed.snapshot)).faults).toEqual([]);
  for (const algorithm of hasWitness('sha512sum') ? ['256', '512'] : []) {
    await run(`sha${algorithm}sum`, ['--check', '--strict', '--quiet', `manifest-sha${algorithm}.txt`], {
      cwd: folder,
    });
    await run(`sha${algorithm}sum`, ['--check', '--strict', '--quiet', `tagmanifest-sha${algorithm}.txt`], {
      cwd: folder,
    });
  }
  expect(await readdir(paper.output)).not.toContain('.work');
});

test('links in the sealed edition lead to files, and shared files come along', async () => {
  await using paper = await desk();
  await seal(paper);
  const edition = join(paper.output, 'snapshots/2026-01-08/data/edition');
  const page = (path: string) => readFile(join(edition, '2026-01-08', path), 'utf8');
  expect(await page('index.html')).toContain('<a href="lead/index.html">');
  expect(await page('lead/index.html')).toContain('<a href="../index.html">');
  expect(await page('page-02/index.html')).toContain('<a>');
  expect(await readdir(join(edition, 'assets'))).toEqual(['paper.css', 'song.woff2']);
});

test('what is sealed stays sealed: the same again writes nothing, a change needs a reason and makes a revision', async () => {
  await using paper = await desk();
  await seal(paper);
  expect(await seal(paper)).toMatchObject({
    snapshot: '2026-01-08',
    isNew: false,
    faults: [{ name: 'already-sealed' }],
  });
  const before = await readFile(join(paper.output, 'snapshots/2026-01-08/manifest-sha512.txt'));
  await writeAll(paper.folder.paper, sources('内贸'));
  await fakeBuild(paper.output, paper.folder, paper.issue, '内贸');
  await expect(seal(paper)).rejects.toMatchObject({ faults: [{ name: 'revision-needs-reason' }] });
  expect(await seal({ ...paper, reason: '外贸误作内贸' })).toMatchObject({ snapshot: '2026-01-08.r2', isNew: true });
  expect(await readFile(join(paper.output, 'snapshots/2026-01-08/manifest-sha512.txt'))).toEqual(before);
  const record = JSON.parse(await readFile(join(paper.output, 'snapshots/2026-01-08.r2/data/snapshot.json'), 'utf8'));
  expect(record).toMatchObject({
    revision: 2,
    previous: '2026-01-08',
    reason: '外贸误作内贸',
    changes: { sources: { added: [], removed: [], changed: ['issues/2026-01-08/lead.md'] } },
  });
  expect(await corrections(paper.output, '2026-01-08')).toMatchObject([{ revision: 2, reason: '外贸误作内贸' }]);
  const index = await writeArchiveIndex(paper.output, paper.issue.paper);
  expect(index.map((entry) => entry.snapshot)).toEqual(['2026-01-08', '2026-01-08.r2']);
  const changes = JSON.parse(await readFile(join(paper.output, 'archive/index.json'), 'utf8')).changes.resources;
  expect(changes.map((one: { change: string }) => one.change)).toEqual(['created', 'updated']);
  const collection = JSON.parse(await readFile(join(paper.output, 'archive/collection-2026.json'), 'utf8'));
  expect(collection.items).toMatchObject([{ type: 'Manifest', navDate: '2026-01-08T00:00:00Z' }]);
});

test('a damaged snapshot is named, left out of the index, and never compared with', async () => {
  await using paper = await desk();
  const { snapshot } = await seal(paper);
  await writeAll(paper.folder.paper, sources('内贸'));
  await fakeBuild(paper.output, paper.folder, paper.issue, '内贸');
  await seal({ ...paper, reason: '外贸误作内贸' });
  expect(await damagedSnapshots(paper.output)).toEqual([]);
  const own = join(paper.output, 'snapshots/2026-01-08.r2/data/snapshot.json');
  for (const damage of [() => writeFile(own, '{'), () => writeFile(own, 'null'), () => rm(own)]) {
    await damage();
    const told = [{ name: 'snapshot-damaged', severity: 'warning', message: expect.stringContaining('2026-01-08.r2') }];
    expect(await damagedSnapshots(paper.output, '2026-01-08')).toMatchObject(told);
    expect(await corrections(paper.output, '2026-01-08')).toEqual([]);
    const index = await writeArchiveIndex(paper.output, paper.issue.paper);
    expect(index.map((entry) => entry.snapshot)).toEqual([snapshot]);
    await expect(seal({ ...paper, reason: '再改' })).rejects.toMatchObject({ faults: [{ name: 'snapshot-damaged' }] });
  }
});

test('a revision needs a change and a reason that says something', async () => {
  await using paper = await desk();
  await seal(paper);
  expect(await seal({ ...paper, reason: '无改动' })).toMatchObject({ snapshot: '2026-01-08', isNew: false });
  expect(await readdir(join(paper.output, 'snapshots'))).toEqual(['2026-01-08']);
  // The same sources, built by another program: only somebody’s word makes a revision of them.
  await fakeBuild(paper.output, paper.folder, paper.issue, '重排');
  expect(await seal(paper)).toMatchObject({ snapshot: '2026-01-08', isNew: false });
  expect(await seal({ ...paper, reason: '新版程序重排' })).toMatchObject({ snapshot: '2026-01-08.r2', isNew: true });
  await writeAll(paper.folder.paper, sources('内贸'));
  await fakeBuild(paper.output, paper.folder, paper.issue, '内贸');
  await expect(seal({ ...paper, reason: ' ' })).rejects.toMatchObject({ faults: [{ name: 'revision-needs-reason' }] });
});

test('an issue that is not built, or only in part, is not sealed', async () => {
  await using paper = await desk();
  await expect(seal({ ...paper, issue: { ...paper.issue, id: '2026-01-09' } })).rejects.toMatchObject({
    faults: [{ name: 'issue-not-built', message: expect.stringContaining('index.html, issue.json') }],
  });
});

test('an output built before the last change of the sources is not sealed', async () => {
  await using paper = await desk();
  await writeFile(join(paper.folder.issue, 'photos/钻机 1.jpg'), 'other bytes');
  await expect(seal(paper)).rejects.toMatchObject({ faults: [{ name: 'output-stale' }] });
  expect(await readdir(paper.output)).not.toContain('snapshots');
});

test('a draft is not sealed', async () => {
  await using paper = await desk();
  await fakeBuild(paper.output, paper.folder, paper.issue, '外贸', true);
  await expect(seal(paper)).rejects.toMatchObject({ faults: [{ name: 'draft-unsealed' }] });
  await fakeBuild(paper.output, paper.folder, paper.issue, '外贸');
  expect(await seal(paper)).toMatchObject({ isNew: true });
});

test('a snapshot is rebuilt from its own sources, byte for byte, and a difference is named', async () => {
  await using paper = await desk();
  await seal(paper);
  const folder = join(paper.output, 'snapshots/2026-01-08');
  const build = (change: (word: string) => string) => async (source: IssueFolder, output: string) => {
    const word = (await readFile(join(source.issue, 'lead.md'), 'utf8')).split('---\n')[2]?.trim() ?? '';
    await fakeBuild(output, source, paper.issue, change(word));
    return paper.issue;
  };
  const room = async (name: string): Promise<string> => {
    await mkdir(join(paper.output, name));
    return join(paper.output, name);
  };
  const same = await rebuild({ folder, room: await room('same'), build: build((word) => word) });
  expect(same.faults).toEqual([]);
  expect(same.same).toBeGreaterThan(10);
  const other = await rebuild({ folder, room: await room('other'), build: build((word) => `${word}!`) });
  expect(other.faults.map((fault) => fault.place?.file)).toContain('data/edition/2026-01-08/press/2026-01-08-01.pdf');
});

test('what another program makes otherwise is no damage, and told by kind', async () => {
  await using paper = await desk();
  const tools = { broadsheet: '0.1.0', code: 'sha256:1111111111111111', node: '20.0.0' };
  await seal({ ...paper, tools });
  const folder = join(paper.output, 'snapshots/2026-01-08');
  const again = async (name: string, word: string, now?: Readonly<Record<string, string>>) => {
    await mkdir(join(paper.output, name));
    const build = async (source: IssueFolder, output: string) => {
      if (word === '') throw new FaultError([issueNotBuilt('2026-01-08', [])]);
      await fakeBuild(output, source, paper.issue, word);
      return paper.issue;
    };
    return rebuild({ folder, room: join(paper.output, name), build, ...(now && { tools: now }) });
  };
  const byThis = await again('this', '外贸！', tools);
  expect(new Set(byThis.faults.map(({ name, hint }) => `${name}: ${hint.slice(0, 34)}`))).toEqual(
    new Set(['rebuild-differs: The program is the one that sealed']),
  );
  const byOther = await again('other', '外贸！', { ...tools, code: 'sha256:2222222222222222', node: '22.0.0' });
  const [versions, ...kinds] = byOther.faults;
  expect([versions?.name, versions?.severity]).toEqual(['other-versions', 'warning']);
  expect(versions?.message).toContain(
    'code sha256:222222222222 instead of sha256:111111111111, node 22.0.0 instead of',
  );
  expect(kinds.length).toBeLessThan(byThis.faults.length);
  expect(kinds.map(({ message }) => message).join('\n')).toContain('2026-01-08/press/2026-01-08-01.pdf');
  for (const { name, hint } of kinds)
    expect([name, hint.slice(0, 35)]).toEqual(['rebuild-differs', 'Nothing is wrong with the snapshot:']);
  expect(byOther.same).toBe(byThis.same);
  // Where nothing differs nobody asks by what code it was made.
  expect((await again('same', '外贸', { ...tools, code: 'sha256:3' })).faults).toEqual([]);
  await expect(again('refused', '', { ...tools, code: 'sha256:3' })).rejects.toMatchObject({
    faults: [{ name: 'other-versions' }, { name: 'issue-not-built' }],
  });
});

test('names with line ends and percent signs go through the manifest', async () => {
  await using paper = await desk();
  await writeFile(join(paper.folder.issue, '100%.txt'), 'x');
  await writeFile(join(paper.folder.issue, 'two\nlines.txt'), 'y');
  await fakeBuild(paper.output, paper.folder, paper.issue, '外贸');
  await seal(paper);
  expect((await verifySnapshot(join(paper.output, 'snapshots/2026-01-08'), '2026-01-08')).faults).toEqual([]);
});
