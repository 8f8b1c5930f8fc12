/** The thread's side: does one task after the other, in the order in which they were given. */
import { parentPort } from 'node:worker_threads';
import { FaultError } from '../../fault.ts';
import { TASKS, type TaskName } from './tasks.ts';
import type { Answer, Failure, Order } from './thread.ts';

/** Listens for orders until the thread is ended. */
export function work(): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (order: Order) => {
    last = last.then(async () => parentPort?.postMessage(await answer(order)));
  });
}

async function answer({ id, task, input, isHeard }: Order): Promise<Answer> {
  const tell = (news: unknown): void => parentPort?.postMessage({ id, news } satisfies Answer);
  try {
    const perform = TASKS[task as TaskName] as (input: unknown, tell?: (news: unknown) => void) => unknown;
    return { id, output: await (isHeard ? perform(input, tell) : perform(input)) };
  } catch (error) {
    if (error instanceof FaultError) return { id, faults: error.faults };
    return { id, failure: error instanceof Error ? failureOf(error) : String(error) };
  }
}

const failureOf = ({ message, stack = '', code, path, syscall }: NodeJS.ErrnoException): Failure => ({
  message,
  stack,
  ...(code && { code }),
  ...(path && { path }),
  ...(syscall && { syscall }),
});
