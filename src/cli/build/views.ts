/** Pictures of the pages for viewers (IIIF): `pages/NN.jpg`. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { viewPath } from '../../edition/data/address.ts';

/** Writes the pictures into the folder. */
export async function writeViews(into: string, views: ReadonlyMap<number, Uint8Array>): Promise<void> {
  if (views.size > 0) await mkdir(path.join(into, 'pages'), { recursive: true });
  for (const [page, bytes] of views) await writeFile(path.join(into, viewPath(page)), bytes);
}
