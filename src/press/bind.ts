/** The pages of an issue in one PDF/X-4. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { openPdf } from './content/streams.ts';
import type { PressJob } from './model.ts';
import { type Imprint, publish } from './publish.ts';

/** The issue whose pages are bound. */
export interface BindJob extends Imprint, Pick<PressJob, 'paper' | 'issue'> {}

/**
 * Binds press pages, in this order, into one file with one output intent.
 * @param pages Bytes of `toPress`.
 */
export async function bindPress(pages: readonly Uint8Array[], job: BindJob): Promise<Uint8Array> {
  const bound = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of pages) {
    const single = await openPdf(bytes);
    for (const page of await bound.copyPages(single, single.getPageIndices())) bound.addPage(page);
  }
  return publish(bound, job, `${job.paper} ${job.issue}`);
}
