/** An issue made anew: made up, printed, put in its place. */
import path from 'node:path';
import { discard, publishFolder, type Staging, stage } from '../../archive/publish.ts';
import { inTurn } from '../../archive/turn.ts';
import type { readIssue } from '../../issue/read.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { scratch } from '../../scratch.ts';
import { awaitedLater } from '../../together.ts';
import type { Cache } from '../cache.ts';
import type { Desk, Outcome } from '../desk.ts';
import { judgeAds } from './ads.ts';
import { articlePicturesOf } from './article-pictures.ts';
import type { Digests } from './digests.ts';
import type { Hands } from './hands.ts';
import { arePicturesShown, type Job } from './job.ts';
import { keepOtherParts } from './overlay.ts';
import { type Copy, isRefused, type Made, makePages } from './pages.ts';
import { PictureLine } from './picture-line.ts';
import { lookOf, placedPictures, targetOf } from './pictures.ts';
import type { Ready, Shop } from './ready.ts';
import type { MadeRenditions } from './renditions.ts';
import { type Report, reportOf, writeReport } from './report.ts';
import { publishSite } from './site.ts';
import { conclude, tell } from './tell.ts';
import { notToldYet } from './told-once.ts';
import { verdict } from './verdict.ts';
import type { WarmBrowser } from './warm-browser.ts';
import type { Site } from './web.ts';
import { withdrawnYetPrinted } from './withdrawn.ts';

/** Called when the issue stands in its place. */
type OnPublished = (
  report: Report,
  files: { readonly site: readonly string[]; readonly known: Digests },
) => Promise<void>;

/** What a build has in its hands when it knows that nothing of it stands already. */
interface Beginning {
  readonly read: Awaited<ReturnType<typeof readIssue>>;
  readonly cache: Cache;
  readonly hands: Hands;
}

/** Makes all parts that the job asks for. */
export async function buildAnew(
  desk: Desk,
  job: Job,
  { read, cache, hands: { pool, browser } }: Beginning,
  onPublished: OnPublished,
): Promise<Outcome> {
  const { draft } = job;
  const meanwhile = (): void => {
    browser.start();
    void awaitedLater(import('./produce.ts'));
  };
  const onSpare = (): void => {
    if (pool.size > 1) void awaitedLater(pool.aside.run('getPressReady', undefined));
    if (job.parts.has('web')) void awaitedLater(pool.aside.run('getWebReady', undefined));
  };
  const line = new PictureLine({ pool, cache });
  let articlePictures: Promise<MadeRenditions> = Promise.resolve(new Map());
  const onCopy = (copy: Copy): void => {
    if (job.parts.has('web')) articlePictures = awaitedLater(articlePicturesOf(copy, cache, desk.signal));
  };
  const onPage = (page: PagePlan, copy: Copy): void => beginPictures(page, copy, { job, line });
  const made = await makePages(job.issue, desk, { draft, read, cache, pool, meanwhile, onCopy, onSpare, onPage });
  desk.signal.throwIfAborted();
  const released = new Set(made.released.keys());
  const judged = [
    ...made.faults,
    ...(job.parts.has('press') ? await judgeAds(made, cache) : []),
    ...(made.plan === undefined ? [] : verdict(made.plan, { draft, released, known: made.faults })),
    ...(job.parts.has('web') ? withdrawnYetPrinted(made) : []),
  ];
  const ready = readyOf(made);
  if (ready === undefined || isRefused(judged)) return conclude(desk, job, made, { faults: judged, findings: [] });
  const staging = await stage(job.output, ready.issue.id);
  const around = await stage(job.output, 'site');
  await using _ = scratch(staging.folder, path.dirname(staging.folder));
  await using __ = scratch(around.folder, path.dirname(around.folder));
  try {
    await keepOtherParts(job, ready.issue.id, staging.folder);
    const { produce } = await import('./produce.ts');
    const shop = {
      desk,
      job,
      browser,
      pool,
      cache,
      line,
      articlePictures,
      into: staging.folder,
      around: around.folder,
    };
    const { site, digests, ...products } = await produce(ready, shop);
    desk.signal.throwIfAborted();
    const known = { ...products, faults: [...judged, ...notToldYet(products.faults, judged)] };
    if (isRefused(known.faults)) return await conclude(desk, job, made, known);
    const report = reportOf(ready.issue.id, { plan: ready.plan, ...known });
    await writeReport(staging.folder, report, { issue: ready.issue });
    await onPublished(report, { site: await publish(shop, ready, { staging, site }), known: digests });
    const told = await tell(desk, job, { issue: ready.issue, report });
    return job.proof ? withProofs(told, desk, await proofsOf(desk, ready, report, browser)) : told;
  } finally {
    await discard(staging);
    await discard(around);
  }
}

/** Begins what a page's pictures will be wanted for. Should the page be made up anew, they are begun in vain. */
function beginPictures(page: PagePlan, copy: Copy, { job, line }: Pick<Shop, 'job' | 'line'>): void {
  const look = lookOf(copy, arePicturesShown(job));
  for (const one of placedPictures({ pages: [page] }, copy.pictures, copy.folder)) {
    void line.standIn(one, look);
    if (job.parts.has('press')) void line.twin(one, targetOf(copy));
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
  shop: Pick<Shop, 'desk' | 'job' | 'pool' | 'cache' | 'around'>,
  ready: Ready,
  { staging, site }: { readonly staging: Staging; readonly site: Site | undefined },
): Promise<readonly string[]> {
  const { reporter, signal, uninterrupted } = shop.desk;
  const place = path.join(shop.job.output, ready.issue.id);
  return reporter.stage('publishing', () =>
    inTurn(shop.job.output, signal, async () => {
      await uninterrupted(() => publishFolder(staging, place));
      return site === undefined ? [] : publishSite(ready, shop, site);
    }),
  );
}
