/**
 * A page as a small picture, drawn from the plan: headlines in their real outlines, pictures, and body lines as grey
 * strokes. No browser is needed, so that the web's part of an issue never waits for the printing.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Module, PagePlan, PictureBox, Plan, TextBox } from '../../makeup/plan.ts';
import type { FaceId } from '../../typeset/model.ts';
import { mmToPx } from '../../units.ts';
import { THUMBNAIL_WIDTH } from '../data/address.ts';
import { boxesOf } from '../draw/faces.ts';
import { decimal, Geometry } from '../draw/geometry.ts';
import { drawShape } from '../draw/shapes.ts';
import type { Subset } from '../font/face.ts';
import type { Keep } from '../keep.ts';
import { type Outliner, openOutliner, placedOutline } from './outline.ts';
import type { Output } from './output.ts';
import { pageWanted, type Renditions, shownPart, wantedKey } from './pictures.ts';

/** Pixels across of the picture that a phone begins with. */
const POSTER_WIDTH = 780;
/** Pixels of a photo to a CSS pixel of the page: a little more than the larger picture's own. */
const PICTURE_DENSITY = 0.6;
/** Type smaller than this is drawn as a stroke, CSS px. */
const LEGIBLE = 13;
/** The baseline of Han type below the middle of its line, in ems. */
const BASELINE = 0.38;
/** Grey of a body line seen from afar. */
const GREY = '#a6a6a6';

/** Outlines of every face that a plan sets large. */
export type Outliners = ReadonlyMap<FaceId, Outliner>;

/** Opens the faces of a plan's large type. */
export async function openOutliners(plan: Plan, subset: Subset): Promise<Outliners> {
  const texts = new Map<FaceId, string>();
  for (const page of plan.pages) {
    for (const box of boxesOf(page)) {
      if (box.kind !== 'text') continue;
      for (const run of box.text.lines.flatMap(({ runs }) => runs)) {
        if (run.size >= LEGIBLE) texts.set(run.face, (texts.get(run.face) ?? '') + run.text);
      }
    }
  }
  const opened = [...texts].map(
    async ([face, text]): Promise<[FaceId, Outliner]> => [face, await openOutliner(face, text, subset)],
  );
  return new Map(await Promise.all(opened));
}

/** What the pictures of pages are drawn from. */
export interface PagePictureJob {
  /** Asked for when a page is drawn. */
  readonly outliners: () => Promise<Outliners>;
  readonly renditions: Renditions;
  readonly house: Readonly<Record<string, { readonly rgb: string }>>;
  /** Rooted at the folder, which holds the renditions already. */
  readonly output: Output;
  /** Modules that the web does not show. */
  readonly hidden: (module: Module) => boolean;
  readonly keep: Keep;
}

/** A page in two sizes, WebP. */
export interface PagePictures {
  readonly thumbnail: Uint8Array;
  readonly poster: Uint8Array;
}

/** The page's pictures, drawn when there are none of the same page with the same photos. */
export function pagePictures(page: PagePlan, job: PagePictureJob): Promise<PagePictures> {
  const shown = page.modules.filter((module) => !job.hidden(module)).map(({ slug, part }) => [slug, part]);
  const photos = boxesOf(page).flatMap((box) => (box.kind === 'picture' ? [renditionsOf(box, job)] : []));
  return job.keep('page-pictures', [JSON.stringify(page), shown, photos, job.house], () => drawPagePictures(page, job));
}

/** The files that a picture box may be drawn from, named by their content; none of one that is missing. */
const renditionsOf = (box: PictureBox, { renditions }: Pick<PagePictureJob, 'renditions'>) =>
  box.missing ? undefined : renditions.get(wantedKey(pageWanted(box)));

/** Draws a page once and makes both sizes of it. */
async function drawPagePictures(page: PagePlan, job: PagePictureJob): Promise<PagePictures> {
  const svg = await pageSvg(page, job);
  const drawn = sharp(Buffer.from(svg)).removeAlpha();
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
  const open = () => sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
  const poster = await open().webp({ quality: 66, effort: 0 }).toBuffer();
  const thumbnail = await open().resize(THUMBNAIL_WIDTH).webp({ quality: 72, effort: 0 }).toBuffer();
  return { poster, thumbnail };
}

async function pageSvg(page: PagePlan, job: PagePictureJob): Promise<string> {
  const outliners = await job.outliners();
  const width = mmToPx(page.trim.width);
  const height = mmToPx(page.trim.height);
  const geometry = new Geometry(job.house);
  const parts: string[] = [];
  const boxes = [
    ...page.folio,
    ...page.modules.filter((module) => !job.hidden(module)).flatMap((module) => module.boxes),
    ...page.rules,
  ];
  for (const box of boxes) {
    if (box.kind === 'text') parts.push(textSvg(box, outliners, geometry));
    else if (box.kind === 'picture') parts.push(await pictureSvg(box, job));
    else if (box.kind === 'leg') {
      const strokes = box.lines.map(({ row, runs }) => {
        const x = box.x + (runs[0]?.x ?? 0);
        const last = runs.at(-1);
        const end = box.x + (last === undefined ? 0 : last.x + last.width);
        return `M${decimal(x, 1)} ${decimal(box.y + row * 18 + 9, 1)}H${decimal(end, 1)}`;
      });
      parts.push(`<path d="${strokes.join('')}" stroke="${GREY}" stroke-width="9"/>`);
    } else {
      const shape = drawShape(box, 0, geometry);
      parts.push(`<path d="${shape.path}" fill="${shape.fill}"/>`);
    }
  }
  const scale = POSTER_WIDTH / width;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${POSTER_WIDTH}" ` +
    `height="${Math.round(height * scale)}" viewBox="0 0 ${decimal(width)} ${decimal(height)}"><rect width="100%" height="100%" fill="#fff"/>` +
    `<g transform="translate(${page.margins.left} ${page.margins.top})">${parts.join('')}</g></svg>`
  );
}

/** Large type in its outlines, small type as strokes. */
function textSvg(box: TextBox, outliners: Outliners, geometry: Geometry): string {
  const ink = geometry.colour(box.ink ?? { black: 1 });
  return box.text.lines
    .flatMap((line) =>
      line.runs.map((run) => {
        const x = box.x + line.x + run.x;
        const middle = box.y + line.y + line.height / 2;
        const outliner = run.size >= LEGIBLE ? outliners.get(run.face) : undefined;
        if (outliner === undefined) {
          return `<path d="M${decimal(x, 1)} ${decimal(middle, 1)}h${decimal(run.width, 1)}" stroke="${GREY}" stroke-width="${decimal(run.size * 0.6, 1)}"/>`;
        }
        const outline = outliner.outline(run.text, run.size, run.spacing);
        return placedOutline(outline, { x, y: middle + run.size * BASELINE, fill: ink, stretch: run.scale ?? 1 });
      }),
    )
    .join('');
}

async function pictureSvg(box: PictureBox, { renditions, output }: PagePictureJob): Promise<string> {
  const at = `x="${decimal(box.x)}" y="${decimal(box.y)}" width="${decimal(box.width)}" height="${decimal(box.height)}"`;
  const made = renditionsOf(box, { renditions });
  const part = shownPart(box);
  const pixels = Math.max(1, Math.round(box.width * PICTURE_DENSITY));
  const sizes = made?.filter(({ contentType }) => contentType === 'image/webp');
  const rendition = sizes?.find(({ width }) => width * part.width >= pixels) ?? sizes?.at(-1);
  if (rendition === undefined) return `<rect ${at} fill="#f7f5f0" stroke="${GREY}"/>`;
  const { width, height } = rendition;
  const bytes = await sharp(await readFile(path.join(output.root, rendition.href)))
    .extract({
      left: Math.floor(part.x * width),
      top: Math.floor(part.y * height),
      width: Math.max(1, Math.floor(part.width * width)),
      height: Math.max(1, Math.floor(part.height * height)),
    })
    .resize(pixels)
    .jpeg({ quality: 80 })
    .toBuffer();
  return `<image ${at} preserveAspectRatio="none" xlink:href="data:image/jpeg;base64,${bytes.toString('base64')}"/>`;
}
