/**
 * Sealing: a built issue becomes a snapshot that a library can take as it is. In: the output folder with the issue
 * built in it, the paper's folder, the program's. Out: a bag in `snapshots/DATE/`, whole or not at all, and never
 * over another one; the archive's index is brought up to date after it.
 */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Fault, FaultError } from '../fault.ts';
import type { Issue, IssueFolder } from '../issue/model.ts';
import { type BagInfo, digests, type Entry, writeTags } from './bag/bag.ts';
import {
  alreadySealed,
  draftUnsealed,
  issueNotBuilt,
  outputStale,
  revisionNeedsReason,
  snapshotDamaged,
} from './faults.ts';
import { discard, publishFolder, recover, stage } from './publish.ts';
import { issueName, NOWHERE } from './records/context.ts';
import { DRAFT } from './records/mets.ts';
import {
  digestOfSources,
  EDITION,
  editionPayload,
  type PayloadFile,
  SOURCE,
  sourcePayload,
  toolsPayload,
} from './snapshot/payload.ts';
import { snapshotReadme } from './snapshot/readme.ts';
import { type SnapshotRecord, snapshotName, snapshotRecord } from './snapshot/record.ts';

/** What is sealed, and in which forms. */
export interface SealRequest {
  /** Absolute path of the output folder. */
  readonly output: string;
  readonly folder: IssueFolder;
  readonly issue: Issue;
  /** Absolute path of the program's own folder, which holds its `package.json` and `package-lock.json`. */
  readonly program: string;
  /** Names and versions of further tools: the runtime, the browser. */
  readonly tools?: Readonly<Record<string, string>>;
  /** Why a date already sealed is sealed again. */
  readonly reason?: string;
}

/** What lies in the archive afterwards. */
export interface Sealed {
  /** Folder name below `snapshots/`. */
  readonly snapshot: string;
  /** False when the same sources are sealed already and nothing was written. */
  readonly isNew: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly record: SnapshotRecord;
  /** Warnings only. */
  readonly faults: readonly Fault[];
}

/** What every build makes; a snapshot without one of them would not be complete. */
const REQUIRED = ['index.html', 'issue.json', 'report.json', 'mets.xml', 'manifest.json', 'alto', 'press'];

/** Seals a built issue. Throws a FaultError when it is not built, or is sealed already and has changed without a reason. */
export async function seal(request: SealRequest): Promise<Sealed> {
  const { output, issue } = request;
  const reason = request.reason?.trim() || undefined;
  await recover(output);
  await requireBuilt(output, issue.id);
  const last = await lastSnapshot(output, issue.id);
  const staging = await stage(output, `seal-${issue.id}`);
  try {
    const sources = await write(staging.folder, sourcePayload(request.folder, issue));
    await requireFresh(output, issue.id, digestOfSources(sources));
    const isSame = last !== undefined && digestOfSources(sources) === last.record.sources;
    if (last !== undefined && !isSame && reason === undefined)
      throw new FaultError([revisionNeedsReason(issue.id, snapshotName(issue.id, last.record.revision + 1))]);
    const edition = isSame && reason === undefined ? [] : await write(staging.folder, editionPayload(output, issue));
    // Sources that another program has built since may be sealed again, for a reason; the same bytes are sealed once.
    if (isSame && (reason === undefined || isAsSealed(edition, last))) {
      await discard(staging);
      return { ...(await measured(last)), isNew: false, faults: [alreadySealed(issue.id, last.record.snapshot)] };
    }
    const made = { sources, edition, ...(reason !== undefined && { reason }) };
    const record = await fill(staging.folder, request, made, last);
    const { files, bytes } = record;
    await publishFolder(staging, join(output, 'snapshots', record.record.snapshot), { replace: false });
    return { snapshot: record.record.snapshot, isNew: true, files, bytes, record: record.record, faults: [] };
  } catch (error) {
    await discard(staging);
    throw error;
  }
}

/** True where the last snapshot has these files of the edition and no others. */
function isAsSealed(edition: readonly Entry[], { files }: Last): boolean {
  const sealed = [...files.keys()].filter((path) => path.startsWith(`${EDITION}/`));
  return sealed.length === edition.length && edition.every(({ path, sha256 }) => files.get(path) === sha256);
}

/** What of a bag is written already, and why it is sealed again. */
interface Made {
  readonly sources: readonly Entry[];
  readonly edition: readonly Entry[];
  readonly reason?: string;
}

/** Writes everything else of the bag around sources and edition. */
async function fill(folder: string, request: SealRequest, { sources, edition, reason }: Made, last: Last | undefined) {
  const { issue, program, tools = {} } = request;
  const made = await write(folder, toolsPayload(program, { node: process.versions.node, ...tools }));
  const record = snapshotRecord({
    issue,
    sources,
    revision: (last?.record.revision ?? 0) + 1,
    ...(last === undefined ? {} : { previous: { record: last.record, sources: sourcesOf(last) } }),
    ...(last === undefined || reason === undefined ? {} : { reason }),
  });
  const pages = edition.filter((entry) => /\/alto\/\d+\.xml$/.test(entry.path)).length;
  const own = await write(folder, [
    {
      path: 'data/README.txt',
      bytes: Buffer.from(snapshotReadme(issue, record, { pages, folder: basename(request.folder.issue) })),
    },
    { path: 'data/snapshot.json', bytes: Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`) },
  ]);
  const payload = [...sources, ...edition, ...made, ...own];
  await writeTags(folder, payload, bagInfo(request, record, pages));
  const bytes = payload.reduce((sum, entry) => sum + entry.bytes, 0);
  return { record, files: payload.length, bytes };
}

/** No bagging date: it would come from the clock. The dates are the issue's and its newest text's. */
function bagInfo({ issue }: SealRequest, record: SnapshotRecord, pages: number): BagInfo {
  const { paper } = issue;
  const { publisher } = paper;
  return [
    ['Source-Organization', publisher.name ?? paper.name],
    ['Organization-Address', publisher.address],
    ['Contact-Phone', publisher.phone],
    [
      'External-Description',
      `${issueName(issue)}: newspaper issue, ${pages} page(s); sources, web edition, PDF, ALTO, METS, IIIF`,
    ],
    ['External-Identifier', `${paper.url ?? NOWHERE}${issue.id}/`],
    ['Internal-Sender-Identifier', record.snapshot],
    ['Title', paper.name],
    ['Date', issue.date],
    ['Edition', issue.edition],
    ['Issue-Number', issue.number === undefined ? undefined : String(issue.number)],
    ['Publisher', publisher.name ?? paper.name],
    ['CN', publisher.cn],
    ['Language', paper.language],
    ['Revision', String(record.revision)],
    ['Revision-Reason', record.reason],
    ['Replaces', record.previous],
    ['Updated', record.updated],
  ];
}

async function write(folder: string, files: AsyncIterable<PayloadFile> | Iterable<PayloadFile>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { path, bytes } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    entries.push({ path, bytes: bytes.length, ...digests(bytes) });
  }
  return entries;
}

async function requireBuilt(output: string, id: string): Promise<void> {
  const checks = REQUIRED.map(async (name) => {
    const isThere = await stat(join(output, id, name)).then(
      () => true,
      () => false,
    );
    return isThere ? [] : [name];
  });
  const missing = (await Promise.all(checks)).flat();
  if (missing.length > 0) throw new FaultError([issueNotBuilt(id, missing)]);
}

/** The build noted in its METS what it was made from, and whether it is a draft. */
async function requireFresh(output: string, id: string, sources: string): Promise<void> {
  const mets = await readFile(join(output, id, 'mets.xml'), 'utf8');
  if (!mets.includes(`>${sources}<`)) throw new FaultError([outputStale(id)]);
  if (mets.includes(` RECORDSTATUS="${DRAFT}"`)) throw new FaultError([draftUnsealed(id)]);
}

/** The newest snapshot of an issue. */
interface Last {
  readonly folder: string;
  readonly record: SnapshotRecord;
  /** SHA-256 of each file by its path in the bag. */
  readonly files: ReadonlyMap<string, string>;
}

/** SHA-256 of each source by its path below `data/source`. */
function sourcesOf({ files }: Last): ReadonlyMap<string, string> {
  const own = [...files].filter(([path]) => path.startsWith(`${SOURCE}/`));
  return new Map(own.map(([path, sum]) => [path.slice(SOURCE.length + 1), sum]));
}

async function lastSnapshot(output: string, id: string): Promise<Last | undefined> {
  const names = await readdir(join(output, 'snapshots')).catch(() => []);
  const revisions = names.map((name) => revisionOf(name, id)).filter((revision) => revision !== undefined);
  if (revisions.length === 0) return undefined;
  const name = snapshotName(id, Math.max(...revisions));
  return readLast(join(output, 'snapshots', name)).catch(() => {
    throw new FaultError([snapshotDamaged(name)]);
  });
}

async function readLast(folder: string): Promise<Last> {
  const record = await readFile(join(folder, 'data/snapshot.json'));
  const lines = (await readFile(join(folder, 'manifest-sha256.txt'), 'utf8')).split('\n');
  const files = new Map(lines.map((line) => [decodePath(line.slice(66)), line.slice(0, 64)]));
  if (files.get('data/snapshot.json') !== digests(record).sha256) throw new Error('not as it was sealed');
  return { folder, record: JSON.parse(record.toString('utf8')) as SnapshotRecord, files };
}

/** The three encodings that a manifest knows (RFC 8493 §2.1.3). */
const decodePath = (path: string): string =>
  path.replaceAll(/%0A/gi, '\n').replaceAll(/%0D/gi, '\r').replaceAll('%25', '%');

/** 1 for `ID`, n for `ID.rn`, undefined for others. */
function revisionOf(name: string, id: string): number | undefined {
  if (name === id) return 1;
  const revision = name.startsWith(`${id}.r`) ? Number(name.slice(id.length + 2)) : Number.NaN;
  return Number.isInteger(revision) && revision > 1 ? revision : undefined;
}

async function measured(last: Last) {
  const info = await readFile(join(last.folder, 'bag-info.txt'), 'utf8');
  const [bytes = 0, files = 0] = (/^Payload-Oxum: (\d+)\.(\d+)$/m.exec(info) ?? []).slice(1).map(Number);
  return { snapshot: last.record.snapshot, record: last.record, bytes, files };
}
