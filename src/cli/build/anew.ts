/** An issue made anew: made up, printed, put in its place. */
import path from 'node:path';
import { discard, publishFolder, type Staging, stage } from '../../archive/publish.ts';
import type { readIssue } from '../../issue/read.ts';
import type { Cache } from '../cache.ts';
import type { Desk, Outcome } from '../desk.ts';
import { openPool } from '../threads/pool.ts';
import type { Job } from './job.ts';
import { keepOtherParts } from './overlay.ts';
import { isRefused, type Made, makePages } from './pages.ts';
import type { Ready, Shop } from './ready.ts';
import { type Report, reportOf, writeReport } from './report.ts';
import { scratch } from './scratch.ts';
import { publishSite } from './site.ts';
import { conclude, tell } from './tell.ts';
import { awaitedLater } from './together.ts';
import { verdict } from './verdict.ts';
import { type WarmBrowser, warmBrowser } from './warm-browser.ts';

/** Called when the issue stands in its place. */
type OnPublished = (report: Report, siteFiles: readonly string[]) => Promise<void>;

/** Makes all parts that the job asks for. */
export async function buildAnew(
  desk: Desk,
  job: Job,
  read: Awaited<ReturnType<typeof readIssue>>,
  cache: Cache,
  onPublished: OnPublished,
): Promise<Outcome> {
  await using browser = warmBrowser(desk.signal);
  await using pool = openPool(desk.signal);
  const { draft } = job;
  const meanwhile = (): void => {
    browser.start();
    void awaitedLater(import('./produce.ts'));
  };
  const onSearched = (): void => {
    if (job.parts.has('web')) void awaitedLater(pool.aside.run('getWebReady', undefined));
  };
  const made = await makePages(job.issue, desk, { draft, read, cache, pool, meanwhile, onSearched });
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
    const { produce } = await import('./produce.ts');
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
