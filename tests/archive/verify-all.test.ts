import { appendFile, cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seal } from '../../src/archive/seal.ts';
import { verifyAll, verifySnapshot } from '../../src/archive/verify.ts';
import { type Desk, desk } from './synthetic.ts';

/** Five snapshots, of which the fourth has been tampered with. */
async function archive(paper: Desk): Promise<void> {
  const first = join(paper.output, 'snapshots', (await seal(paper)).snapshot);
  for (const day of ['09', '10', '11', '12'])
    await cp(first, join(paper.output, 'snapshots', `2026-01-${day}`), { recursive: true });
  await appendFile(join(paper.output, 'snapshots/2026-01-11/data/README.txt'), '!');
}

test('a walk through the archive checks every snapshot, tells its progress and names what is wrong', async () => {
  await using paper = await desk();
  await archive(paper);
  const steps: string[] = [];
  const onProgress = (checked: { snapshot: string }, done: number, total: number) =>
    steps.push(`${checked.snapshot} ${done}/${total}`);
  const result = await verifyAll(paper.output, { onProgress });
  expect(result).toMatchObject({ total: 5, done: 5, resumed: 0, isComplete: true });
  expect(steps).toEqual(['08 1/5', '09 2/5', '10 3/5', '11 4/5', '12 5/5'].map((step) => `2026-01-${step}`));
  expect(result.wrong.map(({ snapshot, faults }) => [snapshot, faults.map((fault) => fault.name)])).toEqual([
    ['2026-01-11', ['file-changed', 'oxum-wrong']],
  ]);
  expect(await readdir(join(paper.output, 'archive'))).toEqual([]);
});

test('an interrupted walk goes on where it stopped, and remembers what it had found', async () => {
  await using paper = await desk();
  await archive(paper);
  const stop = new AbortController();
  const first = await verifyAll(paper.output, {
    signal: stop.signal,
    onProgress: (_, done) => done === 4 && stop.abort(),
  });
  expect(first).toMatchObject({ done: 4, isComplete: false });
  await appendFile(join(paper.output, 'archive/.verify.jsonl'), '{"snapshot":"2026-01-12","fau');
  const seen: string[] = [];
  const second = await verifyAll(paper.output, { onProgress: ({ snapshot }) => seen.push(snapshot) });
  expect(seen).toEqual(['2026-01-12']);
  expect(second).toMatchObject({ total: 5, done: 5, resumed: 4, isComplete: true });
  expect(second.wrong.map(({ snapshot }) => snapshot)).toEqual(['2026-01-11']);
  expect(await verifyAll(paper.output)).toMatchObject({ resumed: 0 });
});

test('a name that is no snapshot is a fault, not a crash', async () => {
  await using paper = await desk();
  await writeFile(join(paper.output, 'file'), '');
  for (const name of ['2026-02-30', 'file']) {
    expect((await verifySnapshot(join(paper.output, name), name)).faults).toMatchObject([{ name: 'snapshot-missing' }]);
  }
});
