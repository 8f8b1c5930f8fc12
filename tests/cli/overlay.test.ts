/** `--only`: what stays of the issue that was published. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { namesBelow } from '../../src/cli/build/digests.ts';
import type { Job, Part } from '../../src/cli/build/job.ts';
import { keepOtherParts } from '../../src/cli/build/overlay.ts';

const ISSUE = '2026-01-08';
const PUBLISHED = ['index.html', 'press/2026-01-08.pdf', 'alto/01.xml', 'pages/01.jpg', 'mets.xml', 'report.json'];

let output: string;
beforeEach(async () => {
  output = await mkdtemp(path.join(tmpdir(), 'broadsheet-overlay-'));
  for (const name of PUBLISHED) {
    const file = path.join(output, ISSUE, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, name);
  }
});
afterEach(() => rm(output, { recursive: true, force: true }));

async function kept(parts: readonly Part[], draft: boolean): Promise<readonly string[]> {
  const into = path.join(output, 'next');
  const job: Job = { issue: '', output, parts: new Set(parts), draft, cache: true, proof: false };
  await keepOtherParts(job, ISSUE, into);
  return namesBelow(into);
}

it('keeps the files of the parts that are not made anew, and no report', async () => {
  expect(await kept(['web'], false)).toEqual(['alto/01.xml', 'mets.xml', 'pages/01.jpg', 'press/2026-01-08.pdf']);
});

it('keeps nothing where all parts are made', async () => {
  expect(await kept(['web', 'press', 'archive'], false)).toEqual([]);
});

it('leaves the records of a finished issue out of a draft, which cannot be sealed then', async () => {
  expect(await kept(['web'], true)).toEqual(['press/2026-01-08.pdf']);
});
