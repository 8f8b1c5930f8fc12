/**
 * The HTML edition as a WACZ 1.1.1: a web archive in one file that ReplayWeb.page and its kin open. In: the built site
 * and the issue. Out: `NAME.wacz` beside the snapshot; the same edition gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Issue } from '../issue/model.ts';
import { issueName, NOWHERE } from './records/context.ts';
import { editionFiles } from './snapshot/payload.ts';
import { surt, warcInfo, warcResponse } from './wacz/warc.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** The issue whose web edition is packed, and where. */
export interface WaczRequest {
  /** Absolute path of the output folder. */
  readonly output: string;
  readonly issue: Issue;
  /** Absolute path of the file to write. */
  readonly target: string;
}

/** What a browser asks for; everything else of the edition is for archives and printers. */
const WEB: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};
const NOT_WEB = /^[^/]+\/(?:press|alto)\//;
const SOFTWARE = 'Broadsheet';

/** Packs the edition of one issue. */
export async function packWacz(request: WaczRequest): Promise<void> {
  await writeZip(request.target, waczEntries(request));
}

async function* waczEntries({ output, issue }: WaczRequest): AsyncGenerator<ZipEntry> {
  const root = issue.paper.url ?? NOWHERE;
  const date = `${issue.date}T00:00:00Z`;
  const archive = await captureAll(output, issue, root, date);
  const main = `${root}${issue.id}/`;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['archive/data.warc.gz', archive.warc],
    ['indexes/index.cdx', Buffer.from(archive.index)],
    ['pages/pages.jsonl', Buffer.from(archive.pages)],
  ];
  const resources = files.map(([path, bytes]) => ({
    name: path.slice(path.indexOf('/') + 1),
    path,
    hash: `sha256:${sha256(bytes)}`,
    bytes: bytes.length,
  }));
  const description = Buffer.from(
    `${JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title: issueName(issue),
        created: date,
        modified: date,
        software: SOFTWARE,
        mainPageURL: main,
        mainPageDate: date,
        resources,
      },
      undefined,
      2,
    )}\n`,
  );
  const digest = { path: 'datapackage.json', hash: `sha256:${sha256(description)}` };
  const data: typeof files = [
    ['datapackage.json', description],
    ['datapackage-digest.json', Buffer.from(`${JSON.stringify(digest, undefined, 2)}\n`)],
  ];
  // A reader takes pages out of the WARC by their place in it, so nothing is packed a second time.
  for (const [name, bytes] of [...files, ...data]) yield { name, bytes, isStored: true };
}

/** One WARC, its index and its list of pages. */
async function captureAll(output: string, issue: Issue, root: string, date: string) {
  const stamp = date.replace(/\D/g, '');
  const chunks = [warcInfo(date, SOFTWARE)];
  const lines: string[] = [];
  const pages = [JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' })];
  let offset = chunks[0]?.length ?? 0;
  for (const path of await editionFiles(output, issue)) {
    const mime = WEB[extname(path).toLowerCase()];
    if (mime === undefined || NOT_WEB.test(path)) continue;
    const body = await readFile(join(output, path));
    const url = `${root}${path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
    const { bytes, digest } = warcResponse({ url, mime, body }, date);
    const place = { length: String(bytes.length), offset: String(offset), filename: 'data.warc.gz' };
    lines.push(
      `${surt(url)} ${stamp} ${JSON.stringify({ url, mime: mime.split(';')[0], status: '200', digest, ...place })}`,
    );
    if (mime.startsWith('text/html'))
      pages.push(JSON.stringify({ id: digest.slice(7, 23), url, ts: date, title: titleIn(body) }));
    chunks.push(bytes);
    offset += bytes.length;
  }
  return { warc: Buffer.concat(chunks), index: `${lines.sort().join('\n')}\n`, pages: `${pages.join('\n')}\n` };
}

function titleIn(html: Uint8Array): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(new TextDecoder().decode(html))?.[1] ?? '';
  return title
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
