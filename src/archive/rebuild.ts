/**
 * Building a snapshot again from its own sources and comparing byte for byte. In: a snapshot's folder and the
 * program's build, which the command line passes in. Out: every file that is not the same.
 */
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { both, type Fault, inChinese, inEnglish, type Phrase } from '../fault.ts';
import type { Issue, IssueFolder } from '../issue/model.ts';
import { otherVersions, rebuildDiffers, snapshotMissing } from './faults.ts';
import { EDITION, editionPayload, SOURCE } from './snapshot/payload.ts';
import type { SnapshotRecord } from './snapshot/record.ts';
import { listTree } from './snapshot/tree.ts';

export interface RebuildRequest {
  /** Absolute path of the snapshot. */
  readonly folder: string;
  /** Absolute path of an empty folder to build in. */
  readonly room: string;
  /** Builds everything of one issue into an empty output folder, and hands back the issue that it read. */
  readonly build: (source: IssueFolder, output: string) => Promise<Issue>;
  /** Names and versions of the tools at hand, as `seal` was given them. */
  readonly tools?: Readonly<Record<string, string>>;
}

export interface Rebuilt {
  readonly faults: readonly Fault[];
  /** Files that came out the same. */
  readonly same: number;
}

/** Rebuilds from a copy of the sources. */
export async function rebuild(request: RebuildRequest): Promise<Rebuilt> {
  const { folder, room } = request;
  const record = await readJson<SnapshotRecord>(join(folder, 'data/snapshot.json'));
  if (record === undefined) return { faults: [snapshotMissing(folder.split(/[/\\]/).at(-1) ?? folder)], same: 0 };
  const paper = join(room, 'paper');
  const output = join(room, 'output');
  await cp(join(folder, SOURCE), paper, { recursive: true });
  await mkdir(output);
  const [name = record.date] = await readdir(join(paper, 'issues'));
  const issue = await request.build({ paper, issue: join(paper, 'issues', name) }, output);
  const compared = await compare(folder, output, issue);
  return { ...compared, faults: [...(await versionFaults(request)), ...compared.faults] };
}

async function compare(folder: string, output: string, issue: Issue): Promise<Rebuilt> {
  const faults: Fault[] = [];
  const sealed = new Set((await listTree(join(folder, EDITION))).map((file) => `${EDITION}/${file.path}`));
  let same = 0;
  for await (const { path, bytes } of editionPayload(output, issue)) {
    const before = sealed.has(path) ? await readFile(join(folder, path)) : undefined;
    sealed.delete(path);
    if (before === undefined) faults.push(rebuildDiffers(path, both('it was not there before', '以前没有')));
    else if (before.equals(bytes)) same += 1;
    else faults.push(rebuildDiffers(path, whereTheyPart(before, bytes)));
  }
  for (const path of sealed) faults.push(rebuildDiffers(path, both('it is not made any more', '现在不再生成')));
  return { faults, same };
}

function whereTheyPart(before: Uint8Array, after: Uint8Array): Phrase {
  const length = Math.min(before.length, after.length);
  let at = 0;
  while (at < length && before[at] === after[at]) at++;
  return both(
    `it parts at byte ${at} (sealed ${before.length} bytes, now ${after.length})`,
    `从第 ${at} 字节起不同（封存时 ${before.length} 字节，现在 ${after.length} 字节）`,
  );
}

async function versionFaults({ folder, tools }: RebuildRequest): Promise<readonly Fault[]> {
  if (tools === undefined) return [];
  const sealed = (await readJson<Record<string, string>>(join(folder, 'data/tools/versions.json'))) ?? {};
  const other = Object.entries(tools).filter(
    ([name, version]) => sealed[name] !== undefined && sealed[name] !== version,
  );
  const named = other.map(([name, version]) =>
    both(`${name} ${version} instead of ${sealed[name]}`, `${name} ${version}（封存时 ${sealed[name]}）`),
  );
  return named.length === 0
    ? []
    : [otherVersions(both(named.map(inEnglish).join(', '), named.map(inChinese).join('、')))];
}

async function readJson<T>(path: string): Promise<T | undefined> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as T,
    () => undefined,
  );
}
