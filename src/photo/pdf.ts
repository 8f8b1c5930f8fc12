/** A supplied PDF, seen as a picture: its size. Whether it may be printed is the press room's question. */
import { both, type Fault, type Phrase } from '../fault.ts';
import { pdfUnreadable } from './faults.ts';
import type { Picture } from './model.ts';
import { trimOf } from './pdf-trim.ts';

/** True for bytes that begin as a PDF does; readers allow 1,024 bytes before the header (ISO 32000-1, annex H). */
export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

/** The first page's trim as it is seen (rotation applied); width and height in points. */
export async function readPdf(
  bytes: Buffer,
  { file, shown }: { readonly file: string; readonly shown: string },
  sha256: string,
): Promise<{ readonly picture?: Picture; readonly faults: readonly Fault[] }> {
  // A seldom guest, and a heavy one: 0.1 s of CPU to load.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const page = document.getPage(0);
    const trim = trimOf(page);
    const lying = page.getRotation().angle % 180 !== 0;
    const [width, height] = lying ? [trim.height, trim.width] : [trim.width, trim.height];
    return { picture: { file, kind: 'pdf', width, height, grey: false, sha256 }, faults: [] };
  } catch (error) {
    return { faults: [pdfUnreadable(shown, reasonOf(error))] };
  }
}

const reasonOf = (error: unknown): Phrase =>
  /encrypted/i.test(String(error))
    ? both('it is encrypted', '文件加了密')
    : both('it is damaged, or has not arrived whole', '文件损坏，或没有传全');
