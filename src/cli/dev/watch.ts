/**
 * Changes in a paper's folder, one batch at a time: the many writes of one save are one change. Each folder is watched
 * by itself, because a paper may lie beside folders with ten thousand files that are nobody's copy.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Editors write a file in several steps, some milliseconds apart; this long after the last one it is whole. */
const SETTLED_MS = 12;

/** What is not the desk's copy: hidden files, backups and half-written files of editors. */
const STRAY = /^\.|~$|^#.*#$|\.(?:sw[a-z]|tmp|part)$|^4913$/;

/** Folders of the paper that have a hand in its pages, beside the issue's. */
const HOUSE = ['layouts', 'styles'];

/** What is watched. */
export interface Watched {
  /** Absolute path of the paper's folder; its own files and its layouts and styles are watched. */
  readonly paper: string;
  /** Absolute path of the issue's folder, watched with everything below. */
  readonly issue: string;
}

/** Yields the absolute paths that changed, sorted, until the signal is given. */
export async function* changesIn({ paper, issue }: Watched, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  let isSettled = false;
  let wake = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const note = (file: string): void => {
    changed.add(file);
    clearTimeout(timer);
    isSettled = false;
    timer = setTimeout(() => {
      isSettled = true;
      wake();
    }, SETTLED_MS);
  };
  const watchFolder = (folder: string, isDeep: boolean): void => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (_, name) => {
      if (name === null || STRAY.test(name)) return;
      note(path.join(folder, name));
      if (isDeep) void watchBelow(folder);
    });
    watcher.on('error', () => {
      watcher.close();
      watchers.delete(folder);
    });
    watchers.set(folder, watcher);
  };
  /** Watches a folder and those in it; one that is not there is no fault. */
  const watchBelow = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined || signal.aborted) return;
    watchFolder(folder, true);
    const inside = entries.filter((entry) => entry.isDirectory() && !STRAY.test(entry.name));
    await Promise.all(inside.map(({ name }) => watchBelow(path.join(folder, name))));
  };
  const end = (): void => wake();
  signal.addEventListener('abort', end, { once: true });
  try {
    watchFolder(paper, false);
    await Promise.all([issue, ...HOUSE.map((name) => path.join(paper, name))].map(watchBelow));
    while (!signal.aborted) {
      if (!isSettled) await nextChange();
      if (signal.aborted) return;
      isSettled = false;
      const batch = [...changed].sort();
      changed.clear();
      yield batch;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    signal.removeEventListener('abort', end);
  }

  function nextChange(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }
}
