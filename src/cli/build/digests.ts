/** Size and SHA-256 of the files of a folder: what tells whether an output still is what was written, and what its METS says. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileFacts } from '../../archive/records.ts';

/** By path below a folder, with slashes. */
export type Digests = ReadonlyMap<string, FileFacts>;

/** Every file below a folder, in order; none where there is no folder. */
export async function namesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Bytes that are read at a time. */
const HANDFUL = 1 << 20;
/** Files between two chances for others to work. */
const AT_A_TIME = 32;

/** Takes the digests of files. Read in this thread: sending small files through others takes longer than they do. */
export async function digestsOf(folder: string, names: readonly string[]): Promise<Digests> {
  const handful = Buffer.allocUnsafe(HANDFUL);
  const digests = new Map<string, FileFacts>();
  for (const [index, name] of names.entries()) {
    if (index % AT_A_TIME === 0) await setImmediate();
    digests.set(name, digestOf(path.join(folder, name), handful));
  }
  return digests;
}

/** What is said of a file that cannot be read: a word that is no digest. */
const UNREADABLE: FileFacts = { size: 0, sha256: 'unreadable' };

function digestOf(file: string, handful: Buffer): FileFacts {
  try {
    const opened = openSync(file, 'r');
    try {
      const hash = createHash('sha256');
      let size = 0;
      for (let read = readSync(opened, handful); read > 0; read = readSync(opened, handful)) {
        hash.update(handful.subarray(0, read));
        size += read;
      }
      return { size, sha256: hash.digest('hex') };
    } finally {
      closeSync(opened);
    }
  } catch {
    return UNREADABLE;
  }
}
