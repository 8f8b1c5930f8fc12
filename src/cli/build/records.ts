/** The archive part: ALTO, METS and IIIF records of what the other parts made. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { archiveRecords, type PageImage } from '../../archive/records.ts';
import { sourceDigest } from '../../archive/snapshot/payload.ts';
import type { Plan } from '../../makeup/plan.ts';
import { openMetrics } from '../../typeset/font/metrics.ts';
import type { RecordsOrder } from '../threads/issue-tasks.ts';
import { viewPath } from './views.ts';

/** Writes the records into the issue's folder. */
export async function writeRecords({ issue, folder, plan, into }: RecordsOrder): Promise<void> {
  const files = await filesOf(into);
  const records = archiveRecords({
    issue,
    plan,
    metrics: await openMetrics(),
    sources: await sourceDigest(folder, issue),
    files,
    images: imagesOf(plan, files),
  });
  for (const [file, bytes] of records) {
    await mkdir(path.dirname(path.join(into, file)), { recursive: true });
    await writeFile(path.join(into, file), bytes);
  }
}

/** The pictures of the pages that are there, with their sizes. */
function imagesOf(plan: Plan, files: ReadonlyMap<string, Uint8Array>): readonly PageImage[] {
  return plan.pages.flatMap(({ number }) => {
    const jpeg = files.get(viewPath(number));
    const size = jpeg === undefined ? undefined : jpegSize(jpeg);
    return size === undefined ? [] : [{ page: number, path: viewPath(number), ...size }];
  });
}

/** Pixels of a JPEG, from its frame header (ITU-T T.81, B.2.2). */
function jpegSize(jpeg: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < jpeg.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
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
