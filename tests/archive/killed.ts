/**
 * Killing a process at a moment and looking at what it left. The work is done by a child that says when it begins, so that
 * the moment falls into the writing and not into the start of Node.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs a module with arguments, and kills it (SIGKILL) so many milliseconds after it has printed its first line. */
export async function runAndKill(module: string, args: readonly string[], after: number): Promise<'killed' | 'done'> {
  const child = spawn(process.execPath, ['--import', 'tsx', module, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let timer: NodeJS.Timeout | undefined;
  child.stdout.once('data', () => {
    timer = setTimeout(() => child.kill('SIGKILL'), after);
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (...end) => resolve(end));
  });
  clearTimeout(timer);
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`${module} ended with ${code}`);
  return 'done';
}

/** One digest for all names and bytes of a folder. */
export async function treeDigest(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${file.slice(folder.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}
