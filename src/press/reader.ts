/** The reader's PDF: all pages at trim size, on the screen's colours, tagged, with bookmarks and live links. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Plan } from '../makeup/plan.ts';
import { mmToPt } from '../units.ts';
import { finish, identify } from './identity/document.ts';
import type { PressJob } from './model.ts';

/** What the reader's PDF is made with. */
export interface ReaderJob extends Pick<PressJob, 'paper' | 'language' | 'date' | 'issue' | 'characters' | 'twins'> {
  readonly bleed: PressJob['press']['bleed'];
  readonly plan: Plan;
  /** Headline of each article, by slug, for the bookmarks. */
  readonly titles: Readonly<Record<string, string>>;
}

/**
 * Makes the reader's PDF.
 * @param raw Chromium's tagged PDF of all sheets, in the order of the plan's pages, trim with the bleed around it.
 */
export async function toReader(raw: Uint8Array, job: ReaderJob): Promise<Uint8Array> {
  const document = await PDFDocument.load(raw, { updateMetadata: false });
  const edge = mmToPt(job.bleed);
  for (const [index, page] of document.getPages().entries()) {
    const trim = job.plan.pages[index]?.trim;
    if (!trim) continue;
    const top = page.getHeight() - edge;
    page.setMediaBox(edge, top - mmToPt(trim.height), mmToPt(trim.width), mmToPt(trim.height));
    page.node.delete(PDFName.of('CropBox'));
  }
  identify(
    document,
    { title: `${job.paper} ${job.issue}`, creator: 'Broadsheet', date: job.date, language: job.language },
    '',
    false,
  );
  return finish(document, [1, 7]);
}
