/** `broadsheet seal`: a dated snapshot of a built issue for the archive. */
import path from 'node:path';
import { damagedSnapshots, writeArchiveIndex } from '../../archive/archive-index.ts';
import { seal } from '../../archive/seal.ts';
import { inTurn } from '../../archive/turn.ts';
import { packWacz } from '../../archive/wacz.ts';
import { zipSnapshot } from '../../archive/zip.ts';
import { both, FaultError } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { readIssue } from '../../issue/read.ts';
import { buildIssue } from '../build/build.ts';
import { outputFolder } from '../build/job.ts';
import { isRefused } from '../build/pages.ts';
import { PROGRAM, toolVersions } from '../build/tools.ts';
import type { Command, Desk } from '../desk.ts';
import { findIssues } from '../paper.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const [source = ''] = (await findIssues(desk.cwd, names)).issues;
  const { issue, folder } = await readWhole(source);
  const output = outputFolder(desk, source, options);
  const { reason } = options;
  const sealed = await desk.reporter.stage('sealing', () =>
    seal({
      output,
      folder,
      issue,
      program: PROGRAM,
      tools: toolVersions(),
      ...(typeof reason === 'string' ? { reason } : {}),
    }),
  );
  const snapshot = path.join(output, 'snapshots', sealed.snapshot);
  const results = [snapshot];
  if (options['zip'] === true) {
    results.push(await desk.reporter.stage('zipping', () => zipSnapshot(snapshot, sealed.snapshot)));
  }
  if (options['wacz'] === true) {
    const target = `${snapshot}.wacz`;
    await desk.reporter.stage('packing the web archive', () => packWacz({ output, issue, target }));
    results.push(target);
  }
  if (sealed.isNew && sealed.record.revision > 1) await showNotice(desk, source, output);
  await desk.reporter.stage('indexing', () =>
    inTurn(output, desk.signal, () => writeArchiveIndex(output, issue.paper)),
  );
  const advice = both(
    `Sealed; \`broadsheet verify ${sealed.snapshot}\` tells at any time whether it is as it was.`,
    `已封存；随时可用 \`broadsheet verify ${sealed.snapshot}\` 查验是否原样。`,
  );
  const faults = [...sealed.faults, ...(await damagedSnapshots(output))];
  return { faults, results: results.map((file) => path.relative(desk.cwd, file)), advice };
};

/** The live site says what a revision corrected, so its pages are made again once that is sealed. */
async function showNotice(desk: Desk, issue: string, output: string): Promise<void> {
  const { faults } = await buildIssue(desk, {
    issue,
    output,
    parts: new Set(['web']),
    draft: false,
    cache: true,
    proof: false,
  });
  if (isRefused(faults)) throw new FaultError(faults);
}

/** The issue, which must be without error: what is sealed must be buildable again. */
async function readWhole(source: string): Promise<{ readonly issue: Issue; readonly folder: IssueFolder }> {
  const { issue, folder, faults } = await readIssue(source);
  if (issue === undefined || isRefused(faults)) throw new FaultError(faults);
  return { issue, folder };
}
