/** Writes a press file: output intent, identification, bytes. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { finish, identify, intend } from './identity/document.ts';
import { PDFX_CLAIMS } from './identity/xmp.ts';
import type { PressJob } from './model.ts';

/** What a file of one page and the file of all pages have in common. */
export type Imprint = Pick<PressJob, 'date' | 'language' | 'press' | 'profile'>;

/** Names the file, gives it its output intent and writes it as PDF/X-4, which is PDF 1.6. */
export async function publish(document: PDFDocument, imprint: Imprint, title: string): Promise<Uint8Array> {
  const { date, language, press, profile } = imprint;
  intend(document, { kind: 'GTS_PDFX', condition: press.condition, channels: 4, profile });
  identify(document, { title, creator: 'Broadsheet', date, language }, PDFX_CLAIMS, true);
  return finish(document, [1, 6]);
}
