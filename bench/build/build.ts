/**
 * Whole processes, start to end: `npm run bench [-- PAGES [ROUNDS]]`. A random issue of 7,500 characters and one photo of
 * 3,000 × 2,000 pixels a page is built with an empty cache and again, and the same text and photos are printed by plain
 * Chromium and by pagedjs-cli with the same browser. The rounds are interleaved; the medians are told, ratios first. One round
 * more is watched for processor time and memory.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedBrowser } from '../../src/browser/embedded.ts';
import { writeRandomIssue } from '../random-issue.ts';
import { writeFlow } from './flow.ts';
import { type Command, type Use, useOf, wallOf } from './process.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.mjs', import.meta.url));
const PEER = fileURLToPath(new URL('./peer.mjs', import.meta.url));
const [pages, rounds] = [Number(process.argv[2] ?? 8), Number(process.argv[3] ?? 3)];

const room = await mkdtemp(path.join(tmpdir(), 'broadsheet-bench-'));
const paper = path.join(room, 'paper');
await mkdir(paper);
const { issue, characters, photos } = await writeRandomIssue(paper, { pages, seed: 1, photos: pages });
const flow = await writeFlow(issue, room);
const browser = JSON.stringify(await embeddedBrowser());

const peer = (name: string): Command => ({
  file: process.execPath,
  args: [PEER, name, browser, flow, `${room}/${name}.pdf`],
  cwd: room,
});
const ours = (...args: readonly string[]): Command => ({
  file: process.execPath,
  args: [PROGRAM, ...args],
  cwd: paper,
});
const empty = () =>
  Promise.all([
    rm(`${paper}/output`, { recursive: true, force: true }),
    rm(`${paper}/.broadsheet`, { recursive: true, force: true }),
  ]);

interface Scene {
  readonly command: Command;
  readonly before?: () => Promise<unknown>;
}

/** What is run, in this order, in each round. */
const SCENES: Readonly<Record<string, Scene>> = {
  'plain Chromium': { command: peer('chromium') },
  'pagedjs-cli': { command: peer('pagedjs') },
  'build --only press, cold': { before: empty, command: ours('build', '--only', 'press') },
  'build, cold': { before: empty, command: ours('build') },
  'build, again': { command: ours('build') },
  'check, warm': { command: ours('check') },
  'build, one word changed': { before: changeWord, command: ours('build') },
};

const walls = new Map<string, number[]>(Object.keys(SCENES).map((name) => [name, []]));
const uses = new Map<string, Use>();
try {
  await wallOf(ours('build', '--only', 'press'));
  const copy = path.join(room, 'copy');
  await cp(issue, copy, { recursive: true });
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, { before, command }] of Object.entries(SCENES)) {
      await before?.();
      if (round < rounds) walls.get(name)?.push(await wallOf(command));
      else uses.set(name, await useOf(command));
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
  const wallFor = (name: string): number => median(walls.get(name) ?? []);
  const useFor = (name: string): Use => uses.get(name) ?? { cpu: 0, memory: 0 };
  const plain = { wall: wallFor('plain Chromium'), ...useFor('plain Chromium') };
  const [processor] = cpus();
  const machine = `${availableParallelism()} × ${processor?.model ?? 'processor'}, Node ${process.versions.node}`;
  const rows = Object.keys(SCENES).map((name) => {
    const { wall, cpu, memory } = { wall: wallFor(name), ...useFor(name) };
    const ratios = [wall / plain.wall, cpu / plain.cpu].map((ratio) => ratio.toFixed(2));
    return `| ${[name, ...ratios, wall.toFixed(1), cpu.toFixed(1), memory.toFixed(0)].join(' | ')} |`;
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
