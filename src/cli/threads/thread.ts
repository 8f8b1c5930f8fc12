/**
 * Work in a thread of its own: the main thread stays free to answer Ctrl-C, to draw progress and to drive the browser.
 */
import { Worker } from 'node:worker_threads';
import { type Fault, FaultError } from '../../fault.ts';
import type { TaskInput, TaskName, TaskNews, TaskOutput } from './tasks.ts';

/** What the main thread sends. */
export interface Order {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
  /** Whether somebody listens to what the task tells while it is at work. */
  readonly isHeard: boolean;
}

/** What comes back: any number of news, then what became of the task. */
export interface Answer {
  readonly id: number;
  readonly news?: unknown;
  readonly output?: unknown;
  readonly faults?: readonly Fault[];
  readonly failure?: string | Failure;
}

/** An error as plain data; where the file system refused, with what it said: an error's own properties do not leave its thread. */
export interface Failure {
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly path?: string;
  readonly syscall?: string;
}

/** A running thread. */
export interface Thread extends AsyncDisposable {
  /**
   * Does a task after those given before.
   * @throws FaultError as the task threw it.
   */
  run<Name extends TaskName>(
    task: Name,
    input: TaskInput<Name>,
    onNews?: (news: TaskNews<Name>) => void,
  ): Promise<TaskOutput<Name>>;
}

interface Waiting {
  hear?: (news: unknown) => void;
  resolve(output: unknown): void;
  reject(error: unknown): void;
}

/** Why a task of a thread that is gone fails. */
const ENDED = 'the thread ended';

/** Starts a thread; the signal ends it at once. */
export function openThread(signal?: AbortSignal): Thread {
  const bundle = (globalThis as Record<symbol, unknown>)[Symbol.for('broadsheet.bundle')];
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: { bundle } });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let ended = false;
  const failAll = (error: unknown): void => {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const one = waiting.get(answer.id);
    if (answer.news !== undefined) return one?.hear?.(answer.news);
    waiting.delete(answer.id);
    if (one !== undefined) settle(one, answer);
  });
  worker.on('error', failAll);
  worker.on('exit', () => {
    ended = true;
    failAll(new Error(ENDED));
  });
  const end = (): void => {
    failAll(signal?.reason);
    void worker.terminate();
  };
  signal?.addEventListener('abort', end, { once: true });
  return {
    run<Name extends TaskName>(
      task: Name,
      input: TaskInput<Name>,
      onNews?: (news: TaskNews<Name>) => void,
    ): Promise<TaskOutput<Name>> {
      next += 1;
      const id = next;
      return new Promise<TaskOutput<Name>>((resolve, reject) => {
        if (signal?.aborted || ended) {
          reject(signal?.reason ?? new Error(ENDED));
          return;
        }
        waiting.set(id, {
          resolve: (output) => resolve(output as TaskOutput<Name>),
          reject,
          ...(onNews && { hear: (news) => onNews(news as TaskNews<Name>) }),
        });
        worker.postMessage({ id, task, input, isHeard: onNews !== undefined } satisfies Order);
      });
    },
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener('abort', end);
      await worker.terminate();
    },
  };
}

function settle(one: Waiting, { output, faults, failure }: Answer): void {
  if (faults !== undefined) one.reject(new FaultError(faults));
  else if (failure === undefined) one.resolve(output);
  else if (typeof failure === 'string') one.reject(new Error(failure));
  else one.reject(Object.assign(new Error(failure.message), failure));
}
