/** One issue from its folder to its place in the output. */
import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { discard, publishFolder, recover, type Staging, stage } from '../../archive/publish.ts';
import { FaultError } from '../../fault.ts';
import { readIssue } from '../../issue/read.ts';
import type { Cache } from '../cache.ts';
import type { Desk, Outcome } from '../desk.ts';
import { unwritable } from '../faults.ts';
import { openPool } from '../threads/pool.ts';
import { buildIngredients, freshBuild, rememberBuild } from './fresh.ts';
import type { Job } from './job.ts';
import { keepOtherParts } from './overlay.ts';
import { isRefused, type Made, makePages } from './pages.ts';
import { cacheFor, tidyCache } from './paper-cache.ts';
import { produce } from './produce.ts';
import type { Products, Ready, Shop } from './ready.ts';
import { publishReport, type Report, reportOf, type Subject, writeReport } from './report.ts';
import { scratch } from './scratch.ts';
import { publishSite } from './site.ts';
import { verdict } from './verdict.ts';
import { type WarmBrowser, warmBrowser } from './warm-browser.ts';
import { warningsOfYesterday } from './yesterday.ts';

/** Builds one issue. With an error the output of that issue stays as it was; the report is always written. */
export async function buildIssue(desk: Desk, job: Job): Promise<Outcome> {
  await openOutput(job.output);
  const cache = await cacheFor(job.issue, job.cache);
  const read = await desk.reporter.stage('reading', () => readIssue(job.issue, { draft: job.draft }));
  const { issue, folder } = read;
  if (issue === undefined) return conclude(desk, job, read, { faults: read.faults, findings: [] });
  const ingredients = await buildIngredients(job, issue, folder);
  const built = await desk.reporter.stage('comparing with the last build', () =>
    freshBuild(cache, ingredients, job, issue),
  );
  if (built !== undefined && !job.proof) return tell(desk, job, { issue, report: built.report });
  const outcome = await buildAnew(desk, job, read, cache, async (report, siteFiles) =>
    rememberBuild(cache, ingredients, { report }, { job, issue, siteFiles }),
  );
  if (cache.tally.made > 0) await tidyCache(job.issue);
  return outcome;
}

/** Called when the issue stands in its place. */
type OnPublished = (report: Report, siteFiles: readonly string[]) => Promise<void>;

async function buildAnew(
  desk: Desk,
  job: Job,
  read: Awaited<ReturnType<typeof readIssue>>,
  cache: Cache,
  onPublished: OnPublished,
): Promise<Outcome> {
  await using browser = warmBrowser(true, desk.signal);
  await using pool = openPool(desk.signal);
  const { draft } = job;
  const made = await makePages(job.issue, desk, { draft, read, cache, pool });
  desk.signal.throwIfAborted();
  const released = new Set(made.released.keys());
  const judged = [
    ...made.faults,
    ...(made.plan === undefined ? [] : verdict(made.plan, { draft, released, known: made.faults })),
  ];
  const ready = readyOf(made);
  if (ready === undefined || isRefused(judged)) return conclude(desk, job, made, { faults: judged, findings: [] });
  const staging = await stage(job.output, ready.issue.id);
  await using _ = scratch(staging.folder);
  try {
    await keepOtherParts(job, ready.issue.id, staging.folder);
    const products = await produce(ready, { desk, job, browser, pool, cache, into: staging.folder });
    desk.signal.throwIfAborted();
    const known = { ...products, faults: [...judged, ...products.faults] };
    if (isRefused(known.faults)) return await conclude(desk, job, made, known);
    const report = reportOf(ready.issue.id, { plan: ready.plan, ...known });
    await onPublished(report, await publish({ desk, job, pool, cache }, ready, report, staging));
    const told = await tell(desk, job, { issue: ready.issue, report });
    return job.proof ? withProofs(told, desk, await proofsOf(desk, ready, report, browser)) : told;
  } finally {
    await discard(staging);
  }
}

async function proofsOf(
  desk: Desk,
  ready: Ready,
  { faults }: Report,
  browser: WarmBrowser,
): Promise<readonly string[]> {
  const { proofSheets } = await import('../proof/sheets.ts');
  return proofSheets(desk, ready, faults, () => browser.door());
}

const withProofs = (told: Outcome, { cwd }: Desk, proofs: readonly string[]): Outcome => ({
  ...told,
  results: [...told.results, ...proofs.map((file) => path.relative(cwd, file))],
});

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

/** The finished folder takes its place; then the pages that speak of all issues follow. Answers the site's files. */
async function publish(
  { desk, job, ...shop }: Pick<Shop, 'desk' | 'job' | 'pool' | 'cache'>,
  ready: Ready,
  report: Report,
  staging: Staging,
): Promise<readonly string[]> {
  const { reporter, uninterrupted } = desk;
  const { issue } = ready;
  await writeReport(staging.folder, report, { issue });
  const place = path.join(job.output, issue.id);
  await reporter.stage('publishing', () => uninterrupted(() => publishFolder(staging, place)));
  return job.parts.has('web') ? reporter.stage('site', () => publishSite(ready, job.output, shop)) : [];
}

/** Ends a build that made nothing. */
function conclude(
  desk: Desk,
  job: Job,
  { issue, paper, plan }: Pick<Made, 'issue' | 'paper' | 'plan'>,
  products: Products,
): Promise<Outcome> {
  const id = issue?.id ?? path.basename(job.issue);
  const report = reportOf(id, { ...products, ...(plan === undefined ? {} : { plan }) });
  return tell(desk, job, { report, issue, paper });
}

/** Writes the run's report, and says what there is. */
async function tell(
  desk: Desk,
  job: Job,
  { report: own, ...subject }: Subject & { readonly report: Report },
): Promise<Outcome> {
  const report = { ...own, faults: [...own.faults, ...(await warningsOfYesterday(job.issue, subject.issue))] };
  const files = await publishReport(job.output, report, subject);
  const published = isRefused(report.faults) ? [] : [report.issue];
  const results = [...published, ...files].map((file) => path.relative(desk.cwd, path.join(job.output, file)));
  return { faults: report.faults, results };
}
