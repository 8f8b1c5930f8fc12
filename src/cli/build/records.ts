/** The archive part: ALTO, METS and IIIF records of what the other parts made. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { issueRecords, type PageImage, pageRecords } from '../../archive/records.ts';
import { sourceDigest } from '../../archive/snapshot/payload.ts';
import { viewPath } from '../../edition/data/address.ts';
import { openMetrics } from '../../typeset/font/metrics.ts';
import type { PageRecordsOrder, RecordsOrder } from '../threads/issue-tasks.ts';
import { type Digests, digestsOf, namesBelow } from './digests.ts';

/** Writes the records of the pages into the issue's folder. */
export async function writePageRecords({ issue, plan, into }: PageRecordsOrder): Promise<void> {
  const images = new Map(plan.pages.map(({ number }) => [number, viewPath(number)]));
  await writeAll(into, pageRecords({ issue, plan, metrics: await openMetrics(), images }));
}

/**
 * Writes the records of the issue into its folder, where the records of its pages and all other files are.
 * @returns size and SHA-256 of every file of the folder
 */
export async function writeRecords({ issue, folder, plan, into, draft }: RecordsOrder): Promise<Digests> {
  const files = await digestsOf(into, await namesBelow(into));
  const records = issueRecords({
    issue,
    plan,
    draft,
    metrics: await openMetrics(),
    sources: await sourceDigest(folder, issue),
    files,
    images: await imagesOf(plan.pages, files, into),
  });
  await writeAll(into, records);
  return new Map([...files, ...(await digestsOf(into, [...records.keys()]))]);
}

async function writeAll(into: string, records: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [file, bytes] of records) {
    await mkdir(path.dirname(path.join(into, file)), { recursive: true });
    await writeFile(path.join(into, file), bytes);
  }
}

/** The pictures of the pages that are there, with their sizes. */
async function imagesOf(
  pages: RecordsOrder['plan']['pages'],
  files: Digests,
  into: string,
): Promise<readonly PageImage[]> {
  const images: PageImage[] = [];
  for (const { number: page } of pages) {
    const file = viewPath(page);
    const size = files.has(file) ? jpegSize(await readFile(path.join(into, file))) : undefined;
    if (size !== undefined) images.push({ page, path: file, ...size });
  }
  return images;
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
