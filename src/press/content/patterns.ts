/** Moving a page's patterns with its drawing (ISO 32000-1, 8.7.3.1). */
import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { dictIn, ownMatrix } from './streams.ts';

/** Patterns of a page hang on the sheet, not on the drawing that `cm` has moved: each is moved by itself. */
export function shiftPatterns(context: PDFContext, resources: PDFDict, [x, y]: readonly [number, number]): void {
  const patterns = dictIn(resources, 'Pattern');
  for (const [name, value] of patterns?.entries() ?? []) {
    const pattern = context.lookup(value);
    const dict = pattern instanceof PDFRawStream ? pattern.dict : pattern;
    if (!(dict instanceof PDFDict)) continue;
    const [a, b, c, d, e, f] = ownMatrix(dict);
    const moved = dict.clone();
    moved.set(PDFName.of('Matrix'), context.obj([a, b, c, d, e + x, f + y]));
    const copy: PDFObject = pattern instanceof PDFRawStream ? PDFRawStream.of(moved, pattern.contents) : moved;
    patterns?.set(name, context.register(copy));
  }
}
