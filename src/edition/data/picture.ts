/** A picture in a list or an article: sources from best to plainest, with its size, so that nothing moves. */
import type { Article, PhotoRequest } from '../../issue/model.ts';
import { cropTo } from '../../photo/crop.ts';
import { articleWanted, type Renditions, wantedKey } from '../make/pictures.ts';
import type { RecordArticle, RecordPicture, RecordRendition } from './record.ts';

/** A picture on the front or at a story, as `picture.njk` shows it. */
export interface PictureViewData {
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly width: number;
  readonly height: number;
  /** Class by which a list's frame shows what matters of it; absent where that is the middle. */
  readonly framed?: string;
  readonly src: string;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

/** Formats from best to plainest; the last one is every browser's. */
const FORMATS = ['image/avif', 'image/webp'];

/** An article's pictures for its record; a picture without renditions (still to come) is left out. */
export function recordPictures(
  article: Article,
  renditions: Renditions,
): readonly (RecordPicture & { photo: number })[] {
  return article.photos.flatMap(({ file, caption, credit, focus, missing }, photo) => {
    const made = missing ? undefined : renditions.get(wantedKey(articleWanted(file)));
    if (made === undefined || made.length === 0) return [];
    return [
      {
        name: `photo-${photo + 1}`,
        type: 'picture' as const,
        descriptions: caption === undefined ? [] : [{ role: 'caption' as const, value: caption }],
        ...(credit === undefined ? {} : { creditLine: credit }),
        ...(isMiddle(focus) ? {} : { focus }),
        renditions: made,
        photo,
      },
    ];
  });
}

const isMiddle = ([x, y]: PhotoRequest['focus']): boolean => x === 0.5 && y === 0.5;

/** Width to height of the frames in lists, and from which a picture is so wide that it is shown whole. */
const FRAME = 3 / 2;
const PANORAMA = 2.2;

/** Classes of `web.css`: a panorama, or the tenth of what a frame cuts off that lies before it. */
function framedAs({ width, height }: RecordRendition, focus: PhotoRequest['focus'] | undefined): string | undefined {
  if (width / height > PANORAMA) return 'panorama';
  if (focus === undefined) return undefined;
  const crop = cropTo({ width, height }, focus, FRAME);
  const before = crop.width < 1 ? crop.x / (1 - crop.width) : crop.height < 1 ? crop.y / (1 - crop.height) : 0.5;
  return `keeps-${Math.round(before * 10)}`;
}

/** A picture as a template shows it; `base` is the path to the folder from the document. */
export function pictureView(picture: RecordPicture, base: string, fallbackAlt: string): PictureViewData {
  const caption = picture.descriptions[0]?.value;
  const plain = picture.renditions.filter(({ contentType }) => contentType === 'image/jpeg');
  const largest = plain.at(-1) ?? picture.renditions.at(-1);
  const framed = largest === undefined ? undefined : framedAs(largest, picture.focus);
  return {
    alt: caption ?? fallbackAlt,
    ...(caption === undefined ? {} : { caption }),
    ...(picture.creditLine === undefined ? {} : { credit: picture.creditLine }),
    width: largest?.width ?? 0,
    height: largest?.height ?? 0,
    ...(framed === undefined ? {} : { framed }),
    src: base + (largest?.href ?? ''),
    sources: sourcesOf(picture.renditions, base),
  };
}

/** `<source>` elements by format. */
export function sourcesOf(
  renditions: readonly RecordRendition[],
  base: string,
): readonly { readonly type: string; readonly srcset: string }[] {
  return FORMATS.flatMap((type) => {
    const sizes = renditions.filter(({ contentType }) => contentType === type);
    if (sizes.length === 0) return [];
    return [{ type, srcset: sizes.map(({ href, width }) => `${base}${href} ${width}w`).join(', ') }];
  });
}

/** The picture that stands for an article in a list. */
export const leadPicture = (article: RecordArticle): RecordPicture | undefined => article.associations[0];
