/**
 * Two builds or seals may run at once, of two editions for instance. Each puts its issue into the output and then the pages that
 * speak of all, and only one does so at a time.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dropEmptyWork, isAlive, WORK } from './publish.ts';

/** Folder in the output of whoever has the turn; the name of what is in it is the number of that process. */
const TURN = '.turn';
/** How long one waits before asking again, in milliseconds. */
const PAUSE = 25;

/** Does work when no other process is at it in this output. */
export async function inTurn<T>(output: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const turn = join(output, TURN);
  const own = join(output, WORK, `turn~${process.pid}`);
  await mkdir(join(own, String(process.pid)), { recursive: true });
  try {
    while (!(await isTaken(turn, own))) await setTimeout(PAUSE, undefined, { signal });
    try {
      return await work();
    } finally {
      await rename(turn, own);
    }
  } finally {
    await rm(own, { recursive: true, force: true });
    await dropEmptyWork(output);
  }
}

/** Takes the turn where nobody has it. A folder that holds something is never replaced by a rename, so only one has its way. */
async function isTaken(turn: string, own: string): Promise<boolean> {
  try {
    await rename(own, turn);
    return true;
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const [holder] = await readdir(turn).catch(() => []);
  if (holder === undefined || isAlive(Number(holder))) return false;
  // Killed in its turn.
  const left = `${own}~left`;
  await rename(turn, left).catch(() => undefined);
  await rm(left, { recursive: true, force: true });
  return false;
}
