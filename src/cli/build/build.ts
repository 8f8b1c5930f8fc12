/** One issue from its folder to its place in the output. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { recover } from '../../archive/publish.ts';
import { readIssue } from '../../issue/read.ts';
import type { Desk, Outcome } from '../desk.ts';
import { buildIngredients, freshBuild, rememberBuild } from './fresh.ts';
import { getPicturesReady, getReady, type Hands, openHands } from './hands.ts';
import type { Job } from './job.ts';
import { openOutput, spareOthers } from './open-output.ts';
import { cacheFor, tidyCache } from './paper-cache.ts';
import { conclude, tell } from './tell.ts';

/** Builds one issue. With an error the output of that issue stays as it was; the report is always written. */
export async function buildIssue(desk: Desk, job: Job): Promise<Outcome> {
  await openOutput(job.output);
  // Puts right what a killed run left.
  await recover(job.output);
  await using hands = openHands(desk.signal);
  // Awaited here: the hands are sent home when this function ends, which must not be before the issue is built.
  return await buildBy(hands, desk, job);
}

/** Builds one issue with threads and a browser that go on living; the output can be written. */
export async function buildBy(hands: Hands, desk: Desk, job: Job): Promise<Outcome> {
  // An issue that never was built is made anew whatever it says: the threads load what they need while it is read.
  if (!(await isThere(path.join(job.output, path.basename(job.issue))))) {
    getReady(hands.pool);
    getPicturesReady(hands.pool);
  }
  const cache = await cacheFor(job.issue, job.cache);
  const read = await desk.reporter.stage('reading', () => readIssue(job.issue, { draft: job.draft }));
  const { issue, folder } = read;
  if (issue === undefined) return conclude(desk, job, read, { faults: read.faults, findings: [] });
  await spareOthers(path.join(job.output, issue.id));
  const ingredients = await buildIngredients(job, issue, folder);
  const built = await desk.reporter.stage('comparing with the last build', () =>
    freshBuild(cache, ingredients, job, issue),
  );
  if (built !== undefined && !job.proof) return tell(desk, job, { issue, report: built.report });
  // Where nothing has changed, what makes an issue need not even be loaded.
  const { buildAnew } = await import('./anew.ts');
  const outcome = await buildAnew(desk, job, { read, cache, hands }, async (report, { site, known }) =>
    rememberBuild(cache, ingredients, { report }, { job, issue, siteFiles: site, known }),
  );
  if (cache.tally.made > 0) await tidyCache(job.issue);
  return outcome;
}

const isThere = (place: string): Promise<boolean> =>
  access(place).then(
    () => true,
    () => false,
  );
