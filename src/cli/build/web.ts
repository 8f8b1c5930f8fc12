/** The web part: the site of one issue. */
import { corrections } from '../../archive/archive-index.ts';
import { buildEdition } from '../../edition/build.ts';
import { subsetFor } from './fonts.ts';
import { NOTHING, type Products, type Ready, type Shop } from './ready.ts';

/** Writes the issue's pages, pictures, fonts and record into its folder. */
export async function makeWeb(ready: Ready, { desk, job, into }: Shop): Promise<Products> {
  const hasPress = job.parts.has('press');
  await desk.reporter.stage('web edition', async () =>
    buildEdition({
      ...ready,
      subset: subsetFor,
      draft: job.draft,
      corrections: await corrections(job.output, ready.issue.id),
      downloads: { press: hasPress, reader: hasPress },
      into,
    }),
  );
  return NOTHING;
}
