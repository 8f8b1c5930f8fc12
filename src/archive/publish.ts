/**
 * Writing that a killed process cannot spoil: everything is written beside, flushed to the disk and renamed in.
 * In: a finished folder or bytes. Out: the same at its place, whole, or the last good one untouched.
 *
 * A rename is atomic, but POSIX cannot swap two full folders portably, so a replaced folder is first renamed aside;
 * whoever is killed between the two renames leaves the last good folder in `.work`, and `recover`, the first
 * thing that every writing command does, puts it back.
 */
import assert from 'node:assert/strict';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** A fresh folder on the output's own file system, to be filled and then published. */
export interface Staging {
  /** Absolute path of the folder to fill. */
  readonly folder: string;
  /** Absolute path of the output folder that it belongs to. */
  readonly output: string;
}

/** Folder of work in progress inside the output; it is gone when nothing is under way. */
export const WORK = '.work';
const ASIDE = 'aside';
/** Files that are flushed at the same time; more gains nothing on one disk. */
const FLUSHES = 16;

/** Makes an empty folder for a result of this name; `name` is only for people who look. */
export async function stage(output: string, name: string): Promise<Staging> {
  const folder = join(output, WORK, `${encodeURIComponent(name)}~${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return { folder, output };
}

/**
 * Moves a filled staging folder to `target` (inside the same output), replacing what is there.
 * With `replace: false` an existing target is an error (EEXIST) and stays as it is.
 */
export async function publishFolder(
  staging: Staging,
  target: string,
  options: { readonly replace?: boolean } = {},
): Promise<void> {
  const within = relative(staging.output, target);
  assert(within !== '' && !within.startsWith('..'), 'bug: a result is published inside its own output');
  await flushTree(staging.folder);
  await mkdir(dirname(target), { recursive: true });
  if (await exists(target)) {
    if (options.replace === false) throw Object.assign(new Error(`${within} exists already`), { code: 'EEXIST' });
    const aside = join(staging.output, WORK, `${ASIDE}~${process.pid}~${encodeURIComponent(within)}`);
    await rm(aside, { recursive: true, force: true });
    await rename(target, aside);
    await rename(staging.folder, target);
    await flushFolder(dirname(target));
    await rm(aside, { recursive: true, force: true });
  } else {
    await rename(staging.folder, target);
    await flushFolder(dirname(target));
  }
  await dropEmptyWork(staging.output);
}

/** Gives up a staging folder. */
export async function discard(staging: Staging): Promise<void> {
  await rm(staging.folder, { recursive: true, force: true });
  await dropEmptyWork(staging.output);
}

/** Writes one file whole or not at all; a file that already holds these bytes is left alone. Tells whether it wrote. */
export async function publishFile(path: string, bytes: Uint8Array | string): Promise<boolean> {
  const data = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes);
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(data)) return false;
  const beside = join(dirname(path), `.${basename(path)}~${process.pid}`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(beside, data);
    await flushFile(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
  return true;
}

/**
 * Puts right what a killed run left in this output: a folder set aside whose place is empty goes back, half-written
 * work goes away. Work of processes that still run is not touched. Returns the output paths that were put back.
 */
export async function recover(output: string): Promise<readonly string[]> {
  const work = join(output, WORK);
  const back: string[] = [];
  for (const name of await readdir(work).catch(() => [])) {
    const [kind = '', pid = '', within] = name.split('~');
    if (Number(pid) !== process.pid && isAlive(Number(pid))) continue;
    const place = within === undefined ? undefined : join(output, decodeURIComponent(within));
    if (kind === ASIDE && place !== undefined && !(await exists(place))) {
      await mkdir(dirname(place), { recursive: true });
      await rename(join(work, name), place);
      await flushFolder(dirname(place));
      back.push(relative(output, place).replaceAll('\\', '/'));
    } else {
      await rm(join(work, name), { recursive: true, force: true });
    }
  }
  await dropEmptyWork(output);
  await dropHalfFiles(output);
  return back;
}

/** Half-written single files lie beside their targets: `.NAME~PID`, in the output and its first two levels of site folders. */
async function dropHalfFiles(folder: string, depth = 2): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const pid = /^\..+~(\d+)$/.exec(entry.name)?.[1];
    const path = join(folder, entry.name);
    if (entry.isFile() && pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      await rm(path, { force: true });
    }
    const isIssueOrSnapshot = /^\d{4}-\d{2}-\d{2}/.test(entry.name);
    if (entry.isDirectory() && depth > 0 && !isIssueOrSnapshot && entry.name !== WORK) {
      await dropHalfFiles(path, depth - 1);
    }
  }
}

/** Removes the folder of work in progress when nothing is in it. */
export async function dropEmptyWork(output: string): Promise<void> {
  await rmdir(join(output, WORK)).catch(() => undefined);
}

/** True while a process of this number runs. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Flushes every file of a tree, then every folder, deepest first. */
async function flushTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = (wanted: 'file' | 'folder') =>
    entries
      .filter((entry) => (wanted === 'file' ? entry.isFile() : entry.isDirectory()))
      .map((entry) => join(entry.parentPath, entry.name));
  await inTurns(paths('file'), flushFile);
  const deepestFirst = paths('folder').sort((a, b) => b.length - a.length);
  await inTurns(deepestFirst, flushFolder);
  await flushFolder(folder);
}

async function inTurns(paths: readonly string[], act: (path: string) => Promise<void>): Promise<void> {
  const waiting = [...paths].reverse();
  const worker = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await act(path);
  };
  await Promise.all(Array.from({ length: FLUSHES }, worker));
}

async function flushFile(path: string): Promise<void> {
  const handle: FileHandle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder's own entries; where the system cannot open a folder (Windows) there is nothing to flush. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM' && error.code !== 'EINVAL' && error.code !== 'EISDIR') throw error;
    });
  } finally {
    await handle.close();
  }
}
