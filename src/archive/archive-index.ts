/**
 * The archive as a whole: `archive/index.json` (every snapshot, and the changes in the order of their sealing dates),
 * and IIIF collections, one for the title and one for each year. In: the output folder. Out: those files, made anew from
 * what lies in `snapshots/` and the built issues, so a lost or half-written index is mended by the next run.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { isIssueName } from '../issue/folder.ts';
import type { Newspaper } from '../issue/model.ts';
import { snapshotDamaged } from './faults.ts';
import { publishFile } from './publish.ts';
import { NOWHERE } from './records/context.ts';
import { json, navDate } from './records/iiif.ts';
import type { SnapshotRecord } from './snapshot/record.ts';
import { snapshotNames } from './verify.ts';

/** One snapshot in the index. */
export interface IndexEntry {
  readonly snapshot: string;
  readonly issue: string;
  readonly date: string;
  readonly edition?: string;
  readonly number?: number;
  readonly revision: number;
  readonly updated: string;
  /** Folder from the output's root. */
  readonly path: string;
  /** Bytes and files of the payload, as in bag-info.txt. */
  readonly oxum: string;
  /** SHA-256 of `tagmanifest-sha256.txt`: it stands for every byte of the snapshot. */
  readonly seal: string;
  readonly reason?: string;
  readonly previous?: string;
  readonly articles: number;
}

/** A correction notice for the web: what a revision of an issue changed, and why. */
export interface Correction {
  readonly snapshot: string;
  readonly issue: string;
  readonly revision: number;
  readonly updated: string;
  readonly reason: string;
  /** Slugs. */
  readonly articles: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
  };
}

/** Writes the index and the collections, without snapshots that are damaged. `paper` names the title that they are of. */
export async function writeArchiveIndex(output: string, paper: Newspaper): Promise<readonly IndexEntry[]> {
  const entries: IndexEntry[] = [];
  for (const name of await snapshotNames(output)) {
    const entry = await unlessDamaged(indexEntry(output, name));
    if (entry !== undefined) entries.push(entry);
  }
  await publishFile(join(output, 'archive/index.json'), json(archiveIndex(entries, paper)));
  await writeCollections(output, paper);
  return entries;
}

/** What the revisions of an issue, or of all issues, corrected; oldest first. The edition shows it. */
export async function corrections(output: string, issue?: string): Promise<readonly Correction[]> {
  const found: Correction[] = [];
  for (const name of await snapshotNames(output)) {
    if (!/\.r\d+$/.test(name) || (issue !== undefined && !isOf(name, issue))) continue;
    const correction = await unlessDamaged(correctionOf(output, name));
    if (correction !== undefined) found.push(correction);
  }
  return found.sort((a, b) => (a.issue === b.issue ? a.revision - b.revision : a.issue < b.issue ? -1 : 1));
}

async function correctionOf(output: string, name: string): Promise<Correction> {
  const { snapshot, issue, revision, updated, reason = '', changes } = await readRecord(output, name);
  const articles = changes?.articles ?? { added: [], removed: [], changed: [] };
  return { snapshot, issue, revision, updated, reason, articles };
}

/** A warning for each snapshot, of an issue or of all, that cannot be listed: its own files do not say what it is. */
export async function damagedSnapshots(output: string, issue?: string): Promise<readonly Fault[]> {
  const names = (await snapshotNames(output)).filter((name) => issue === undefined || isOf(name, issue));
  const entries = await Promise.all(names.map((name) => unlessDamaged(indexEntry(output, name))));
  return names
    .filter((_, index) => entries[index] === undefined)
    .map((name) => ({ ...snapshotDamaged(name), severity: 'warning' }));
}

/** True of the first snapshot of an issue and of its revisions. */
const isOf = (name: string, issue: string): boolean => name === issue || name.startsWith(`${issue}.r`);

const unlessDamaged = <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch(() => undefined);

async function readRecord(output: string, name: string): Promise<SnapshotRecord> {
  return JSON.parse(await readFile(join(output, 'snapshots', name, 'data/snapshot.json'), 'utf8')) as SnapshotRecord;
}

async function indexEntry(output: string, name: string): Promise<IndexEntry> {
  const folder = join(output, 'snapshots', name);
  const record = await readRecord(output, name);
  const info = await readFile(join(folder, 'bag-info.txt'), 'utf8');
  const tags = await readFile(join(folder, 'tagmanifest-sha256.txt'));
  const { snapshot, issue, date, edition, number, revision, updated, reason, previous, articles } = record;
  return {
    snapshot,
    issue,
    date,
    ...(edition === undefined ? {} : { edition }),
    ...(number === undefined ? {} : { number }),
    revision,
    updated,
    path: `snapshots/${name}/`,
    oxum: /^Payload-Oxum: (.*)$/m.exec(info)?.[1] ?? '',
    seal: `sha256:${createHash('sha256').update(tags).digest('hex')}`,
    ...(reason === undefined ? {} : { reason }),
    ...(previous === undefined ? {} : { previous }),
    articles: articles.length,
  };
}

/**
 * The change list follows ResourceSync 1.1 (ANSI/NISO Z39.99) in JSON: a resource, its address, what happened, its
 * hash and length. The date of a change is that of its newest text, for nothing here comes from the clock.
 */
function archiveIndex(entries: readonly IndexEntry[], paper: Newspaper) {
  const root = paper.url ?? NOWHERE;
  const inOrder = [...entries].sort((a, b) => Date.parse(a.updated) - Date.parse(b.updated) || compareNames(a, b));
  const changes = inOrder.map((entry, index) => ({
    uri: `${root}${entry.path}`,
    change: entry.revision === 1 ? 'created' : 'updated',
    sequence: index + 1,
    lastmod: entry.updated,
    hash: entry.seal,
    length: Number(entry.oxum.split('.')[0]),
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    ...(entry.previous === undefined ? {} : { replaces: `${root}snapshots/${entry.previous}/` }),
  }));
  return {
    schema: 'broadsheet/archive@1',
    title: paper.name,
    publisher: paper.publisher.name ?? paper.name,
    snapshots: entries,
    changes: { capability: 'changelist', resources: changes },
  };
}

const compareNames = (a: IndexEntry, b: IndexEntry): number =>
  a.revision - b.revision || (a.snapshot < b.snapshot ? -1 : 1);

/** Writes the IIIF collections: the title's names one for each year, a year's names the manifest of each issue built. No manifest is read. */
export async function writeCollections(output: string, paper: Newspaper): Promise<void> {
  const root = paper.url ?? NOWHERE;
  const issues = await builtIssues(output);
  const years = [...new Set(issues.map((id) => id.slice(0, 4)))].sort();
  const label = (text: string) => ({ [paper.language]: [text] });
  const head = (name: string, text: string) => ({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${root}archive/${name}`,
    type: 'Collection',
    label: label(text),
  });
  for (const year of years) {
    const items = issues
      .filter((id) => id.startsWith(year))
      .map((id) => ({
        id: `${root}${id}/manifest.json`,
        type: 'Manifest',
        label: label(`${paper.name} ${id}`),
        navDate: navDate(id.slice(0, 10), id.slice(11) || undefined),
      }));
    const partOf = [{ id: `${root}archive/collection.json`, type: 'Collection' }];
    const name = `collection-${year}.json`;
    await publishFile(join(output, 'archive', name), json({ ...head(name, `${paper.name} ${year}`), partOf, items }));
  }
  const items = years.map((year) => ({
    id: `${root}archive/collection-${year}.json`,
    type: 'Collection',
    label: label(`${paper.name} ${year}`),
  }));
  await publishFile(join(output, 'archive/collection.json'), json({ ...head('collection.json', paper.name), items }));
  await dropOldYears(output, years);
}

/** Issues that have a manifest, by output id. */
async function builtIssues(output: string): Promise<readonly string[]> {
  const entries = await readdir(output, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory() && isIssueName(entry.name)).map((entry) => entry.name);
  const isBuilt = await Promise.all(
    ids.map((id) =>
      readdir(join(output, id)).then(
        (names) => names.includes('manifest.json'),
        () => false,
      ),
    ),
  );
  return ids.filter((_, index) => isBuilt[index]).sort();
}

async function dropOldYears(output: string, years: readonly string[]): Promise<void> {
  for (const name of await readdir(join(output, 'archive'))) {
    const year = /^collection-(\d{4})\.json$/.exec(name)?.[1];
    if (year !== undefined && !years.includes(year)) await rm(join(output, 'archive', name));
  }
}
