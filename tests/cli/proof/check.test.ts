/** `check --proof` as a process of its own: it prints the sheets, closes its browser and ends. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { DATE, makePaper } from '../paper.ts';

const PROGRAM = fileURLToPath(new URL('../../../src/cli/broadsheet.mjs', import.meta.url));
const run = promisify(execFile);

it('ends when the sheets are printed', async () => {
  const paragraph = '记者从市公交集团获悉，新能源公交车将于一月投入运营，沿线居民的出行时间缩短一刻钟。';
  const { paper } = await makePaper({ 'a.md': `---\ntitle: 新车上路\n---\n${`${paragraph}\n\n`.repeat(20)}` });
  // With pages too empty to print the run fails, and its proof is there all the same: what counts is that it ends.
  const ended = await run(process.execPath, [PROGRAM, 'check', '--proof'], { cwd: paper, timeout: 50_000 }).catch(
    (error: { readonly code: number | null; readonly killed: boolean }) => error,
  );
  expect('killed' in ended ? ended.killed : false).toBe(false);
  expect(await readdir(path.join(paper, '.broadsheet', 'proofs', DATE))).toContain('page-01-proof-1.pdf');
});
