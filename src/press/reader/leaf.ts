/**
 * A leaf of the reader's PDF: what can be made of a page while the others are still being printed. Only objects that have numbers
 * in the finished file are left to the binding.
 */
import type { PagePlan } from '../../makeup/plan.ts';
import { mmToPt } from '../../units.ts';
import { ascii, pdfNumber } from '../content/bytes.ts';
import { contentOf, dictIn, openPdf, packed } from '../content/streams.ts';
import type { Element } from './branch.ts';
import type { LeafJob } from './leaf-job.ts';
import { Frame } from './places.ts';
import { tagContent } from './tag-content.ts';
import { pageBranch } from './tree.ts';

/** A page, but for its resources. */
export interface Leaf {
  /** Its content, marked and moved to its trim, deflated. */
  readonly content: Uint8Array;
  /** Its branch of the structure tree. */
  readonly branch: Element;
}

/**
 * Makes a leaf.
 * @param raw Chromium's PDF of the sheet, trim with the bleed around it.
 */
export async function makeLeaf(raw: Uint8Array, { page, bleed, links, titles, level }: LeafJob): Promise<Leaf> {
  const printed = await openPdf(raw);
  const sheet = printed.getPage(0);
  const height = sheet.getHeight();
  const resources = dictIn(sheet.node, 'Resources');
  const tagged = tagContent(contentOf(sheet.node), { page, frame: new Frame(page, bleed), resources, height });
  const [x, y] = shiftOf(page, bleed, height).map((value) => pdfNumber(value));
  const content = Buffer.concat([ascii(`q 1 0 0 1 ${x} ${y} cm\n`), tagged.content, ascii('\nQ\n')]);
  const titleOf = (slug: string): string => titles[slug] ?? '';
  return { content: packed(content), branch: pageBranch({ page, tagged, links, titleOf, level }) };
}

/** From Chromium's page of this height to the trim, points. */
export function shiftOf({ trim }: PagePlan, bleed: number, height: number): readonly [number, number] {
  const edge = mmToPt(bleed);
  return [-edge, mmToPt(trim.height) + edge - height];
}
