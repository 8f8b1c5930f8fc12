/** Links as the file has them: annotations, and destinations on the reader's pages (ISO 32000-1, 12.3.2 and 12.5.6.5). */
import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Destination, PageLink } from './links.ts';
import type { Frame } from './places.ts';

/** The reader's pages, and where the type area lies on each. */
export interface PageRefs {
  readonly pages: readonly PDFRef[];
  readonly frames: readonly Frame[];
}

/** A destination as PDF writes it. */
export function destination(
  { page, x, y }: Destination,
  { pages, frames }: PageRefs,
): readonly (PDFRef | string | number | null)[] {
  const [left, top] = frames[page]?.toView(x - AIR, y - AIR) ?? [0, 0];
  return [pages[page] ?? null, 'XYZ', left, top, null];
}

/** Air left and above a place that a link leads to, CSS pixels. */
const AIR = 12;

/** The annotation of a link. */
export function annotate(context: PDFContext, link: PageLink, page: number, refs: PageRefs): PDFRef {
  const rect = refs.frames[page]?.toRect(link.area) ?? [0, 0, 0, 0];
  const dict: PDFDict = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: rect.map((value) => Math.round(value * 100) / 100),
    Border: [0, 0, 0],
    F: 4,
  });
  dict.set(PDFName.of('Contents'), PDFHexString.fromText(link.says));
  if ('uri' in link.target) {
    const action = context.obj({ S: 'URI' });
    action.set(PDFName.of('URI'), PDFString.of(encodeURI(decodeURI(link.target.uri))));
    dict.set(PDFName.of('A'), action);
  } else dict.set(PDFName.of('Dest'), context.obj([...destination(link.target, refs)]));
  return context.register(dict);
}
