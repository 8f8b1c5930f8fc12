/**
 * A supplied PDF as pixels, for screens: the desk's window, the web, the pictures of the pages. The plates have the file itself.
 * PDFium in WebAssembly draws it, the same on every machine.
 */
import type { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { trimOf } from './pdf-trim.ts';
import type { Size } from './size.ts';

/** Draws the trim of the first page, upright, at this size; white where PDFium can make nothing of it. */
export async function drawPdf(bytes: Uint8Array, { width, height }: Size): Promise<Sharp> {
  const page = await trimmedToPage(bytes);
  library ??= openLibrary();
  const { loadDocument } = await library;
  try {
    const document = await loadDocument(page);
    const { data } = await document.getPage(0).render({ width, height });
    document.destroy();
    return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: WHITE });
  } catch {
    return sharp({ create: { width, height, channels: 3, background: WHITE } });
  }
}

let library: Promise<Pick<PDFiumLibrary, 'loadDocument'>> | undefined;

/** Opened when the first PDF is drawn, once a thread: most issues have none. */
async function openLibrary(): Promise<Pick<PDFiumLibrary, 'loadDocument'>> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const opened = await PDFiumLibrary.init();
  return { loadDocument: (bytes) => opened.loadDocument(bytes) };
}

const WHITE = '#ffffff';

/** The same file, whose first page shows its trim and no more. */
async function trimmedToPage(bytes: Uint8Array): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = document.getPage(0);
  const { x, y, width, height } = trimOf(page);
  page.setCropBox(x, y, width, height);
  return document.save({ useObjectStreams: false });
}
