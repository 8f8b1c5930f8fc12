/**
 * Building a snapshot again from its own sources and comparing byte for byte. In: a snapshot's folder and the
 * program's build, which the command line passes in. Out: every file that is not the same; where another
 * program rebuilds than sealed, so many of each kind.
 */
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { both, type Fault, FaultError, inChinese, inEnglish, type Phrase } from '../fault.ts';
import type { Issue, IssueFolder } from '../issue/model.ts';
import { otherVersions, rebuildDiffers, rebuiltOtherwise, snapshotMissing } from './faults.ts';
import { EDITION, editionPayload, SOURCE } from './snapshot/payload.ts';
import type { SnapshotRecord } from './snapshot/record.ts';
import { listTree } from './snapshot/tree.ts';

/** A snapshot that is to be made again, and where. */
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

/** How far the output of a rebuild is that of the snapshot. */
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
  const source = { paper, issue: join(paper, 'issues', name) };
  const issue = await request.build(source, output).catch((error) => refused(request, error));
  const { differing, same } = await compare(folder, output, issue);
  const others = await otherTools(request, differing.length > 0);
  const faults = others.length > 0 ? [versionsTold(others), ...byKind(differing, same)] : differing.map(singly);
  return { faults, same: same.length };
}

/** What was sealed and is refused now is refused by another program, unless something is very wrong. */
async function refused(request: RebuildRequest, error: unknown): Promise<never> {
  if (!(error instanceof FaultError)) throw error;
  const others = await otherTools(request, true);
  throw others.length > 0 ? new FaultError([versionsTold(others), ...error.faults]) : error;
}

/** A file that did not come out as it was sealed. */
interface Differing {
  readonly path: string;
  readonly why: Phrase;
}

interface Compared {
  readonly differing: readonly Differing[];
  /** Paths of those that came out the same. */
  readonly same: readonly string[];
}

async function compare(folder: string, output: string, issue: Issue): Promise<Compared> {
  const differing: Differing[] = [];
  const same: string[] = [];
  const sealed = new Set((await listTree(join(folder, EDITION))).map((file) => `${EDITION}/${file.path}`));
  for await (const { path, bytes } of editionPayload(output, issue)) {
    const before = sealed.has(path) ? await readFile(join(folder, path)) : undefined;
    sealed.delete(path);
    if (before?.equals(bytes)) same.push(path);
    else
      differing.push({
        path,
        why: before ? whereTheyPart(before, bytes) : both('it was not there before', '以前没有'),
      });
  }
  for (const path of sealed) differing.push({ path, why: both('it is not made any more', '现在不再生成') });
  return { differing, same };
}

const singly = ({ path, why }: Differing): Fault => rebuildDiffers(path, why);

/** One fault for each kind of file, as its ending names it: of another program hardly a file is the same. */
function byKind(differing: readonly Differing[], same: readonly string[]): readonly Fault[] {
  const paths = differing.map(({ path }) => path);
  const shown = (path: string): string => path.slice(`${EDITION}/`.length);
  return [...new Set(paths.map(extname))].map((kind) => {
    const ofKind = (path: string): boolean => extname(path) === kind;
    return rebuiltOtherwise(kind, paths.filter(ofKind).map(shown), same.filter(ofKind).length);
  });
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

/** What of the program is not as it was; of its code only where files differ, since most changes to it change none. */
async function otherTools({ folder, tools = {} }: RebuildRequest, isDiffering: boolean): Promise<readonly Phrase[]> {
  const sealed = (await readJson<Record<string, string>>(join(folder, 'data/tools/versions.json'))) ?? {};
  const { code, ...versions } = tools;
  const others = Object.entries(versions)
    .filter(([name, version]) => sealed[name] !== undefined && sealed[name] !== version)
    .map(([name, version]) =>
      both(`${name} ${version} instead of ${sealed[name]}`, `${name} ${version}（封存时 ${sealed[name]}）`),
    );
  const isOtherCode = isDiffering && code !== undefined && code !== sealed['code'];
  return isOtherCode ? [codeTold(code, sealed['code']), ...others] : others;
}

/** Digits of a digest that tell programs apart for a reader. */
const SHOWN = 'sha256:'.length + 12;

function codeTold(now: string, sealed: string | undefined): Phrase {
  const shown = now.slice(0, SHOWN);
  return sealed === undefined
    ? both(
        `code ${shown}; the snapshot, of an earlier version, does not name its own`,
        `程序代码 ${shown}（快照出自早先的版本，没有记下封存时的代码）`,
      )
    : both(
        `code ${shown} instead of ${sealed.slice(0, SHOWN)}`,
        `程序代码 ${shown}（封存时 ${sealed.slice(0, SHOWN)}）`,
      );
}

const versionsTold = (others: readonly Phrase[]): Fault =>
  otherVersions(both(others.map(inEnglish).join(', '), others.map(inChinese).join('、')));

async function readJson<T>(path: string): Promise<T | undefined> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as T,
    () => undefined,
  );
}
