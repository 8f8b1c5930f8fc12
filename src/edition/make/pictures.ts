/** The web's pictures: which renditions the edition wants, and writing them under names made of their bytes. */
import path from 'node:path';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { PictureBox, Plan } from '../../makeup/plan.ts';
import { WHOLE } from '../../photo/crop.ts';
import type { Crop, Picture } from '../../photo/model.ts';
import { type Rendition, webRenditions } from '../../photo/web.ts';
import type { RecordRendition } from '../data/record.ts';
import { withheldStories } from '../data/withheld.ts';
import { boxesOf } from '../draw/faces.ts';
import { nameByContent } from '../pictures.ts';
import type { Output } from './output.ts';

/** A picture as the web wants it. */
export interface Wanted {
  /** Path below the issue folder, or the paper's for the nameplate. */
  readonly file: string;
  readonly use: PictureBox['use'];
  readonly crop: Crop;
  /** Pixels. */
  readonly widths: readonly number[];
  readonly formats: readonly Rendition['format'][];
  /** Formats made at the greatest width only. */
  readonly largest?: readonly Rendition['format'][];
}

/** Makes renditions; a caller that keeps a cache passes its own. */
export type Renderer = (wanted: Wanted) => Promise<readonly Rendition[]>;

/** Widths of a picture in an article: a phone, and a dense phone, a text column or its place on a page. */
const ARTICLE_WIDTHS = [560, 1000];
/** Pixels to a CSS pixel of the page at its own size: sharp when the page is enlarged by half. */
const REPLICA_DENSITY = 1.5;

/** One name for equal wishes. */
export const wantedKey = ({ file, crop, widths, formats, largest = [] }: Omit<Wanted, 'use'>): string =>
  [file, crop.x, crop.y, crop.width, crop.height, ...widths, ...formats, ...largest].join('|');

/**
 * An article's photo, uncropped. WebP is every browser's since 2020; JPEG is for link previews and old ones. AVIF would
 * be a fifth smaller and take more time than everything else of the web part together.
 */
export const articleWanted = (file: string): Wanted => ({
  file,
  use: 'photo',
  crop: WHOLE,
  widths: ARTICLE_WIDTHS,
  formats: ['webp'],
  largest: ['jpeg'],
});

/** Share of a picture that a crop must keep for the article's own rendition to serve on the page too. */
const ENOUGH = 0.6;

/** Whether a page shows the article's rendition, cropped by its place, or one of its own. */
const isShared = ({ use, crop }: PictureBox): boolean => use === 'photo' && crop.width * crop.height >= ENOUGH;

/** A picture as a page shows it. */
export const pageWanted = (box: PictureBox): Wanted => (isShared(box) ? articleWanted(box.file) : ownWanted(box));

const ownWanted = ({ file, use, crop, width }: PictureBox): Wanted => ({
  file,
  use,
  crop,
  widths: [Math.round(width * REPLICA_DENSITY)],
  formats: ['webp'],
});

/** What the articles of an issue show, wherever its pages have the same photos: known before any page is made up. */
export const articlePictures = ({ articles }: Issue): readonly Wanted[] =>
  articles
    .filter(({ web }) => web === true)
    .flatMap(({ photos }) => photos.filter(({ missing }) => !missing).map(({ file }) => articleWanted(file)));

/** Every different rendition that the site of an issue shows. */
export function wantedPictures(issue: Issue, plan: Plan): readonly Wanted[] {
  const hidden = withheldStories(issue);
  const onPages = plan.pages.flatMap((page) => {
    const shown = { ...page, modules: page.modules.filter(({ slug }) => !hidden.has(slug)) };
    return boxesOf(shown).flatMap((box) => (box.kind === 'picture' && !box.missing ? [pageWanted(box)] : []));
  });
  return [...new Map([...articlePictures(issue), ...onPages].map((one) => [wantedKey(one), one])).values()];
}

/** The part of its rendition that a page shows. */
export const shownPart = (box: PictureBox): Crop => (isShared(box) ? box.crop : WHOLE);

/** Renditions by {@link wantedKey}; addresses are relative to the issue's folder. */
export type Renditions = ReadonlyMap<string, readonly RecordRendition[]>;

/** Makes and writes all renditions. */
export async function writePictures(
  wanted: readonly Wanted[],
  { render, output }: { readonly render: Renderer; readonly output: Output },
): Promise<Renditions> {
  const made = wanted.map(async (one): Promise<[string, readonly RecordRendition[]]> => {
    const renditions = await render(one);
    const records = renditions.map(async ({ format, width, height, bytes }): Promise<RecordRendition> => {
      const href = `photos/${nameByContent(bytes, format === 'jpeg' ? 'jpg' : format)}`;
      await output.write(href, bytes);
      return { href, contentType: `image/${format}`, width, height };
    });
    return [wantedKey(one), await Promise.all(records)];
  });
  return new Map(await Promise.all(made));
}

/** The photo room as a renderer. */
export function photoRoom(folder: IssueFolder, pictures: ReadonlyMap<string, Picture>): Renderer {
  return async ({ file, use, crop, widths, formats, largest = [] }) => {
    const picture = pictures.get(file);
    if (picture === undefined) return [];
    const from = use === 'nameplate' ? folder.paper : folder.issue;
    return webRenditions(path.join(from, file), picture, { crop, widths, formats, largest });
  };
}
