/** Several threads that share out tasks. A thread starts when it is first needed and stays warm until the pool ends. */
import { availableParallelism } from 'node:os';
import type { TaskInput, TaskName, TaskNews, TaskOutput } from './tasks.ts';
import { openThread, type Thread } from './thread.ts';

/** The threads of a run. */
export interface Pool extends Thread {
  /** The thread that keeps what is worth keeping: open fonts, set type. */
  readonly lead: Thread;
  /** Another thread than the lead, even where there is one processor: for what the lead must not wait for. */
  readonly aside: Thread;
  /**
   * The thread that is free next, before all that wait, and from then on the same one: for many small tasks that others wait for in
   * the end, whose code each thread would have to compile anew.
   */
  readonly steady: Pick<Thread, 'run'>;
  /** Threads that work at the same time. */
  readonly size: number;
}

interface PooledThread {
  readonly thread: Thread;
  /** Tasks that it has. */
  busy: number;
}

/** More threads than this gain nothing for one issue, and each holds its own copy of the program. */
const MOST = 8;

/** Opens a pool of as many threads as the machine has cores. */
export function openPool(signal?: AbortSignal, size = Math.min(MOST, availableParallelism())): Pool {
  const threads: PooledThread[] = [];
  const start = () => {
    const one = { thread: openThread(signal), busy: 0 };
    threads.push(one);
    return one;
  };
  /** Tasks that wait for a thread, in the order in which they were given: a long one holds nobody up but its own thread. */
  const waiting: ((thread: PooledThread) => void)[] = [];
  /** A thread without work: one that rests, a new one, or the first that becomes free. The task has it from then on. */
  const free = async (isFirst = false): Promise<PooledThread> => {
    const idle = threads.find(({ busy }) => busy === 0) ?? (threads.length < size ? start() : undefined);
    if (idle === undefined)
      return new Promise((resolve) => {
        if (isFirst) waiting.unshift(resolve);
        else waiting.push(resolve);
      });
    idle.busy += 1;
    return idle;
  };
  const release = (one: PooledThread): void => {
    const next = one.busy === 1 ? waiting.shift() : undefined;
    if (next === undefined) one.busy -= 1;
    else next(one);
  };
  const runOn = async <Name extends TaskName>(
    one: PooledThread,
    task: Name,
    input: TaskInput<Name>,
    onNews?: (news: TaskNews<Name>) => void,
  ): Promise<TaskOutput<Name>> => {
    try {
      return await one.thread.run(task, input, onNews);
    } finally {
      release(one);
    }
  };
  let chosen: Promise<PooledThread> | undefined;
  /** The steady thread, busy from now on. */
  const steady = async (): Promise<PooledThread> => {
    const isFirst = chosen === undefined;
    chosen ??= free(true);
    const one = await chosen;
    if (!isFirst) one.busy += 1;
    return one;
  };
  /** The thread of this number, busy from now on. */
  const nth = (number: number): PooledThread => {
    while (threads.length <= number) start();
    const one = threads[number] as PooledThread;
    one.busy += 1;
    return one;
  };
  const end = async (): Promise<void> => {
    await Promise.all(threads.map(({ thread }) => thread[Symbol.asyncDispose]()));
  };
  return {
    lead: { run: (task, input, onNews) => runOn(nth(0), task, input, onNews), [Symbol.asyncDispose]: end },
    aside: { run: (task, input, onNews) => runOn(nth(1), task, input, onNews), [Symbol.asyncDispose]: end },
    run: (task, input, onNews) => free().then((one) => runOn(one, task, input, onNews)),
    steady: { run: (task, input, onNews) => steady().then((one) => runOn(one, task, input, onNews)) },
    size,
    [Symbol.asyncDispose]: end,
  };
}
