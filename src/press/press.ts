/** The press: one page as the browser printed it becomes one PDF/X-4 for the plates. */
import { PDFArray, type PDFDict, PDFDocument, PDFName, PDFObjectCopier } from '@cantoo/pdf-lib';
import { FaultError } from '../fault.ts';
import { placeAds } from './ads/place.ts';
import { ascii, pdfNumber } from './content/bytes.ts';
import { shiftPatterns } from './content/patterns.ts';
import { contentOf, deflated, dictIn, openPdf } from './content/streams.ts';
import { ContentError } from './content/words.ts';
import { sheetSize, unreadablePage } from './faults.ts';
import type { PressJob } from './model.ts';
import { publish } from './publish.ts';
import { separatePage } from './separate-page.ts';
import { boxOf, type Sheet, sheetOf } from './sheet/geometry.ts';
import { drawMarks } from './sheet/marks.ts';
import { slugOf, slugTypeFor } from './sheet/slug.ts';

/** Chromium rounds the sheet to whole pixels, up or down: more than one of these (points) is another sheet. */
const ROUNDING = 0.75;
/** Name of the slug line's font on the page. */
const SLUG_FONT = 'BsSlug';

/**
 * Makes the PDF/X-4 of one page.
 * @param raw Chromium's PDF of one sheet: the trimmed page with the bleed around it, untagged, without marks.
 * @returns The bytes of the file; the same input always gives the same bytes.
 * @throws FaultError (exit 4) naming everything on the page that cannot go to the plates.
 */
export async function toPress(raw: Uint8Array, job: PressJob): Promise<Uint8Array> {
  const printed = await readPrinted(raw, job);
  const sheet = sheetOf({ trim: job.page.trim, bleed: job.press.bleed, marks: job.press.marks });
  const separated = await separatePage(printed.context, printed, job).catch((error: unknown) => {
    throw error instanceof ContentError ? new FaultError([unreadablePage(job.page.number, error.why)]) : error;
  });
  const adsTransparent = await placeAds(printed.context, separated.ads, job);
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([sheet.media.right, sheet.media.top]);
  const copier = PDFObjectCopier.for(printed.context, document.context);
  const resources = copier.copy(dictIn(printed.dict, 'Resources') ?? printed.context.obj({}));
  const contents = [onSheet(separated.content, sheet, printed.height)];
  if (job.press.marks) contents.push(await marksFor(document, resources, sheet, job));
  shiftPatterns(document.context, resources, offsetOf(sheet, printed.height));
  page.node.set(PDFName.of('Resources'), resources);
  const { context } = document;
  const streams = PDFArray.withContext(context);
  for (const content of contents) streams.push(context.register(deflated(context.obj({}), content)));
  page.node.set(PDFName.of('Contents'), streams);
  setBoxes(page.node, sheet);
  if (separated.transparent || adsTransparent)
    page.node.set(PDFName.of('Group'), context.obj({ S: 'Transparency', CS: 'DeviceCMYK' }));
  return publish(document, job, titleOf(job));
}

const titleOf = ({ paper, issue, page }: PressJob): string =>
  `${paper} ${issue} ${String(page.number).padStart(2, '0')}`;

interface Printed {
  readonly context: PDFDocument['context'];
  readonly dict: PDFDict;
  readonly content: Uint8Array;
  /** Height of Chromium's page, points; its sheet begins at the top. */
  readonly height: number;
}

async function readPrinted(raw: Uint8Array, job: PressJob): Promise<Printed> {
  const { number } = job.page;
  try {
    const document = await openPdf(raw);
    const page = document.getPage(0);
    const { width, height } = page.getSize();
    const bare = sheetOf({ trim: job.page.trim, bleed: job.press.bleed, marks: false }).media;
    if (
      Math.abs(width - bare.right) > ROUNDING ||
      Math.abs(height - bare.top) > ROUNDING ||
      document.getPageCount() !== 1
    )
      throw new FaultError([
        sheetSize(
          number,
          `${pdfNumber(width, 1)} × ${pdfNumber(height, 1)}`,
          `${pdfNumber(bare.right, 1)} × ${pdfNumber(bare.top, 1)}`,
        ),
      ]);
    return { context: document.context, dict: page.node, content: contentOf(page.node), height };
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError([unreadablePage(number, error instanceof Error ? error.message : String(error))]);
  }
}

/** From Chromium's page to the sheet: its upper left corner is the bleed's. */
const offsetOf = ({ bleed }: Sheet, height: number): readonly [number, number] => [bleed.left, bleed.top - height];

/** The page's drawing, clipped at the bleed and moved to its place on the sheet. */
function onSheet(content: Uint8Array, sheet: Sheet, height: number): Uint8Array {
  const { left, bottom, right, top } = sheet.bleed;
  const clip = [left, bottom, right - left, top - bottom].map((value) => pdfNumber(value)).join(' ');
  const [x, y] = offsetOf(sheet, height).map((value) => pdfNumber(value));
  return Buffer.concat([ascii(`q ${clip} re W n 1 0 0 1 ${x} ${y} cm\n`), content, ascii('\nQ\n')]);
}

async function marksFor(document: PDFDocument, resources: PDFDict, sheet: Sheet, job: PressJob): Promise<Uint8Array> {
  const slug = slugOf(job);
  const type = await slugTypeFor(slug);
  const { context } = document;
  const fonts = dictIn(resources, 'Font') ?? context.obj({});
  fonts.set(PDFName.of(SLUG_FONT), type.embed(context));
  resources.set(PDFName.of('Font'), fonts);
  return drawMarks(sheet, { color: job.page.color, slug, type, font: SLUG_FONT });
}

function setBoxes(dict: PDFDict, { media, bleed, trim }: Sheet): void {
  for (const [name, box] of Object.entries({ MediaBox: media, BleedBox: bleed, TrimBox: trim }))
    dict.set(PDFName.of(name), dict.context.obj(boxOf(box)));
}
