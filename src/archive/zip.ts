/**
 * Zips that are the same bytes wherever they are made: entries in the order given, one fixed time, the same attributes.
 * In: named bytes, one after the other. Out: a file, whole or not at all.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { listTree } from './snapshot/tree.ts';

/** One entry. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stored as it is; for kinds that are packed already. */
  readonly isStored: boolean;
}

/** Kinds that deflating makes no smaller. */
const PACKED = /\.(?:jpe?g|png|webp|avif|pdf|woff2?|gz|zip|wacz|pf_\w+)$/i;
/** The first day that a zip can hold; zips have local times without a zone, so noon of that day is noon everywhere. */
const firstDay = (): Date => new Date(1980, 0, 1, 12, 0, 0);
/**
 * Made on Unix, an ordinary file that all may read. Names of a zip made on DOS, as one is without a word, are turned by Info-ZIP's
 * unzip from an old code page into nonsense, though they are marked as UTF-8.
 */
const UNIX = { os: 3, attrs: 0o100644 * 2 ** 16 };
/** fflate's middle level: nearly the smallest, at a third of the time of the highest. */
const LEVEL = 6;

/** Zips a snapshot into `NAME.zip` beside it; entries are named `NAME/…`. Answers with the path of the zip. */
export async function zipSnapshot(folder: string, name: string): Promise<string> {
  const target = join(dirname(folder), `${name}.zip`);
  await writeZip(target, snapshotEntries(folder, name));
  return target;
}

async function* snapshotEntries(folder: string, name: string): AsyncGenerator<ZipEntry> {
  for (const { path } of await listTree(folder)) {
    yield { name: `${name}/${path}`, bytes: await readFile(join(folder, path)), isStored: PACKED.test(path) };
  }
}

/** Writes a zip beside its place, flushes it and moves it there. */
export async function writeZip(target: string, entries: AsyncIterable<ZipEntry>): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}~${process.pid}`);
  try {
    await streamZip(beside, entries);
    const handle = await open(beside, 'r+');
    await handle.sync();
    await handle.close();
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}

async function streamZip(path: string, entries: AsyncIterable<ZipEntry>): Promise<void> {
  const stream = createWriteStream(path);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) stream.destroy(error);
    else stream.write(chunk);
    if (isLast) stream.end();
  });
  for await (const { name, bytes, isStored } of entries) {
    const entry = isStored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: LEVEL });
    Object.assign(entry, { mtime: firstDay(), ...UNIX });
    zip.add(entry);
    entry.push(bytes, true);
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  zip.end();
  await finished(stream);
}
