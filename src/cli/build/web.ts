/** The web part: the site of one issue. */
import { corrections } from '../../archive/archive-index.ts';
import { asPrinted } from './frozen-pictures.ts';
import { NOTHING, type Products, type Ready, type Shop } from './ready.ts';

/** Writes the issue's pages, pictures, fonts and record into its folder. */
export async function makeWeb(ready: Ready, { desk, job, pool, cache, into }: Shop): Promise<Products> {
  const { issue, folder, pictures } = ready;
  await desk.reporter.stage('web edition', async () =>
    pool.aside.run('makeEdition', {
      ...asPrinted(ready),
      issue,
      folder,
      pictures,
      draft: job.draft,
      corrections: await corrections(job.output, issue.id),
      downloads: { press: job.parts.has('press'), reader: true },
      into,
      cache: cache.place,
    }),
  );
  return NOTHING;
}
