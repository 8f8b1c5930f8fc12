/** What work takes: the clock, and the processor of this process with the children that ended meanwhile. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Seconds. */
export interface Time {
  readonly wall: number;
  /** All threads; children only where the system tells (Linux), to a hundredth. */
  readonly cpu: number;
}

/** Does the work and answers what it took. */
export async function timed(work: () => Promise<unknown>): Promise<Time> {
  const [started, used, children] = [performance.now(), process.cpuUsage(), childrenSeconds()];
  await work();
  const wall = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  await childrenEnded();
  return {
    wall,
    cpu: (user + system) / 1e6 + childrenSeconds() - children,
  };
}

/** Waits a little for children that were told to end: what they took is known only then, and belongs to this work and not to the next. */
async function childrenEnded(): Promise<void> {
  for (let tries = 0; tries < 60 && hasChildren(); tries += 1) await setTimeout(50);
}

function hasChildren(): boolean {
  try {
    return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim() !== '';
  } catch {
    return false;
  }
}

/** `cutime` and `cstime` of proc(5), whose ticks are hundredths on every Linux that Node runs on. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}
