import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTurn } from '../../src/archive/turn.ts';

const { signal } = new AbortController();
const temporaryFolder = () => mkdtemp(join(tmpdir(), 'broadsheet-turn-'));

test('who has the turn works, and leaves nothing behind', async () => {
  const output = await temporaryFolder();
  expect(await inTurn(output, signal, () => readdir(output))).toContain('.turn');
  await expect(inTurn(output, signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(output)).toEqual([]);
});

test('waits while another process is at it, and takes the turn of one that was killed', async () => {
  const output = await temporaryFolder();
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  await mkdir(join(output, '.turn', String(other.pid)), { recursive: true });
  const done: string[] = [];
  const waiting = inTurn(output, signal, async () => done.push('worked'));
  await new Promise((passed) => setTimeout(passed, 200));
  expect(done).toEqual([]);
  other.kill('SIGKILL');
  await once(other, 'exit');
  await waiting;
  expect(done).toEqual(['worked']);
  expect(await readdir(output)).toEqual([]);
});

test('who is interrupted while waiting leaves the turn to the other', async () => {
  const output = await temporaryFolder();
  await mkdir(join(output, '.turn', String(process.ppid)), { recursive: true });
  const interrupted = new AbortController();
  const waiting = inTurn(output, interrupted.signal, async () => 'worked');
  interrupted.abort();
  await expect(waiting).rejects.toThrow();
  expect(await readdir(output)).toEqual(['.turn']);
});
