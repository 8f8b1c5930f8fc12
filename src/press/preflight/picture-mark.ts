/** A picture as it is drawn: its pixels, how dense they lie, and on which plates. */
import type { PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { kindOf, platesOf } from './kinds.ts';
import type { PictureMark } from './marks.ts';
import { asNumber, dig } from './objects.ts';
import { around, at, type Six } from './plane.ts';

/** The black plate. */
const BLACK = 3;

/** The mark of a picture that is drawn on the unit square of these coordinates. */
export function pictureMark(stream: PDFRawStream, resources: PDFObject | undefined, ctm: Six): PictureMark {
  const space = dig(stream, 'ColorSpace');
  const plates = platesOf(space, resources);
  const isBlack = plates?.flat().every((plate) => plate === BLACK) ?? false;
  const pixels = [asNumber(dig(stream, 'Width')) ?? 0, asNumber(dig(stream, 'Height')) ?? 0] as const;
  const [a, b, c, d] = ctm;
  return {
    type: 'picture',
    stream,
    kind: isBlack ? 'grey' : kindOf(space, resources),
    pixels,
    bits: asNumber(dig(stream, 'BitsPerComponent')) ?? 8,
    ppi: Math.min((pixels[0] * 72) / Math.hypot(a, b), (pixels[1] * 72) / Math.hypot(c, d)),
    where: around([at(ctm, 0, 0), at(ctm, 1, 1)]),
  };
}
