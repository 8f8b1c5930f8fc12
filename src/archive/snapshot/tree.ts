/** Walking a folder in a fixed order, whatever the file system's own. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a tree: its path from the tree's root, with forward slashes, and what it is. */
export interface TreeFile {
  readonly path: string;
  readonly isPlain: boolean;
}

/** Rubbish that systems leave in folders; it is nobody's copy. */
const RUBBISH = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|.*~|\.#.*|.*\.swp)$/;

/** Every file below a folder, sorted by path; folders that `skip` names are not entered. */
export async function listTree(
  root: string,
  skip: (path: string) => boolean = () => false,
  within = '',
): Promise<readonly TreeFile[]> {
  const entries = await readdir(join(root, within), { withFileTypes: true });
  const found: TreeFile[] = [];
  for (const entry of entries.sort(byName)) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (RUBBISH.test(entry.name) || skip(path)) continue;
    if (entry.isDirectory()) found.push(...(await listTree(root, skip, path)));
    else found.push({ path, isPlain: entry.isFile() });
  }
  return found;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
