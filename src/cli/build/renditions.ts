/** Web pictures that were made before from the same photo are not made again. */
import type { Renderer } from '../../edition/make/pictures.ts';
import type { Picture } from '../../photo/model.ts';
import type { Cache } from '../cache.ts';

/** A renderer that looks into the cache first. */
export const keptRenditions =
  (render: Renderer, pictures: ReadonlyMap<string, Picture>, cache: Cache): Renderer =>
  (wanted) => {
    const { crop, ...rest } = wanted;
    const picture = pictures.get(wanted.file);
    return cache.value('web-picture', [rest, { ...crop }, picture && { ...picture }], () => render(wanted));
  };
