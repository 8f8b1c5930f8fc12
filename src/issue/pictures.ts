/** Are the pictures there that the issue names: photos, ads, fillers, the nameplate, the printer's profile? */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../fault.ts';
import type { ReadArticle } from './article.ts';
import { closest } from './closest.ts';
import { reasonOf } from './faults/reasons.ts';
import {
  fileMissing,
  fileTooBig,
  fileUnreadable,
  pathUnsafe,
  photoMissing,
  photoToCome,
  pictureKind,
} from './faults.ts';
import { isSafePath, type Listing, shownPath } from './folder.ts';
import type { AdRequest, Article, PhotoRequest } from './model.ts';
import type { Desk, ReadPaper } from './read.ts';
import { inPlainSigns } from './wide-signs.ts';
import type { Locate } from './yaml.ts';

/** Endings that the contract allows. */
const DECODED = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp', 'avif', 'svg'];
const PHOTOS = [...DECODED, 'heic', 'heif'];
const ADS = ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'svg'];

/** True for a name that ends as a picture or an ad does. */
export const isPictureName = (file: string): boolean => [...PHOTOS, ...ADS].includes(endingOf(file));

const endingOf = (file: string): string => path.posix.extname(file).slice(1).toLowerCase();

interface Reading {
  readonly desk: Desk;
  readonly listing: Listing;
  readonly read: ReadonlyMap<string, ReadArticle>;
  /** Do without photos that are still to come. */
  readonly lenient: boolean;
}

/** The articles with `missing` decided for each photo; what is wrong with them goes to the desk's faults. */
export async function checkPictures(articles: readonly Article[], reading: Reading): Promise<Article[]> {
  return articles.map((article) => {
    const { photoLines = [] } = reading.read.get(article.slug) ?? {};
    const photos = article.photos.map((photo, index) => {
      const line = photoLines[index];
      const place = { file: article.place.file, ...(line !== undefined && { line }) };
      return checkPhoto(photo, { place, slug: article.slug, reading });
    });
    return { ...article, photos };
  });
}

interface PhotoSpot {
  readonly place: Place;
  readonly slug: string;
  readonly reading: Reading;
}

function checkPhoto(photo: PhotoRequest, { place, slug, reading }: PhotoSpot): PhotoRequest {
  const { desk, listing, lenient } = reading;
  const { file } = photo;
  const plain = listing.files.has(file) ? undefined : inWideSigns(file, listing.files);
  if (plain !== undefined) desk.faults.push(photoMissing(place, file, plain));
  else if (!isSafePath(file)) desk.faults.push(pathUnsafe(place, file));
  else if (!PHOTOS.includes(endingOf(file))) desk.faults.push(pictureKind(place, file, DECODED));
  else if (listing.files.has(file)) checkFile(desk, place, path.join(desk.folders.issue, file));
  else if (isToCome(file, slug)) {
    desk.faults.push(photoToCome(place, file, lenient));
    return { ...photo, missing: true };
  } else desk.faults.push(photoMissing(place, file, meantFile(file, listing.files)));
  return photo;
}

/** The picture that was meant by the name of one that is not there, if one is near. */
const meantFile = (file: string, files: ReadonlySet<string>): string | undefined =>
  namesake(file, files) ?? nearest(file, files);

/** The picture whose name was written with full-width signs, or in full-width quotation marks. */
function inWideSigns(file: string, files: ReadonlySet<string>): string | undefined {
  const plain = inPlainSigns(file).replace(/^["']|["']$/g, '');
  return plain !== file && (files.has(plain) || /^[“‘＂＇]/u.test(file)) ? plain : undefined;
}

/** The picture whose name is nearest, folder and ending left out: what all pictures share says nothing. */
function nearest(file: string, files: ReadonlySet<string>): string | undefined {
  const pictures = [...files].filter((known) => PHOTOS.includes(endingOf(known)) || ADS.includes(endingOf(known)));
  const byStem = new Map(pictures.map((known) => [stemOf(known), known]));
  return byStem.get(closest(stemOf(file), byStem.keys()) ?? '');
}

const stemOf = (file: string): string => path.posix.parse(file).name;

/** The file of that name in another folder of the issue, if there is just one: the folder was forgotten. */
function namesake(file: string, files: ReadonlySet<string>): string | undefined {
  const name = path.posix.basename(file).toLowerCase();
  const [found, ...others] = [...files].filter((known) => path.posix.basename(known).toLowerCase() === name);
  return others.length === 0 ? found : undefined;
}

/** `photos/SLUG-1.jpg` is the name that the import gives to a picture that is still to come. */
const isToCome = (file: string, slug: string): boolean =>
  file.startsWith(`photos/${slug}-`) && /^\d{1,3}\.jpg$/.test(file.slice(`photos/${slug}-`.length));

/** Can it be read, and is it within the bound? */
function checkFile(desk: Desk, place: Place, file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    desk.faults.push(fileUnreadable({ file: shownPath(desk.folders.paper, file) }, reasonOf(error)));
    return;
  }
  const { size } = statSync(file);
  const { pictureBytes } = desk.limits;
  if (size > pictureBytes)
    desk.faults.push(
      fileTooBig(place, {
        file: shownPath(desk.folders.paper, file),
        bytes: size,
        limit: pictureBytes,
        key: 'pictureBytes',
      }),
    );
}

interface PaperFiles extends ReadPaper {
  readonly ads: readonly AdRequest[];
  readonly fillers: readonly { readonly file: string }[];
  readonly locateIssue: Locate;
}

/** Ads and fillers of the issue; nameplate and profile of the paper. */
export function checkPaperFiles(desk: Desk, listing: Listing, files: PaperFiles): void {
  const { paper, locatePaper, locateIssue, ads, fillers } = files;
  const check = (file: string, what: 'ad' | 'filler', place: Place): void => {
    if (!isSafePath(file)) desk.faults.push(pathUnsafe(place, file));
    else if (!ADS.includes(endingOf(file))) desk.faults.push(pictureKind(place, file, ADS));
    else if (!listing.files.has(file))
      desk.faults.push(fileMissing(place, what, { file, guess: meantFile(file, listing.files) }));
    else checkFile(desk, place, path.join(desk.folders.issue, file));
  };
  ads.forEach(({ file }, index) => {
    check(file, 'ad', locateIssue(['ads', index, 'file']));
  });
  fillers.forEach(({ file }, index) => {
    check(file, 'filler', locateIssue(['fillers', index, 'file']));
  });
  const own = (file: string | undefined, what: 'nameplate' | 'profile', at: readonly string[]): void => {
    if (file === undefined) return;
    const place = locatePaper(at);
    const full = path.join(desk.folders.paper, file);
    const isThere = existsSync(full) && statSync(full).isFile();
    if (!isSafePath(file)) desk.faults.push(pathUnsafe(place, file));
    else if (!isThere) desk.faults.push(fileMissing(place, what, { file }));
    else checkFile(desk, place, full);
  };
  own(paper?.nameplate, 'nameplate', ['nameplate']);
  own(paper?.press.profile, 'profile', ['press', 'profile']);
}
