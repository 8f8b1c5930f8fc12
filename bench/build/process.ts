/**
 * A whole process and everything that it starts: how long it takes, or what it uses, from Linux's /proc. Never both in one run:
 * whoever asks every process what it uses takes an eighth of two cores.
 */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** A program to run: its file, what it is told, and where. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What a program and all that it started used. */
export interface Use {
  /** Seconds of processor time. */
  readonly cpu: number;
  /** The greatest sum of the memory that its processes held at one time, shared pages once (PSS), MB. */
  readonly memory: number;
}

/** Runs a program to its end, and answers the seconds that it took. */
export async function wallOf(command: Command): Promise<number> {
  const from = performance.now();
  await start(command).ended;
  return (performance.now() - from) / 1000;
}

/** Runs a program to its end under watch. */
export async function useOf(command: Command): Promise<Use> {
  const { pid, ended } = start(command);
  const ticks = new Map<number, number>();
  let memory = 0;
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const family = await familyOf(pid);
      for (const one of family) ticks.set(one.pid, Math.max(ticks.get(one.pid) ?? 0, one.ticks));
      memory = Math.max(memory, await heldBy(family));
      await setTimeout(POLL_MS);
    }
  };
  const watching = watch();
  await ended;
  isOver = true;
  await watching;
  return { cpu: [...ticks.values()].reduce((sum, one) => sum + one, 0) * TICK, memory };
}

const TICK = 0.01;
const POLL_MS = 40;

/**
 * Starts a program; what it prints is thrown away, its errors are shown.
 * @throws Error when it does not end with 0
 */
function start({ file, args, cwd }: Command): { readonly pid: number; readonly ended: Promise<void> } {
  const child = spawn(file, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('close', (exit) => (exit === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${exit}`))));
  });
  return { pid: child.pid ?? 0, ended };
}

interface Member {
  readonly pid: number;
  readonly parent: number;
  /** Of the clock, of which there are a hundred to the second. */
  readonly ticks: number;
}

/** A process and all below it. */
async function familyOf(root: number): Promise<readonly Member[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(memberOf));
  const family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** `ppid`, `utime` and `stime` of proc(5). */
async function memberOf(pid: number): Promise<Member> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(fields[1] ?? -1), ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0) };
}

async function heldBy(family: readonly Member[]): Promise<number> {
  const sizes = family.map(async ({ pid }) => {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1000;
  });
  return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
}
