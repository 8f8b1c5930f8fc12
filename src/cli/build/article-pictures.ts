/**
 * Photos of articles for the web. Which ones is known before any page is made up, and until then half of two cores is free:
 * they are made meanwhile, one at a time, because the photos of finished pages come first.
 */
import type { Cache } from '../cache.ts';
import type { Copy } from './pages.ts';
import type { MadeRenditions } from './renditions.ts';

/** Makes the renditions that the articles of an issue show, or finds them in the cache; the signal ends it after a photo. */
export async function articlePicturesOf(
  { issue, folder, pictures }: Copy,
  cache: Cache,
  signal: AbortSignal,
): Promise<MadeRenditions> {
  const [{ articlePictures, photoRoom, wantedKey }, { keptRenditions }] = await Promise.all([
    import('../../edition/make/pictures.ts'),
    import('./renditions.ts'),
  ]);
  const render = keptRenditions(photoRoom(folder, pictures), pictures, cache);
  const made = new Map<string, Awaited<ReturnType<typeof render>>>();
  for (const wanted of articlePictures(issue)) {
    signal.throwIfAborted();
    const key = wantedKey(wanted);
    if (!made.has(key)) made.set(key, await render(wanted));
  }
  return made;
}
