/** A supplied advertisement's page as a form XObject that takes the place of a picture. */
import {
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFRawStream,
} from '@cantoo/pdf-lib';
import { contentOf, deflated, dictIn, openPdf } from '../content/streams.ts';
import type { Extent } from '../preflight/marks.ts';

/** The page of an advertisement's file. */
export interface AdPage {
  readonly dict: PDFDict;
  readonly content: Uint8Array;
}

/** The advertisement's only page; resources that it inherits become its own. */
export async function openAd(bytes: Uint8Array): Promise<{ readonly document: PDFDocument; readonly page: AdPage }> {
  const document = await openPdf(bytes);
  const { node } = document.getPage(0);
  node.set(PDFName.of('Resources'), node.Resources() ?? document.context.obj({}));
  return { document, page: { dict: node, content: contentOf(node) } };
}

/** An advertisement, and the place that was sold for it. */
export interface Fit {
  /** The advertisement's trimmed page, its own points. */
  readonly trim: Extent;
  /** The booked rectangle, points. */
  readonly width: number;
  readonly height: number;
}

/**
 * The page as a form on the unit square, as pictures are: at its own size, never scaled, in the middle of the booked
 * rectangle, clipped at its trim.
 */
export function adForm(
  context: PDFContext,
  document: PDFDocument,
  { dict: page, content }: AdPage,
  { trim, width, height, group }: Fit & { readonly group?: Readonly<Record<string, string | boolean>> | undefined },
): PDFRawStream {
  const { left, bottom, right, top } = trim;
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [left, bottom, right, top],
    Matrix: [1 / width, 0, 0, 1 / height, 0.5 - (left + right) / 2 / width, 0.5 - (bottom + top) / 2 / height],
  });
  const resources = dictIn(page, 'Resources') ?? document.context.obj({});
  dict.set(PDFName.of('Resources'), PDFObjectCopier.for(document.context, context).copy(resources));
  if (group) dict.set(PDFName.of('Group'), context.obj(group));
  return deflated(dict, content);
}
