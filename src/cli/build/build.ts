/** One issue from its folder to its place in the output. */
import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { discard, publishFolder, recover, type Staging, stage } from '../../archive/publish.ts';
import { FaultError } from '../../fault.ts';
import type { Desk, Outcome } from '../desk.ts';
import { unwritable } from '../faults.ts';
import { openPool } from '../threads/pool.ts';
import type { Job } from './job.ts';
import { keepOtherParts } from './overlay.ts';
import { isRefused, type Made, makePages } from './pages.ts';
import { produce } from './produce.ts';
import type { Products, Ready } from './ready.ts';
import { publishReport, reportOf, writeReport } from './report.ts';
import { publishSite } from './site.ts';
import { verdict } from './verdict.ts';
import { warmBrowser } from './warm-browser.ts';

/** Builds one issue. With an error the output of that issue stays as it was; the report is always written. */
export async function buildIssue(desk: Desk, job: Job): Promise<Outcome> {
  await openOutput(job.output);
  await using browser = warmBrowser(job.parts.has('press') || job.parts.has('archive'), desk.signal);
  await using pool = openPool(desk.signal);
  const made = await makePages(job.issue, desk, { draft: job.draft, thread: pool.lead });
  desk.signal.throwIfAborted();
  const judged = [
    ...made.faults,
    ...(made.plan === undefined
      ? []
      : verdict(made.plan, { draft: job.draft, released: new Set(made.released.keys()) })),
  ];
  const ready = readyOf(made);
  if (ready === undefined || isRefused(judged)) return conclude(desk, job, made, { faults: judged, findings: [] });
  const staging = await stage(job.output, ready.issue.id);
  try {
    await keepOtherParts(job, ready.issue.id, staging.folder);
    const products = await produce(ready, { desk, job, browser, pool, into: staging.folder });
    desk.signal.throwIfAborted();
    const known = { ...products, faults: [...judged, ...products.faults] };
    if (!isRefused(known.faults)) await publish(desk, job, ready, known, staging);
    return await conclude(desk, job, made, known);
  } finally {
    await discard(staging);
  }
}

/** Makes sure that the output can be written before any work is done, and puts right what a killed run left. */
async function openOutput(output: string): Promise<void> {
  try {
    await mkdir(output, { recursive: true });
    await access(output, constants.W_OK);
  } catch (error) {
    throw new FaultError([unwritable(output, (error as NodeJS.ErrnoException).code ?? String(error))]);
  }
  await recover(output);
}

const readyOf = ({ issue, folder, pictures, plan, released }: Made): Ready | undefined =>
  issue === undefined || plan === undefined ? undefined : { issue, folder, pictures, plan, released };

/** The finished folder takes its place; then the pages that speak of all issues follow. */
async function publish(desk: Desk, job: Job, ready: Ready, products: Products, staging: Staging): Promise<void> {
  const { issue, plan } = ready;
  const { reporter } = desk;
  await writeReport(staging.folder, reportOf(issue.id, { plan, ...products }), issue);
  await reporter.stage('publishing', () => publishFolder(staging, path.join(job.output, issue.id)));
  if (job.parts.has('web')) await reporter.stage('site', () => publishSite(ready, job.output));
}

async function conclude(desk: Desk, job: Job, made: Made, products: Products): Promise<Outcome> {
  const { issue, plan } = made;
  const { faults, findings } = products;
  const report = reportOf(issue?.id ?? path.basename(job.issue), { faults, findings, ...(plan ? { plan } : {}) });
  const files = await publishReport(job.output, report, issue);
  const published = issue === undefined || isRefused(faults) ? [] : [issue.id];
  return { faults, results: [...published, ...files].map((file) => shown(desk, job, file)) };
}

const shown = (desk: Desk, job: Job, file: string): string => path.relative(desk.cwd, path.join(job.output, file));
