/** Places supplied advertisements as vectors: each stand-in becomes a form that holds the advertisement's page. */
import { type PDFContext, PDFDocument, PDFName, PDFObjectCopier, type PDFRawStream } from '@cantoo/pdf-lib';
import { type Fault, FaultError } from '../../fault.ts';
import type { Matrix } from '../content/matrix.ts';
import { contentOf, deflated, dictIn } from '../content/streams.ts';
import { adRefused } from '../faults.ts';
import type { PressJob } from '../model.ts';
import type { Extent } from '../preflight/marks.ts';
import { type PlacedAd, separatePage } from '../separate-page.ts';
import { inspectAd } from './inspect.ts';

/**
 * Puts advertisements in the place of their stand-ins.
 * @returns Whether anything in them is see-through.
 * @throws FaultError `press-ad` with the reasons of every advertisement that is refused.
 */
export async function placeAds(context: PDFContext, ads: readonly PlacedAd[], job: PressJob): Promise<boolean> {
  const faults: Fault[] = [];
  let transparent = false;
  for (const { ref, twin, at } of ads) {
    const width = Math.hypot(at[0], at[1]);
    const height = Math.hypot(at[2], at[3]);
    const booking = { width, height, color: job.page.color, inkLimit: job.press.inkLimit };
    const { reasons, trim } = await inspectAd(twin.bytes, booking);
    faults.push(...reasons.map((reason) => adRefused(job.page.number, twin.file, reason)));
    if (reasons.length > 0) continue;
    const form = await formOf(context, twin.bytes, { trim, width, height }, job);
    context.assign(ref, form.stream);
    transparent ||= form.transparent;
  }
  if (faults.length > 0) throw new FaultError(faults);
  return transparent;
}

interface Fit {
  readonly trim: Extent;
  readonly width: number;
  readonly height: number;
}

/** The advertisement's page as a form on the unit square, at its own size, in the middle of the booked rectangle. */
async function formOf(
  context: PDFContext,
  bytes: Uint8Array,
  { trim, width, height }: Fit,
  job: PressJob,
): Promise<{ readonly stream: PDFRawStream; readonly transparent: boolean }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { node } = document.getPage(0);
  // A page may inherit its resources.
  const resources = node.Resources() ?? document.context.obj({});
  node.set(PDFName.of('Resources'), resources);
  const page = { dict: node, content: contentOf(node) };
  const { content, transparent } = await separatePage(document.context, page, {
    ...job,
    twins: new Map(),
    characters: '',
  });
  const matrix: Matrix = [
    1 / width,
    0,
    0,
    1 / height,
    0.5 - (trim.left + trim.right) / 2 / width,
    0.5 - (trim.bottom + trim.top) / 2 / height,
  ];
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [trim.left, trim.bottom, trim.right, trim.top],
    Matrix: [...matrix],
  });
  dict.set(
    PDFName.of('Resources'),
    PDFObjectCopier.for(document.context, context).copy(dictIn(node, 'Resources') ?? resources),
  );
  if (transparent) dict.set(PDFName.of('Group'), context.obj({ S: 'Transparency', CS: 'DeviceCMYK', I: true }));
  return { stream: deflated(dict, content), transparent };
}
