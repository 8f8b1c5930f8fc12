/** Files of the site that is being made, by path from its root; folders come with their files. */
import { mkdirSync, writeFileSync } from 'node:fs';
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

/**
 * An output whose files go to `root`. They are written without waiting: Node's few threads for files are the same that
 * pictures are made in, and hundreds of small files would wait behind these.
 */
export function openOutput(root: string): Output {
  const written = new Set<string>();
  const folders = new Set<string>();
  return {
    root,
    async write(name, bytes) {
      const folder = path.dirname(path.join(root, name));
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      written.add(name);
      writeFileSync(path.join(root, name), bytes);
    },
    files: () => [...written].sort(),
  };
}
