/** The web part: the site of one issue. */
import { corrections } from '../../archive/archive-index.ts';
import { buildEdition } from '../../edition/build.ts';
import { photoRoom, type Renderer } from '../../edition/make/pictures.ts';
import type { Cache } from '../cache.ts';
import { subsetFor } from './fonts.ts';
import { NOTHING, type Products, type Ready, type Shop } from './ready.ts';

/** Writes the issue's pages, pictures, fonts and record into its folder. */
export async function makeWeb(ready: Ready, { desk, job, cache, into }: Shop): Promise<Products> {
  const hasPress = job.parts.has('press');
  await desk.reporter.stage('web edition', async () =>
    buildEdition({
      ...ready,
      subset: subsetFor,
      render: keptRenditions(photoRoom(ready.folder, ready.pictures), ready.pictures, cache),
      draft: job.draft,
      corrections: await corrections(job.output, ready.issue.id),
      downloads: { press: hasPress, reader: hasPress },
      into,
    }),
  );
  return NOTHING;
}

/** Web pictures that were made before from the same photo are not made again. */
const keptRenditions =
  (render: Renderer, pictures: Ready['pictures'], cache: Cache): Renderer =>
  (wanted) => {
    const { crop, ...rest } = wanted;
    const picture = pictures.get(wanted.file);
    return cache.value('web-picture', [rest, { ...crop }, picture && { ...picture }], () => render(wanted));
  };
