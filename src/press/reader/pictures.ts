/**
 * The reader's pictures: stand-ins stay as they are (150 ppi in the screen's colours); line art of one bit and supplied
 * advertisements come in their own sharpness.
 */
import { type PDFContext, type PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PagePlan, PictureBox } from '../../makeup/plan.ts';
import type { Twin } from '../../photo/model.ts';
import { pxToPt } from '../../units.ts';
import { adForm, openAd } from '../ads/form.ts';
import { inspectAd } from '../ads/inspect.ts';
import { dictIn } from '../content/streams.ts';
import { type Twins, twinOf, twinStream } from '../pictures.ts';

/** Sharpens the pictures in a page's resources. */
export async function sharpenPictures(
  context: PDFContext,
  resources: PDFDict,
  page: PagePlan,
  twins: Twins,
): Promise<void> {
  const objects = dictIn(resources, 'XObject');
  for (const [name, ref] of objects?.entries() ?? []) {
    const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    const twin = stream instanceof PDFRawStream ? twinOf(stream, twins) : undefined;
    if (!(stream instanceof PDFRawStream) || !twin) continue;
    const sharper = twin.space === 'bilevel' ? twinStream(context, stream, twin) : await vectors(context, page, twin);
    if (sharper) objects?.set(PDFName.of(name.decodeText()), context.register(sharper));
  }
}

/** A supplied advertisement as vectors, in its own inks: a viewer shows them as it shows any press file. */
async function vectors(context: PDFContext, page: PagePlan, twin: Twin): Promise<PDFRawStream | undefined> {
  const box = page.modules
    .flatMap(({ boxes }) => boxes)
    .find((one): one is PictureBox => one.kind === 'picture' && one.file === twin.file);
  if (twin.space !== 'pdf' || !box) return undefined;
  const [width, height] = [pxToPt(box.width), pxToPt(box.height)];
  const { reasons, trim } = await inspectAd(twin.bytes, {
    width,
    height,
    color: page.color,
    inkLimit: Number.POSITIVE_INFINITY,
  });
  if (reasons.length > 0) return undefined;
  const { document, page: ad } = await openAd(twin.bytes);
  return adForm(context, document, ad, { trim, width, height });
}
