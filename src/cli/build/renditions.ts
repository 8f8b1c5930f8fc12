/** Where the web's pictures come from: made before from the same photo, printed before its file was changed, or made now. */
import type { Renderer } from '../../edition/make/pictures.ts';
import type { Picture } from '../../photo/model.ts';
import { printedRenditions } from '../../photo/web.ts';
import type { Cache } from '../cache.ts';

/** A renderer that looks into the cache first. */
export const keptRenditions =
  (render: Renderer, pictures: ReadonlyMap<string, Picture>, cache: Cache): Renderer =>
  (wanted) => {
    const { crop, ...rest } = wanted;
    const picture = pictures.get(wanted.file);
    return cache.value('web-picture', [rest, { ...crop }, picture && { ...picture }], () => render(wanted));
  };

/** A renderer for a plan that shows some pictures as they were printed. */
export const withPrinted =
  (render: Renderer, printed: ReadonlyMap<string, Uint8Array>): Renderer =>
  (wanted) => {
    const bytes = printed.get(wanted.file);
    return bytes === undefined
      ? render(wanted)
      : printedRenditions(bytes, [...wanted.formats, ...(wanted.largest ?? [])]);
  };
