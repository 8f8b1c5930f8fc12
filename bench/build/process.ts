/** A whole process and everything that it starts: wall time, processor time and memory, from Linux's /proc. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** One run of a program. */
export interface Run {
  readonly exit: number | null;
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor time of all its processes together. */
  readonly cpu: number;
  /** Greatest sum of the memory that its processes held at one time, shared pages once (PSS), MB. */
  readonly memory: number;
}

const TICK = 0.01;
const POLL_MS = 40;

/** Runs a program to its end. What it prints is thrown away; its errors are shown. */
export async function runProcess(command: string, args: readonly string[], cwd: string): Promise<Run> {
  const from = performance.now();
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const cpu = new Map<number, number>();
  let memory = 0;
  let over = false;
  const watch = async (): Promise<void> => {
    for (let count = 0; !over; count += 1) {
      const family = await familyOf(child.pid ?? 0);
      for (const { pid, ticks } of family) cpu.set(pid, Math.max(cpu.get(pid) ?? 0, ticks));
      if (count % 5 === 0) memory = Math.max(memory, await memoryOf(family.map(({ pid }) => pid)));
      await setTimeout(POLL_MS);
    }
  };
  const watching = watch();
  const exit = await ended;
  const wall = (performance.now() - from) / 1000;
  over = true;
  await watching;
  const ticks = [...cpu.values()].reduce((sum, one) => sum + one, 0);
  return { exit, wall, cpu: ticks * TICK, memory };
}

/** A process and all below it, with the clock ticks that each has used. */
async function familyOf(root: number): Promise<readonly { readonly pid: number; readonly ticks: number }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(async (pid) => ({ pid, ...(await statOf(pid)) })));
  const family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

async function statOf(pid: number): Promise<{ readonly parent: number; readonly ticks: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1] ?? -1), ticks: Number(fields[11] ?? 0) + Number(fields[12] ?? 0) };
}

async function memoryOf(pids: readonly number[]): Promise<number> {
  const sizes = pids.map(async (pid) => {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1000;
  });
  return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
}
