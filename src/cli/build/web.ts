/** The web part: the site of one issue, and the pages around all issues as they will be when it has taken its place. */
import { corrections } from '../../archive/archive-index.ts';
import type { SiteBuilt } from '../../edition/build.ts';
import { pressPath } from '../../edition/data/address.ts';
import { type Beside, issuesBeside } from './beside.ts';
import { namesBelow } from './digests.ts';
import { asPrinted } from './frozen-pictures.ts';
import type { Ready, Shop } from './ready.ts';

/** The pages around all issues, and who lay there when they were begun. */
export interface Site {
  readonly built: SiteBuilt;
  readonly beside: Beside;
}

/** Writes the issue's pages, pictures, fonts and record into its folder, and what goes around it into the shop's other one. */
export function makeWeb(ready: Ready, { desk, job, pool, cache, articlePictures, into, around }: Shop): Promise<Site> {
  const { issue, folder, pictures } = ready;
  return desk.reporter.stage('web edition', async () => {
    const beside = await issuesBeside(job.output, issue.id);
    const built = await pool.aside.run('makeOnline', {
      edition: {
        ...asPrinted(ready),
        made: await articlePictures,
        issue,
        folder,
        pictures,
        draft: job.draft,
        corrections: await corrections(job.output, issue.id),
        downloads: { press: job.parts.has('press') || (await hasPressPages(ready, into)), reader: true },
        into,
      },
      site: { output: job.output, staged: { id: issue.id, folder: into }, into: around, built: [issue.id] },
      cache: cache.place,
    });
    return { built, beside };
  });
}

/** Whether the press files of an earlier build stay beside a web edition that is made alone. */
async function hasPressPages({ issue, plan }: Ready, into: string): Promise<boolean> {
  const files = new Set(await namesBelow(into));
  return plan.pages.every(({ number }) => files.has(pressPath(issue.id, number)));
}
