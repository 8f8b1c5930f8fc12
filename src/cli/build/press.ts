/** What is made of the printed pages: press files, one PDF/X-4 a page and all of them in one; the reader's PDF; pictures. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { together } from '../../together.ts';
import { deliveryOf, isOnePress } from './handover.ts';
import { arePicturesShown } from './job.ts';
import { makePressPages, type PressPages } from './press-pages.ts';
import type { Products, Ready, Shop } from './ready.ts';
import { writeViews } from './views.ts';

/** What was found, and what is still being kept for the next build. */
export type Pressed = Products & Pick<PressPages, 'keeping'>;

/**
 * Makes what the parts that were asked for have of the printed pages, and writes it: the press its files, the web edition the
 * reader's PDF, the archive pictures of the pages.
 * @param onPrinted begins what threads can do from then on
 */
export async function makePress(ready: Ready, shop: Shop, onPrinted: () => Promise<void>): Promise<Pressed> {
  const { desk, job, into } = shop;
  const frozen = new Map([...ready.released].map(([number, { pdf }]) => [number, pdf]));
  const [press, reader, views] = [job.parts.has('press'), job.parts.has('web'), job.parts.has('archive')];
  const shown = arePicturesShown(job);
  const made = await makePressPages(
    ready,
    shop,
    { press, reader, views, shown, frozen },
    {
      onPrinted,
      onPressed: (pressed) =>
        desk.reporter.stage('writing the press files', async () => {
          if (pressed.pages.size > 0) await writePages(ready, shop, pressed);
        }),
    },
  );
  const { views: pictures, reader: readers } = made;
  await together([
    writeViews(into, pictures),
    readers === undefined ? undefined : writeFile(path.join(into, `${ready.issue.id}.pdf`), readers),
  ]);
  return made;
}

async function writePages(
  ready: Ready,
  { into, pool }: Shop,
  { pages, jobs }: Pick<PressPages, 'pages' | 'jobs'>,
): Promise<void> {
  const [first] = jobs;
  if (first === undefined) return;
  const folder = path.join(into, 'press');
  await mkdir(folder, { recursive: true });
  const { paper, issue, date, language, press, profile } = first;
  const job = { paper, issue, date, language, press, profile };
  const inOrder = ready.plan.pages.flatMap(({ number }) => pages.get(number) ?? []);
  const bound = isOnePress(ready, profile) ? await pool.run('bindPages', { pages: inOrder, job }) : undefined;
  for (const { name, bytes } of deliveryOf(ready, { pages, bound, profile }))
    await writeFile(path.join(folder, name), bytes);
}
