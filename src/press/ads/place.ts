/** Places supplied advertisements as vectors: each stand-in becomes a form that holds the advertisement's page. */
import type { PDFContext, PDFRawStream } from '@cantoo/pdf-lib';
import { type Fault, FaultError } from '../../fault.ts';
import { adRefused } from '../faults.ts';
import type { PressJob } from '../model.ts';
import { type PlacedAd, separatePage } from '../separate-page.ts';
import { adForm, type Fit, openAd } from './form.ts';
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
    const form = await inkedForm(context, twin.bytes, { trim, width, height }, job);
    context.assign(ref, form.stream);
    transparent ||= form.transparent;
  }
  if (faults.length > 0) throw new FaultError(faults);
  return transparent;
}

/** The advertisement's page in ink. */
async function inkedForm(
  context: PDFContext,
  bytes: Uint8Array,
  fit: Fit,
  job: PressJob,
): Promise<{ readonly stream: PDFRawStream; readonly transparent: boolean }> {
  const { document, page } = await openAd(bytes);
  const asked = { ...job, twins: new Map(), characters: '' };
  const { content, transparent } = await separatePage(document.context, page, asked);
  const group = transparent ? { S: 'Transparency', CS: 'DeviceCMYK', I: true } : undefined;
  return { stream: adForm(context, document, { ...page, content }, { ...fit, group }), transparent };
}
