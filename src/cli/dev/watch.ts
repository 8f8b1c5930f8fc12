/** Changes in a paper's folder, one at a time: many writes of one save are one change. */
import { watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; this long after the last one it is whole. */
const SETTLED_MS = 30;

/** What is not the desk's own writing. */
const OURS = /(^|[\\/])(output|\.broadsheet|node_modules|\.git)([\\/]|$)|~$|\.sw.$/;

/** Yields the paths that changed, below the folder, until the signal is given. */
export async function* changesBelow(folder: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let wake: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name === null || OURS.test(name)) return;
    changed.add(name.split(path.sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SETTLED_MS);
  });
  const end = (): void => wake();
  signal.addEventListener('abort', end, { once: true });
  try {
    while (!signal.aborted) {
      if (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      const batch = [...changed].sort();
      changed.clear();
      if (batch.length > 0) yield batch;
    }
  } finally {
    clearTimeout(timer);
    watcher.close();
    signal.removeEventListener('abort', end);
  }
}
