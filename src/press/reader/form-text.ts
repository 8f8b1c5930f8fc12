/**
 * Where the text of a form begins: Chromium draws a line whose glyphs are scaled as a form of its own, and a line of which only
 * that is known is still a line of the plan.
 */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import { IDENTITY, type Matrix, matrixOf, multiply } from '../content/matrix.ts';
import { OperationReader } from '../content/operations.ts';
import { ownMatrix, streamBytes } from '../content/streams.ts';

/** Text space of a form's first glyph in the space of whoever draws the form; undefined where it has no text. */
export function textOfForm(form: PDFRawStream): Matrix | undefined {
  const reader = new OperationReader(streamBytes(form));
  const stack: Matrix[] = [];
  let ctm = ownMatrix(form.dict);
  let text: Matrix = IDENTITY;
  for (let one = reader.next(); one !== undefined; one = reader.next()) {
    switch (one.operator) {
      case 'q':
        stack.push(ctm);
        break;
      case 'Q':
        ctm = stack.pop() ?? ctm;
        break;
      case 'cm':
        ctm = multiply(matrixOf(one.numbers), ctm);
        break;
      case 'BT':
        text = IDENTITY;
        break;
      case 'Tm':
        text = matrixOf(one.numbers);
        break;
      case 'Td':
        text = multiply([1, 0, 0, 1, one.numbers[0] ?? 0, one.numbers[1] ?? 0], text);
        break;
      case 'Tj':
      case 'TJ':
        return multiply(text, ctm);
      default:
    }
  }
  return undefined;
}
