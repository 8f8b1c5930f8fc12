/** Several threads that share out tasks. A thread starts when it is first needed and stays warm until the pool ends. */
import { availableParallelism } from 'node:os';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';
import { openThread, type Thread } from './thread.ts';

export interface Pool extends Thread {
  /** The thread that keeps what is worth keeping: open fonts, set type. */
  readonly lead: Thread;
}

/** More threads than this gain nothing for one issue, and each holds its own copy of the program. */
const MOST = 8;

/** Opens a pool of as many threads as the machine has cores. */
export function openPool(signal?: AbortSignal, size = Math.min(MOST, availableParallelism())): Pool {
  const threads: { readonly thread: Thread; busy: number }[] = [];
  const start = () => {
    const one = { thread: openThread(signal), busy: 0 };
    threads.push(one);
    return one;
  };
  /** One without work; else a new one; else the one with the least. */
  const choose = () => {
    const idle = threads.find(({ busy }) => busy === 0);
    if (idle !== undefined) return idle;
    if (threads.length < size) return start();
    return threads.reduce((least, one) => (one.busy < least.busy ? one : least));
  };
  const runOn = async <Name extends TaskName>(
    one: (typeof threads)[number],
    task: Name,
    input: TaskInput<Name>,
  ): Promise<TaskOutput<Name>> => {
    one.busy += 1;
    try {
      return await one.thread.run(task, input);
    } finally {
      one.busy -= 1;
    }
  };
  const leading = (): (typeof threads)[number] => threads[0] ?? start();
  const end = async (): Promise<void> => {
    await Promise.all(threads.map(({ thread }) => thread[Symbol.asyncDispose]()));
  };
  return {
    lead: { run: (task, input) => runOn(leading(), task, input), [Symbol.asyncDispose]: end },
    run: (task, input) => runOn(choose(), task, input),
    [Symbol.asyncDispose]: end,
  };
}
