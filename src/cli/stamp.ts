/** Stands for the program itself: its code, its layouts and styles, its packages, its runtime. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROGRAM } from './build/tools.ts';

/** What of the program has a hand in the output. */
const FOLDERS: readonly string[] = ['src', 'layouts', 'styles'];
const FILES: readonly string[] = ['package.json', 'package-lock.json', 'eleventy.config.ts'];

/** SHA-256 over every file of the program and over the runtime's version and platform. */
export async function programStamp(): Promise<string> {
  const found = await Promise.all(FOLDERS.map(filesBelow));
  const files = [...found.flat(), ...FILES].sort();
  const contents = await Promise.all(files.map((file) => readFile(path.join(PROGRAM, file)).catch(() => undefined)));
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const [index, file] of files.entries()) {
    const bytes = contents[index];
    hash.update(`${file} ${bytes?.length ?? 'absent'}\n`).update(bytes ?? '');
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const root = path.join(PROGRAM, folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROGRAM, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
