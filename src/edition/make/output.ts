/** Files of the site that is being made, by path from its root; folders come with their files. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes into one folder. */
export interface Output {
  /** Absolute path of the folder written to. */
  readonly root: string;
  /** Writes a file; `name` is a path from the root, forward slashes. */
  write(name: string, bytes: Uint8Array | string): Promise<void>;
  /** Everything that was written, sorted. */
  files(): readonly string[];
}

/** An output whose files go to `root`. */
export function openOutput(root: string): Output {
  const written = new Set<string>();
  const folders = new Map<string, Promise<unknown>>();
  return {
    root,
    async write(name, bytes) {
      const folder = path.dirname(path.join(root, name));
      if (!folders.has(folder)) folders.set(folder, mkdir(folder, { recursive: true }));
      await folders.get(folder);
      written.add(name);
      await writeFile(path.join(root, name), bytes);
    },
    files: () => [...written].sort(),
  };
}
