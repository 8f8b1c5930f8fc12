/** What is made of the printed pages: press files, one PDF/X-4 a page and all of them in one; the reader's PDF; pictures. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deliveryOf } from './handover.ts';
import { arePicturesShown } from './job.ts';
import { makePressPages, type PressPages } from './press-pages.ts';
import type { Products, Ready, Shop } from './ready.ts';
import { together } from './together.ts';
import { writeViews } from './views.ts';

/**
 * Makes what the parts that were asked for have of the printed pages, and writes it: the press its files, the web edition the
 * reader's PDF, the archive pictures of the pages.
 */
export async function makePress(ready: Ready, shop: Shop): Promise<Products> {
  const { desk, job, into } = shop;
  const frozen = new Map([...ready.released].map(([number, { pdf }]) => [number, pdf]));
  const [press, reader, views] = [job.parts.has('press'), job.parts.has('web'), job.parts.has('archive')];
  const shown = arePicturesShown(job);
  const made = await makePressPages(ready, shop, { press, reader, views, shown, frozen }, (pressed) =>
    desk.reporter.stage('writing the press files', async () => {
      if (pressed.pages.size > 0) await writePages(ready, shop, pressed);
    }),
  );
  const { views: pictures, reader: readers, keeping } = made;
  await together([
    writeViews(into, pictures),
    readers === undefined ? undefined : writeFile(path.join(into, `${ready.issue.id}.pdf`), readers),
    keeping,
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
  const bound = await pool.run('bindPages', { pages: inOrder, job });
  for (const { name, bytes } of deliveryOf(ready, { pages, bound, profile: profile.name }))
    await writeFile(path.join(folder, name), bytes);
}
