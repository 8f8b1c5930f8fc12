/** `broadsheet verify`: check one snapshot or all of them; build one again and compare byte for byte. */
import path from 'node:path';
import { rebuild } from '../../archive/rebuild.ts';
import { snapshotNames, verifyAll, verifySnapshot } from '../../archive/verify.ts';
import { both, counted, type Fault, FaultError, type Phrase } from '../../fault.ts';
import { findPaper } from '../../issue/folder.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { readIssue } from '../../issue/read.ts';
import { newScratch } from '../../scratch.ts';
import { buildIssue } from '../build/build.ts';
import { outputFolder, PARTS } from '../build/job.ts';
import { isRefused } from '../build/pages.ts';
import { toolVersions } from '../build/tools.ts';
import type { Command, Desk, Outcome } from '../desk.ts';
import { badUsage } from '../faults.ts';
import { isFolder } from '../paper.ts';

export const run: Command['run'] = async (desk, [name], options) => {
  const given = options['output'] === undefined ? undefined : outputFolder(desk, desk.cwd, options);
  if (given !== undefined && !(await isFolder(given))) throw new FaultError([noFolder(given)]);
  if (options['all'] === true)
    return checkAll(desk, outputFolder(desk, desk.cwd, options), options['rebuild'] === true);
  if (name === undefined) {
    const fault = badUsage(
      both('Which snapshot?', '查验哪一份快照？'),
      both('Name one, such as 2026-01-08, or check all with --all.', '请写快照名，如 2026-01-08；全部查验用 --all。'),
    );
    throw new FaultError([fault]);
  }
  const snapshot = path.basename(path.resolve(desk.cwd, name));
  return checkOne(desk, await snapshotFolder(desk, name, given), snapshot, options['rebuild'] === true);
};

/**
 * A way, or a name: in the paper's archive, or below this folder, where somebody has a copy without the paper. What is
 * nowhere is missed in the archive.
 */
async function snapshotFolder({ cwd }: Desk, name: string, given: string | undefined): Promise<string> {
  const here = path.resolve(cwd, name);
  if (name.includes(path.sep) || ['.', '..'].includes(name)) return here;
  const paper = findPaper(cwd);
  const output = given ?? (paper === undefined ? undefined : path.join(paper, 'output'));
  const archived = output === undefined ? here : path.join(output, 'snapshots', name);
  return (await isFolder(archived)) || !(await isFolder(here)) ? archived : here;
}

const noFolder = (output: string): Fault =>
  badUsage(
    both(`There is no folder ${output}.`, `没有文件夹 ${output}。`),
    both(
      'Give the output folder that holds `snapshots/`, or leave --output out.',
      '请写 `snapshots/` 所在的输出文件夹，或去掉 --output。',
    ),
  );

async function checkOne(desk: Desk, folder: string, snapshot: string, again: boolean): Promise<Outcome> {
  const { faults, files, bytes } = await desk.reporter.stage('verifying', () => verifySnapshot(folder, snapshot));
  if (isRefused(faults)) return { faults, results: [] };
  const results = [
    both(
      `${snapshot}: ${counted(files, 'file')}, ${bytes} bytes, all as they were sealed`,
      `${snapshot}：${files} 个文件，${bytes} 字节，与封存时一致`,
    ),
  ];
  if (!again) return { faults, results };
  await using room = newScratch();
  const build = (source: IssueFolder, output: string): Promise<Issue> => buildAnew(desk, source, output);
  const built = await desk.reporter.stage('building again', () =>
    rebuild({ folder, room: room.folder, build, tools: toolVersions() }),
  );
  if (!isRefused(built.faults)) {
    const whole = `${snapshot}: built again, ${counted(built.same, 'file')} the same, byte for byte`;
    results.push(both(whole, `${snapshot}：已重建，${built.same} 个文件逐字节相同`));
  }
  return { faults: [...faults, ...built.faults], results };
}

async function checkAll(desk: Desk, output: string, again: boolean): Promise<Outcome> {
  if (again) return rebuildAll(desk, output);
  const { signal, reporter } = desk;
  const check = await reporter.stage('verifying', () =>
    verifyAll(output, { signal, onProgress: (_, done, total) => reporter.step(done, total) }),
  );
  signal.throwIfAborted();
  return {
    faults: check.wrong.flatMap(({ faults }) => faults),
    results: [
      both(
        `${counted(check.total, 'snapshot')}, ${check.total - check.wrong.length} of them as they were sealed`,
        `共 ${check.total} 份快照，${check.total - check.wrong.length} 份与封存时一致`,
      ),
    ],
  };
}

async function rebuildAll(desk: Desk, output: string): Promise<Outcome> {
  const faults: Fault[] = [];
  const results: Phrase[] = [];
  const snapshots = await snapshotNames(output);
  if (snapshots.length === 0) results.push(both('0 snapshots: nothing is sealed yet', '还没有封存的快照'));
  for (const snapshot of snapshots) {
    const one = await checkOne(desk, path.join(output, 'snapshots', snapshot), snapshot, true);
    faults.push(...one.faults);
    results.push(...one.results);
  }
  return { faults, results };
}

/** Builds a snapshot's sources; nothing is taken from an earlier run. */
async function buildAnew(desk: Desk, source: IssueFolder, output: string): Promise<Issue> {
  const job = { issue: source.issue, output, parts: new Set(PARTS), draft: false, cache: false, proof: false };
  const { faults } = await buildIssue(desk, job);
  const { issue } = await readIssue(source.issue);
  if (issue === undefined || isRefused(faults)) throw new FaultError(faults);
  return issue;
}
