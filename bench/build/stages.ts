/**
 * Each stage of a whole build, cold and at its floor: `npm run bench:stages [-- PAGES [ROUNDS [PART]]]`. Cold is a new process with an
 * empty cache; the floor is the same issue in a process whose threads and browser have built other issues before, so that V8
 * knows the code and nothing else is known. Stages run side by side: their times are no sum. Medians.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PARTS } from '../../src/cli/build/job.ts';
import { RANDOM_DATE, writeRandomIssue } from '../random-issue.ts';
import type { Run } from './stages-warm.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PROGRAM = path.join(HERE, '../../src/cli/broadsheet.mjs');
const LOADER = path.join(HERE, '../tsx-in-main.mjs');
/** Issues that a process builds before the one that is measured. */
const BEFORE = 3;
const [pages, rounds, part] = [Number(process.argv[2] ?? 8), Number(process.argv[3] ?? 3), process.argv[4]];
const run = promisify(execFile);

const room = await mkdtemp(path.join(tmpdir(), 'broadsheet-stages-'));
try {
  const papers = await Promise.all(Array.from({ length: BEFORE + 1 }, (_, seed) => paperOf(seed + 1)));
  const [wanted = '', ...others] = papers;
  await cold(wanted);
  const [colds, floors]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    colds.push(await cold(wanted));
    floors.push(await floor([...others, wanted]));
  }
  tell(colds, floors);
} finally {
  await rm(room, { recursive: true, force: true });
}

async function paperOf(seed: number): Promise<string> {
  const paper = path.join(room, `paper-${seed}`);
  await mkdir(paper);
  await writeRandomIssue(paper, { pages, seed, photos: pages });
  return paper;
}

/** A build in a process of its own. */
async function cold(paper: string): Promise<Run> {
  await forget(paper);
  const from = performance.now();
  const only = part === undefined ? [] : ['--only', part];
  const { stdout } = await run(process.execPath, [PROGRAM, 'build', '--json', ...only], { cwd: paper });
  const whole = performance.now() - from;
  const { times } = JSON.parse(stdout) as { readonly times: Run['times'] };
  return { whole, times };
}

/** The last of several builds in one process. */
async function floor(papers: readonly string[]): Promise<Run> {
  const fresh = papers.map((paper, at) => path.join(room, `fresh-${at}`, path.basename(paper)));
  for (const [at, paper] of papers.entries()) {
    await forget(paper);
    await cp(paper, fresh[at] as string, { recursive: true });
  }
  const issues = fresh.map((paper) => path.join(paper, 'issues', RANDOM_DATE));
  const args = ['--import', LOADER, path.join(HERE, 'stages-warm.ts'), part ?? PARTS.join(), ...issues];
  const { stdout } = await run(process.execPath, args);
  for (const paper of fresh) await rm(paper, { recursive: true, force: true });
  return JSON.parse(stdout) as Run;
}

/** Leaves nothing of earlier builds. */
async function forget(paper: string): Promise<void> {
  for (const made of ['output', '.broadsheet']) await rm(path.join(paper, made), { recursive: true, force: true });
}

function tell(colds: readonly Run[], floors: readonly Run[]): void {
  const stages = colds[0]?.times.map(({ stage }) => stage) ?? [];
  const of = (runs: readonly Run[], stage: string): number =>
    median(runs.map(({ times }) => times.find((time) => time.stage === stage)?.milliseconds ?? 0));
  const row = (name: string, slow: number, fast: number): string =>
    `| ${[name, slow.toFixed(0), fast.toFixed(0), (slow / Math.max(1, fast)).toFixed(1)].join(' | ')} |`;
  const wholes = [colds, floors].map((runs) => median(runs.map(({ whole }) => whole)));
  process.stdout.write(
    [
      `${pages} pages; ${rounds} rounds, medians`,
      '',
      '| stage | cold, ms | floor, ms | ratio |',
      '|---|---|---|---|',
      ...stages.map((stage) => row(stage, of(colds, stage), of(floors, stage))),
      row('whole', wholes[0] ?? 0, wholes[1] ?? 0),
      '',
    ].join('\n'),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
