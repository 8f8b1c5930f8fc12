/** The archive part: ALTO, METS and IIIF records of what the other parts made. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { archiveRecords } from '../../archive/records.ts';
import { sourceDigest } from '../../archive/snapshot/payload.ts';
import { openMetrics } from '../../typeset/font/metrics.ts';
import type { Ready, Shop } from './ready.ts';

/** Writes the records into the issue's folder. */
export async function makeArchive({ issue, folder, plan }: Ready, { desk, into }: Shop): Promise<void> {
  await desk.reporter.stage('archive records', async () => {
    const records = archiveRecords({
      issue,
      plan,
      metrics: await openMetrics(),
      sources: await sourceDigest(folder, issue),
      files: await filesOf(into),
    });
    for (const [file, bytes] of records) {
      await mkdir(path.dirname(path.join(into, file)), { recursive: true });
      await writeFile(path.join(into, file), bytes);
    }
  });
}

/** Every file of the issue's folder with its bytes. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(path.join(folder, name))]),
  );
  return new Map(files);
}
