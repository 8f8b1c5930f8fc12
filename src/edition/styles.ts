/** Stylesheets by name; the paper's own file of the same name wins. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { searchPath } from './templates.ts';

/** Text of a stylesheet. */
export async function readStyle(name: string, paper: string | undefined): Promise<string> {
  const folders = searchPath('styles', paper);
  for (const folder of folders.slice(0, -1)) {
    const own = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
    if (own !== undefined) return own;
  }
  return readFile(path.join(folders.at(-1) ?? '', name), 'utf8');
}
