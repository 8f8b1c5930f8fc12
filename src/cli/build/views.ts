/** Pictures of the pages for viewers (IIIF): `pages/NN.jpg`. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../fault.ts';
import { makeStandIns, placedPictures } from './pictures.ts';
import { viewsOf } from './press-pages.ts';
import { printIssue } from './print.ts';
import type { Ready, Shop } from './ready.ts';

/** Path of a page's picture below the issue's output folder. */
export const viewPath = (page: number): string => `pages/${String(page).padStart(2, '0')}.jpg`;

/** Writes the pictures into the issue's folder. */
export async function writeViews(into: string, views: ReadonlyMap<number, Uint8Array>): Promise<void> {
  if (views.size > 0) await mkdir(path.join(into, 'pages'), { recursive: true });
  for (const [page, bytes] of views) await writeFile(path.join(into, viewPath(page)), bytes);
}

/** The pictures alone, when the press is not wanted. */
export async function makeViews(ready: Ready, shop: Shop): Promise<readonly Fault[]> {
  const placed = placedPictures(ready.plan, ready.pictures, ready.folder);
  const standIns = await makeStandIns(placed, shop.cache);
  const views = ready.plan.pages.map(({ number }) => number);
  const printed = await printIssue(ready, shop, standIns, { press: [], views, reader: false });
  await writeViews(shop.into, viewsOf(printed));
  return printed.faults;
}
