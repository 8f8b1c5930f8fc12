/**
 * Whole processes, start to end: `npm run bench [-- PAGES [ROUNDS]]`. A random issue of 7,500 characters and one photo of
 * 3,000 × 2,000 pixels a page is built with an empty cache and again, and the same text and photos are printed by plain
 * Chromium and by pagedjs-cli with the same browser. The rounds are interleaved; the medians are told, ratios first.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedBrowser } from '../../src/browser/embedded.ts';
import { writeRandomIssue } from '../random-issue.ts';
import { writeFlow } from './flow.ts';
import { type Run, runProcess } from './process.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));
const PEER = fileURLToPath(new URL('./peer.mjs', import.meta.url));
const [pages, rounds] = [Number(process.argv[2] ?? 8), Number(process.argv[3] ?? 3)];

const room = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
const paper = path.join(room, 'paper');
await mkdir(paper);
const { issue, characters, photos } = await writeRandomIssue(paper, { pages, seed: 1, photos: pages });
const flow = await writeFlow(issue, room);
const browser = JSON.stringify(await embeddedBrowser());

const peer = (name: string) => () =>
  runProcess(process.execPath, [PEER, name, browser, flow, `${room}/${name}.pdf`], room);
const ours = (...args: readonly string[]) => runProcess(process.execPath, [PROGRAM, ...args], paper);
const empty = () =>
  Promise.all([
    rm(`${paper}/output`, { recursive: true, force: true }),
    rm(`${paper}/.broadsheet`, { recursive: true, force: true }),
  ]);

/** What is run, in this order, in each round. */
const SCENES: Readonly<Record<string, () => Promise<Run>>> = {
  'plain Chromium': peer('chromium'),
  'pagedjs-cli': peer('pagedjs'),
  'build --only press, cold': async () => {
    await empty();
    return ours('build', '--only', 'press');
  },
  'build, cold': async () => {
    await empty();
    return ours('build');
  },
  'build, again': () => ours('build'),
  'check, warm': () => ours('check'),
  'build, one word changed': async () => {
    await changeWord();
    return ours('build');
  },
};

const runs = new Map<string, Run[]>(Object.keys(SCENES).map((name) => [name, []]));
try {
  await ours('build', '--only', 'press');
  const copy = path.join(room, 'copy');
  await cp(issue, copy, { recursive: true });
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, scene] of Object.entries(SCENES)) {
      const run = await scene();
      if (run.exit !== 0) throw new Error(`${name} ended with ${run.exit}`);
      runs.get(name)?.push(run);
    }
    await cp(copy, issue, { recursive: true });
  }
} finally {
  await rm(room, { recursive: true, force: true });
}
tell();

/** Swaps two characters of the first article's last paragraph. */
async function changeWord(): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises');
  const file = path.join(issue, 'p1-s0.md');
  const text = await readFile(file, 'utf8');
  const at = text.length - 20;
  await writeFile(file, text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2));
}

function tell(): void {
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const of = (name: string, what: 'wall' | 'cpu' | 'memory') => median((runs.get(name) ?? []).map((run) => run[what]));
  const [cpu] = cpus();
  const machine = `${availableParallelism()} × ${cpu?.model ?? 'processor'}, Node ${process.versions.node}`;
  const rows = Object.keys(SCENES).map((name) => {
    const ratio = (what: 'wall' | 'cpu') => (of(name, what) / of('plain Chromium', what)).toFixed(2);
    return `| ${name} | ${ratio('wall')} | ${ratio('cpu')} | ${of(name, 'wall').toFixed(1)} | ${of(name, 'cpu').toFixed(1)} | ${of(name, 'memory').toFixed(0)} |`;
  });
  process.stdout.write(
    [
      `${pages} pages, ${characters} characters, ${photos} photos; ${rounds} rounds, medians; ${machine}`,
      '',
      '| | wall, ratio | processor, ratio | wall, s | processor, s | memory, MB |',
      '|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n'),
  );
}
