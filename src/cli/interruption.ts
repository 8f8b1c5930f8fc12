/**
 * Ctrl-C and a request to terminate: the process ends at once, whatever it is doing, except between renames that belong
 * together. Nothing has to notice the signal first.
 */

/** How a run learns that the person wants to stop. */
export interface Interruption {
  /** Aborted when the person wants to stop. */
  readonly signal: AbortSignal;
  /** Work that the end waits for. */
  uninterrupted<T>(work: () => Promise<T>): Promise<T>;
  /** Stops listening. */
  release(): void;
}

/** Listens for the signals; `end` must end the process. */
export function openInterruption(end: () => void): Interruption {
  const control = new AbortController();
  let closed = 0;
  const stop = (): void => {
    control.abort(new Error('interrupted'));
    if (closed === 0) end();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: control.signal,
    async uninterrupted(work) {
      closed += 1;
      try {
        return await work();
      } finally {
        closed -= 1;
        if (closed === 0 && control.signal.aborted) end();
      }
    },
    release() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
