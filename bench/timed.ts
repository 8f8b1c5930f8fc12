/** What work takes: the clock, and the processor of this process with the children that ended meanwhile. */
import { readFileSync } from 'node:fs';

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
  const { user, system } = process.cpuUsage(used);
  return {
    wall: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6 + childrenSeconds() - children,
  };
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
