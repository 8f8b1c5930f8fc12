/** The parts of a PDF file in their order, and how an object is put among them. */
import { type PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';

const LENGTH = PDFName.of('Length');

/** Parts of a file. */
export class Pieces {
  /** Bytes so far. */
  length = 0;
  readonly #parts: Uint8Array[] = [];

  /** Text whose letters are bytes. */
  text(letters: string): void {
    this.copy(Buffer.from(letters, 'latin1'));
  }

  copy(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.length += bytes.length;
  }

  /** All of them in memory of their own. */
  bytes(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

/** An object under its number. */
export function writeObject(file: Pieces, ref: PDFRef, object: PDFObject): void {
  if (object instanceof PDFRawStream) writeStream(file, ref, object.dict, object.contents);
  else file.text(`${ref.objectNumber} ${ref.generationNumber} obj\n${object}\nendobj\n\n`);
}

/** A stream of these bytes under its number. */
export function writeStream(file: Pieces, ref: PDFRef, dict: PDFDict, contents: Uint8Array): void {
  dict.set(LENGTH, PDFNumber.of(contents.length));
  file.text(`${ref.objectNumber} ${ref.generationNumber} obj\n${dict}\nstream\n`);
  file.copy(contents);
  file.text('\nendstream\nendobj\n\n');
}
