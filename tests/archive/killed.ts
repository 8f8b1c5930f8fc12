/** Killing a process at a moment, to see what it leaves. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Child {
  /** Arguments to Node. */
  readonly args: readonly string[];
  readonly cwd?: string;
  /** When the clock starts: with the process, or with its first word, so that the moment falls into its work. */
  readonly from: 'start' | 'word';
}

/** Runs Node and kills it (SIGKILL) after so many milliseconds. */
export async function runAndKill({ args, cwd, from }: Child, after: number): Promise<'killed' | 'done'> {
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, [...args], { stdio, ...(cwd === undefined ? {} : { cwd }) });
  let timer: NodeJS.Timeout | undefined;
  const startClock = () => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), after);
  };
  if (from === 'start') startClock();
  child.stdout.on('data', startClock);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...end) => resolve(end));
  });
  clearTimeout(timer);
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${said}`);
  return 'done';
}

/** A TypeScript module of the tests as a child that says a word when it begins. */
export const childModule = (module: string, args: readonly string[]): Child => ({
  args: ['--import', 'tsx', module, ...args],
  from: 'word',
});

/** One digest for all names and bytes of a folder. */
export async function treeDigest(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${file.slice(folder.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}
