/**
 * Inspection: every picture file that the issue names is opened once. In: the issue; out: what is known of each
 * picture, and a fault for each file that cannot be printed.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Metadata } from 'sharp';
import { both, type Fault } from '../fault.ts';
import { shownPath } from '../issue/folder.ts';
import type { Issue, IssueFolder, Limits } from '../issue/model.ts';
import { abreast } from '../together.ts';
import { readCaption } from './caption/caption.ts';
import { captionsOfFiles } from './captioned.ts';
import { judgeDrawing } from './drawing.ts';
import {
  captionFromFile,
  pictureAnimated,
  pictureDamaged,
  pictureFormat,
  pictureHeic,
  pictureInksTurned,
  pictureInksUnclear,
  pictureMissing,
  pictureTooLarge,
  pictureUntaggedCmyk,
} from './faults.ts';
import { inkSense } from './ink-sense.ts';
import { lookAt } from './look.ts';
import type { Picture } from './model.ts';
import { isPdf, readPdf } from './pdf.ts';
import { openPicture } from './source.ts';
import { findTwice, type Use } from './twice.ts';

/** What inspection answers: pictures by their `file`, and every fault of every file. */
export interface Inspection {
  readonly pictures: Map<string, Picture>;
  readonly faults: Fault[];
}

/** Pictures decoded at the same time: two cores, and a 100-megapixel photo is 300 MB. */
const ABREAST = 3;

/** Opens every picture that the issue names, except those that the import listed as still to come. */
export async function inspectPictures(folder: IssueFolder, issue: Issue): Promise<Inspection> {
  const { limits } = issue.paper;
  const results = await abreast(ABREAST, requestsOf(folder, issue), (request) => inspect(request, limits));
  const pictures = new Map<string, Picture>();
  for (const { picture } of results) if (picture) pictures.set(picture.file, picture);
  const faults = results.flatMap(({ faults }) => faults);
  const shown = (file: string): string => shownPath(folder.paper, path.join(folder.issue, file));
  return {
    pictures,
    faults: [...faults, ...filledIn(issue, pictures, shown), ...findTwice(usesOf(issue, pictures, shown))],
  };
}

/** A picture's file as a fault names it. */
type Shown = (file: string) => string;

/** A line in the report for every photo whose caption or credit its file supplied. */
const filledIn = (issue: Issue, pictures: ReadonlyMap<string, Picture>, shown: Shown): Fault[] =>
  issue.articles.flatMap((article) =>
    captionsOfFiles(article, pictures).flatMap((said, index) => {
      const file = article.photos[index]?.file;
      return file === undefined || Object.keys(said).length === 0 ? [] : [captionFromFile(shown(file), said)];
    }),
  );

const usesOf = (issue: Issue, pictures: ReadonlyMap<string, Picture>, shown: Shown): Use[] =>
  issue.articles.flatMap(({ slug, photos }) =>
    photos.flatMap(({ file }) => {
      const picture = pictures.get(file);
      return picture ? [{ slug, picture, shown: shown(file) }] : [];
    }),
  );

interface Request {
  /** As the issue names it. */
  readonly file: string;
  /** Where it lies on this machine. */
  readonly path: string;
  /** As a fault names it: relative to the paper's folder. */
  readonly shown: string;
  /** Ads and fillers may be PDF. */
  readonly pdf: boolean;
}

function requestsOf(folder: IssueFolder, issue: Issue): Request[] {
  const requests = new Map<string, Request>();
  const ask = (file: string, pdf: boolean): void => {
    const place = path.join(folder.issue, file);
    requests.set(file, { file, path: place, shown: shownPath(folder.paper, place), pdf });
  };
  for (const { photos } of issue.articles) {
    for (const photo of photos) if (!photo.missing) ask(photo.file, false);
  }
  for (const { file } of [...issue.ads, ...issue.fillers]) ask(file, true);
  const { nameplate } = issue.paper;
  if (nameplate !== undefined && !requests.has(nameplate)) {
    const place = path.join(folder.paper, nameplate);
    requests.set(nameplate, { file: nameplate, path: place, shown: nameplate, pdf: false });
  }
  return [...requests.values()];
}

interface Result {
  readonly picture?: Picture;
  readonly faults: readonly Fault[];
}

async function inspect(request: Request, limits: Limits): Promise<Result> {
  const size = await stat(request.path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return { faults: [pictureMissing(request.shown)] };
  if (size > limits.pictureBytes) {
    return {
      faults: [
        pictureTooLarge(request.shown, both(`${size} bytes`, `${size} 字节`), `${limits.pictureBytes}`, 'pictureBytes'),
      ],
    };
  }
  const bytes = await readFile(request.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (isPdf(bytes)) {
    return request.pdf
      ? readPdf(bytes, request, sha256)
      : { faults: [pictureFormat(request.shown, both('a PDF', ' PDF'))] };
  }
  return inspectPixels(bytes, request, sha256, limits);
}

async function inspectPixels(bytes: Buffer, request: Request, sha256: string, limits: Limits): Promise<Result> {
  const { file, shown } = request;
  try {
    const metadata = await openPicture(bytes).metadata();
    const { width, height } = metadata.autoOrient;
    const refusal = refuse(shown, metadata, width * height, limits);
    if (refusal) return { faults: [refusal] };
    const drawing = metadata.format === 'svg' ? judgeDrawing(bytes, shown) : [];
    if (drawing.length > 0) return { faults: drawing };
    const look = await lookAt(bytes, metadata);
    const said = readCaption(metadata);
    const faults = metadata.space === 'cmyk' ? await judgeInks(bytes, metadata, shown) : [];
    return { picture: { file, width, height, sha256, ...look, ...said }, faults };
  } catch (error) {
    return { faults: [faultOf(error, bytes, shown)] };
  }
}

/** What is to be said of a picture of four inks. */
async function judgeInks(bytes: Buffer, { format, hasProfile }: Metadata, shown: string): Promise<readonly Fault[]> {
  const sense = format === 'jpeg' ? await inkSense(bytes) : 'right';
  return [
    ...(hasProfile ? [] : [pictureUntaggedCmyk(shown)]),
    ...(sense === 'turned' ? [pictureInksTurned(shown)] : []),
    ...(sense === 'unclear' ? [pictureInksUnclear(shown)] : []),
  ];
}

const FORMATS = new Set(['jpeg', 'png', 'tiff', 'webp', 'heif', 'svg']);

function refuse(
  shown: string,
  { format, pages, delay }: Pick<Metadata, 'format' | 'pages' | 'delay'>,
  pixels: number,
  limits: Limits,
): Fault | undefined {
  if (delay !== undefined && (pages ?? 1) > 1) return pictureAnimated(shown, pages ?? 1);
  if (!FORMATS.has(format ?? ''))
    return pictureFormat(shown, both(`of the format ${format ?? 'unknown'}`, ` ${format ?? '不明'} 格式`));
  if (pixels > limits.picturePixels) {
    return pictureTooLarge(
      shown,
      both(`${pixels} pixels`, `${pixels} 像素`),
      `${limits.picturePixels}`,
      'picturePixels',
    );
  }
  return undefined;
}

/** ISO base media brands of HEVC-coded stills (ISO/IEC 23008-12, annex B). */
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

const FETCH_AGAIN = both(
  'Fetch it again from its sender: nothing of it has arrived.',
  '请向供图方重要一份：这一份没有传到。',
);

function faultOf(error: unknown, bytes: Buffer, shown: string): Fault {
  const isoMedia = bytes.toString('latin1', 4, 8) === 'ftyp';
  if (isoMedia && HEIC_BRANDS.has(bytes.toString('latin1', 8, 12))) return pictureHeic(shown);
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  if (bytes.length === 0) return pictureFormat(shown, both('an empty file', '空文件'), FETCH_AGAIN);
  if (/unsupported image format|empty/i.test(reason) && !SIGNATURE.test(bytes.toString('latin1', 0, 12)))
    return pictureFormat(shown, both('no known picture', '认不出的文件'));
  return pictureDamaged(shown, reason.replace(/[.\s]+$/, ''));
}

/** First bytes of the formats that the house prints: JPEG, PNG, TIFF, WebP, AVIF. */
const SIGNATURE = /^(?:\xff\xd8\xff|\x89PNG|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftypavi[fs])/s;
