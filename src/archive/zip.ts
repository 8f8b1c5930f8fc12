/**
 * A snapshot as one zip, the same bytes wherever it is made: entries by name, one fixed time, no machine's attributes.
 * In: a snapshot's folder. Out: `NAME.zip` beside it, whole or not at all.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { listTree } from './snapshot/tree.ts';

/** Kinds that are packed already; deflating them again costs time and gains nothing. */
const PACKED = /\.(?:jpe?g|png|webp|avif|pdf|woff2?|gz|zip|wacz|pf_\w+)$/i;
/** The first time that a zip can hold is 1980; noon keeps every time zone within the day. */
const TIME = new Date(1980, 0, 1, 12, 0, 0);
/** fflate's middle level; zlib's 6 in both speed and size. */
const LEVEL = 6;

/** Zips a snapshot; entries are named `NAME/…`. Answers with the path of the zip. */
export async function zipSnapshot(folder: string, name: string): Promise<string> {
  const target = join(dirname(folder), `${name}.zip`);
  const beside = join(dirname(folder), `.${name}.zip~${process.pid}`);
  try {
    await writeZip(folder, name, beside);
    const handle = await open(beside, 'r+');
    await handle.sync();
    await handle.close();
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
  return target;
}

async function writeZip(folder: string, name: string, path: string): Promise<void> {
  const stream = createWriteStream(path);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) stream.destroy(error);
    else stream.write(chunk);
    if (isLast) stream.end();
  });
  for (const file of await listTree(folder)) {
    const entryName = `${name}/${file.path}`;
    const entry = PACKED.test(file.path) ? new ZipPassThrough(entryName) : new ZipDeflate(entryName, { level: LEVEL });
    entry.mtime = TIME;
    zip.add(entry);
    entry.push(await readFile(join(folder, file.path)), true);
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  zip.end();
  await finished(stream);
}
