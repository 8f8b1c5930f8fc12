/** The first thing that a new paper does: `new`, and a draft of it. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));
const run = promisify(execFile);
const UNTITLED = 'A story without a headline, of some length.\n\n## A subhead\n\nThe second paragraph.\n';

it('builds the example as a draft, and a story without a headline', async () => {
  const paper = mkdtempSync(path.join(tmpdir(), 'broadsheet-first-'));
  const broadsheet = (...words: string[]) =>
    run(process.execPath, [PROGRAM, ...words], { cwd: paper, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  await broadsheet('new', '2026-03-11');
  const draft = () => broadsheet('build', '--draft', '--no-cache', '--json');
  expect((await draft()).stdout).not.toContain('"preflight-');
  writeFileSync(path.join(paper, 'issues/2026-03-11/first-story.md'), UNTITLED);
  expect((await draft()).stdout).not.toContain('"preflight-');
  expect(readFileSync(path.join(paper, 'output/2026-03-11/2026-03-11.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  rmSync(paper, { recursive: true });
});
