/** What a step of the press takes, on one line. */

/** Does the work and tells its CPU time (all threads), its wall time, and the memory after it. */
export async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const facts = [
    `${((user + system) / 1000).toFixed(0).padStart(7)} ms CPU`,
    `${(performance.now() - wall).toFixed(0).padStart(7)} ms`,
    `${(process.memoryUsage.rss() / 1e6).toFixed(0).padStart(6)} MB`,
  ];
  process.stdout.write(`${name.padEnd(36)}${facts.join('')}\n`);
  return result;
}

/** Tells the most that the process ever had. */
export function tellMemory(): void {
  process.stdout.write(`greatest memory ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB\n`);
}
