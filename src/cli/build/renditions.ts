/**
 * Where the web's pictures come from: made before from the same photo, made while the pages were made up, printed before the
 * photo's file was changed, or made now.
 */
import { type Renderer, wantedKey } from '../../edition/make/pictures.ts';
import type { Picture } from '../../photo/model.ts';
import { printedRenditions, type Rendition } from '../../photo/web.ts';
import type { Cache } from '../cache.ts';

/** Renditions by the name of their wish (`wantedKey`). */
export type MadeRenditions = ReadonlyMap<string, readonly Rendition[]>;

/** A renderer that looks into the cache first. */
export const keptRenditions =
  (render: Renderer, pictures: ReadonlyMap<string, Picture>, cache: Cache): Renderer =>
  (wanted) => {
    const { crop, ...rest } = wanted;
    const picture = pictures.get(wanted.file);
    return cache.value('web-picture', [rest, { ...crop }, picture && { ...picture }], () => render(wanted));
  };

/** A renderer that is handed what others have made. */
export const withMade =
  (render: Renderer, made: MadeRenditions): Renderer =>
  async (wanted) =>
    made.get(wantedKey(wanted)) ?? render(wanted);

/** A renderer for a plan that shows some pictures as they were printed. */
export const withPrinted =
  (render: Renderer, printed: ReadonlyMap<string, Uint8Array>): Renderer =>
  (wanted) => {
    const bytes = printed.get(wanted.file);
    return bytes === undefined
      ? render(wanted)
      : printedRenditions(bytes, [...wanted.formats, ...(wanted.largest ?? [])]);
  };
