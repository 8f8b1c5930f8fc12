/**
 * What goes into a snapshot, as files one after the other. In: the built output, the paper's folder, the program's
 * own description. Out: paths from the bag's folder and their bytes; nothing is written here.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { withoutNotices } from '../../edition/site/corrections.ts';
import { both, FaultError } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Entry } from '../bag/bag.ts';
import { sourceUnfit } from '../faults.ts';
import { type OfflineSite, offlinePage } from './offline.ts';
import { listTree } from './tree.ts';

/** One file of a payload. */
export interface PayloadFile {
  /** From the bag's folder: `data/edition/2026-01-08/index.html`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Folder of the sealed site, of the sources and of the tools within the payload. */
export const EDITION = 'data/edition';
export const SOURCE = 'data/source';
const TOOLS = 'data/tools';

/** Folders of a paper that replace layouts and styles of the program. */
const OVERRIDES = ['layouts', 'styles'];

/** The built issue and what it shares with its site, as it can be read from a file system. */
export async function* editionPayload(output: string, issue: Issue): AsyncGenerator<PayloadFile> {
  const files = await editionFiles(output, issue);
  const site = { holds: new Set(files), ...(issue.paper.url === undefined ? {} : { url: issue.paper.url }) };
  for (const path of files) {
    const bytes = await readFile(join(output, path));
    const isPage = path.endsWith('.html');
    const offline = isPage ? sealedPage(bytes.toString('utf8'), path, site) : bytes;
    yield { path: `${EDITION}/${path}`, bytes: offline };
  }
}

/** Notices of sealed revisions, as the layouts mark them. */
const REVISIONS = /(<!--revisions-->)[\s\S]*?(<!--\/revisions-->)/g;

/** A page as its sources make it, without the notices that later issues and revisions put on it, with links for a file system. */
function sealedPage(html: string, path: string, site: OfflineSite): Uint8Array {
  return Buffer.from(offlinePage(withoutNotices(html).replace(REVISIONS, '$1$2'), path, site), 'utf8');
}

/** Paths, from the output's root, of the issue's folder and of what its pages share with others. */
export async function editionFiles(output: string, issue: Issue): Promise<readonly string[]> {
  const own = (await listTree(join(output, issue.id))).map((file) => `${issue.id}/${file.path}`);
  return [...own, ...(await sharedFiles(output, issue, own))];
}

/** Style sheets, scripts, fonts and pictures outside the issue's folder that its pages use, and what those use. */
async function sharedFiles(output: string, issue: Issue, own: readonly string[]): Promise<readonly string[]> {
  const base = new URL(issue.paper.url ?? 'https://site.invalid/');
  const known = new Set(own);
  const shared = new Set<string>();
  const waiting = own.filter((path) => /\.(?:html|css)$/.test(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = await readFile(join(output, path), 'utf8').catch(() => '');
    for (const address of usedAddresses(text)) {
      const url = new URL(address, new URL(encodeURI(path), base));
      if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) continue;
      const used = posix.normalize(decodeURIComponent(url.pathname.slice(base.pathname.length)));
      if (known.has(used) || used.startsWith('..')) continue;
      known.add(used);
      if (
        !(await readFile(join(output, used)).then(
          () => true,
          () => false,
        ))
      )
        continue;
      shared.add(used);
      if (used.endsWith('.css')) waiting.push(used);
    }
  }
  return [...shared].sort();
}

/** Kinds of `<link>` that a page draws with. Feeds, the site's manifest and the like change with other issues. */
const DRAWN_WITH = /\srel=["']?(?:stylesheet|icon|preload|apple-touch-icon)\b/;

/** Addresses of what a page or a style sheet draws with; links that one follows are not among them. */
function usedAddresses(text: string): readonly string[] {
  const links = [...text.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => DRAWN_WITH.test(tag));
  const inLinks = links.map((tag) => /\shref=["']?([^"'\s>]+)/.exec(tag)?.[1]);
  const inTags = [...text.matchAll(/<(?:script|img|source)\b[^>]*?\ssrc=["']?([^"'\s>]+)/g)].map((match) => match[1]);
  const inStyles = [...text.matchAll(/(?:url\(|@import\s+)["']?([^"')\s]+)["']?\)?/g)].map((match) => match[1]);
  return [...inLinks, ...inTags, ...inStyles]
    .map((address) => (address ?? '').replaceAll('&amp;', '&'))
    .filter((address) => address !== '' && !/^(?:data:|#)/.test(address))
    .filter((address) => URL.canParse(address, 'https://site.invalid/'));
}

/** Everything that the desk wrote, laid out as a paper's folder that can be built again. */
export async function* sourcePayload(folder: IssueFolder, issue: Issue): AsyncGenerator<PayloadFile> {
  const { nameplate, press } = issue.paper;
  const single = ['newspaper.yaml', nameplate, press.profile].filter((path) => path !== undefined);
  for (const path of [...new Set(single)].sort()) yield sourceFile(folder.paper, path, `${SOURCE}/${path}`);
  for (const name of OVERRIDES) {
    const files = await listTree(join(folder.paper, name)).catch(() => []);
    for (const file of files) yield sourceFile(folder.paper, `${name}/${file.path}`, `${SOURCE}/${name}/${file.path}`);
  }
  for (const file of await listTree(folder.issue)) {
    const place = `issues/${basename(folder.issue)}/${file.path}`;
    if (!file.isPlain) throw new FaultError([sourceUnfit(place, both('it is a link or a device', '它是链接或设备'))]);
    yield sourceFile(folder.issue, file.path, `${SOURCE}/${place}`);
  }
}

/** One value for everything that the desk wrote: a build notes it in its METS, and sealing compares. */
export async function sourceDigest(folder: IssueFolder, issue: Issue): Promise<string> {
  const lines: string[] = [];
  for await (const { path, bytes } of sourcePayload(folder, issue)) lines.push(sourceLine(path, sha256Of(bytes)));
  return digestOfLines(lines);
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same value from digests already taken. */
export const digestOfSources = (sources: readonly Entry[]): string =>
  digestOfLines(sources.map(({ path, sha256 }) => sourceLine(path, sha256)));

const sourceLine = (path: string, sha256: string): string => `${sha256}  ${path}\n`;

function digestOfLines(lines: readonly string[]): string {
  return `sha256:${createHash('sha256')
    .update([...lines].sort().join(''))
    .digest('hex')}`;
}

async function sourceFile(root: string, path: string, as: string): Promise<PayloadFile> {
  if (posix.normalize(path).startsWith('..'))
    throw new FaultError([sourceUnfit(path, both('it lies outside the paper', '它在报纸文件夹之外'))]);
  return { path: as, bytes: await readFile(join(root, path)) };
}

/** The versions that built the issue, for whoever wants to build it again. */
export async function* toolsPayload(
  program: string,
  tools: Readonly<Record<string, string>>,
): AsyncGenerator<PayloadFile> {
  const description = await readFile(join(program, 'package.json'));
  const { name, version } = JSON.parse(description.toString('utf8')) as { name: string; version: string };
  const versions = { schema: 'broadsheet/versions@1', [name]: version, ...tools };
  yield { path: `${TOOLS}/package.json`, bytes: description };
  yield { path: `${TOOLS}/package-lock.json`, bytes: await readFile(join(program, 'package-lock.json')) };
  yield { path: `${TOOLS}/versions.json`, bytes: Buffer.from(`${JSON.stringify(versions, undefined, 2)}\n`) };
}
