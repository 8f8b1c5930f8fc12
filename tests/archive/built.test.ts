/** A small paper through the whole program: ALTO against poppler, sealing, checking, building again elsewhere, kills. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recover } from '../../src/archive/publish.ts';
import { newScratch } from '../../src/scratch.ts';
import { openMetrics } from '../../src/typeset/font/metrics.ts';
import { compareLines } from './boxes.ts';
import { runAndKill, treeDigest } from './killed.ts';
import { broadsheet, PROGRAM, realPaper } from './real.ts';
import { hasWitness } from './witness.ts';

let paper: Awaited<ReturnType<typeof realPaper>>;
const built = (...path: string[]) => join(paper.root, 'output', ...path);

beforeAll(async () => {
  paper = await realPaper();
  await broadsheet(paper.root, ['build']);
});
afterAll(() => paper[Symbol.asyncDispose]());

describe.skipIf(!hasWitness('pdftotext', '-v'))('ALTO against pdftotext (poppler-utils)', () => {
  test('every line has its text, and 99 of 100 stand within half a millimetre', async () => {
    const alto = await readFile(built('2026-01-08/alto/01.xml'), 'utf8');
    const lines = compareLines(alto, built('2026-01-08/2026-01-08.pdf'), 1, await openMetrics());
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => line.text !== line.drawn)).toEqual([]);
    const within = lines.filter((line) => line.off <= 0.5).length;
    expect(within / lines.length).toBeGreaterThanOrEqual(0.99);
  });
});

test('the text file of a page holds every word of every story, whole', async () => {
  const text = await readFile(built('2026-01-08/alto/01.txt'), 'utf8');
  for (const name of ['market', 'bus', 'library', 'data']) {
    const source = await readFile(join(paper.root, `issues/2026-01-08/${name}.md`), 'utf8');
    const paragraphs = (source.split('---\n')[2] ?? '').trim().split('\n\n');
    for (const paragraph of paragraphs) expect(text.replace(/\s/g, '')).toContain(paragraph.replace(/\s/g, ''));
  }
});

test('sealed, verified, and built again in another folder, zone, locale and umask, byte for byte', async () => {
  await broadsheet(paper.root, ['seal', 'issues/2026-01-08']);
  expect(await broadsheet(paper.root, ['verify', '2026-01-08'])).toContain('all as they were sealed');
  const umask = process.umask(0o077);
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const said = await broadsheet(paper.root, ['verify', '2026-01-08', '--rebuild'], env).finally(() =>
    process.umask(umask),
  );
  expect(said).toContain('the same, byte for byte');
});

test('a snapshot is checked where there is no paper, by its name and from within', async () => {
  await using library = newScratch();
  await cp(built('snapshots/2026-01-08'), join(library.folder, '2026-01-08'), { recursive: true });
  expect(await broadsheet(library.folder, ['verify', '2026-01-08'])).toContain('all as they were sealed');
  expect(await broadsheet(join(library.folder, '2026-01-08'), ['verify', '.'])).toContain('2026-01-08: ');
});

test('a build killed at any moment leaves the last good output, and the next one completes', async () => {
  const good = await treeDigest(built('2026-01-08'));
  for (const after of [300, 700, 1200]) {
    await runAndKill({ args: [PROGRAM, 'build', '--only', 'archive'], cwd: paper.root, from: 'start' }, after);
    await recover(built());
    expect(await treeDigest(built('2026-01-08'))).toBe(good);
  }
  await broadsheet(paper.root, ['build', '--only', 'archive']);
  expect(await treeDigest(built('2026-01-08'))).toBe(good);
  expect(await readdir(built())).not.toContain('.work');
});

test('a correction is sealed beside the first snapshot, and the web says what was corrected', async () => {
  expect(await broadsheet(paper.root, ['verify', '--all'])).toContain('1 snapshot, 1 of them as they were sealed');
  const story = join(paper.root, 'issues/2026-01-08/bus.md');
  await writeFile(story, (await readFile(story, 'utf8')).replace('十二条', '十三条'));
  await broadsheet(paper.root, ['build', '--only', 'archive']);
  await broadsheet(paper.root, ['seal', 'issues/2026-01-08', '--reason', '是十三条，不是十二条']);
  const page = (...path: string[]) => readFile(built(...path, 'index.html'), 'utf8');
  for (const name of ['', 'bus']) expect(await page('2026-01-08', name)).toContain('是十三条，不是十二条');
  expect(await page('2026-01-08/data')).not.toContain('是十三条');
  expect(await page('snapshots/2026-01-08.r2/data/edition/2026-01-08')).not.toContain('是十三条');
  expect(await broadsheet(paper.root, ['verify', '--all'])).toContain('2 snapshots, 2 of them as they were sealed');
});
