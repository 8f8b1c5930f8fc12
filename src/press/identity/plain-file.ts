/**
 * Writes a document's objects one after the other, with a table of where they stand (ISO 32000-1, 7.5.4). pdf-lib's own
 * writer measures every object before it writes it, and copies pictures and profiles byte by byte.
 */
import {
  PDFCrossRefSection,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFTrailer,
  PDFTrailerDict,
} from '@cantoo/pdf-lib';

const LENGTH = PDFName.of('Length');

/** The whole file, nothing packed but what its streams pack themselves. */
export async function plainFile(document: PDFDocument): Promise<Uint8Array> {
  await document.flush();
  const { context } = document;
  const file = new Pieces();
  const table = PDFCrossRefSection.create();
  file.text(`${context.header}\n\n`);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    table.addEntry(ref, file.length);
    writeObject(file, ref, object);
  }
  const start = file.length;
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = PDFTrailerDict.of(context.obj({ Size: context.largestObjectNumber + 1, Root, Info, ID }));
  file.text(`${table}\n${trailer}\n\n${PDFTrailer.forLastCrossRefSectionOffset(start)}`);
  return file.bytes();
}

function writeObject(file: Pieces, ref: PDFRef, object: PDFObject): void {
  file.text(`${ref.objectNumber} ${ref.generationNumber} obj\n`);
  if (object instanceof PDFRawStream) {
    object.dict.set(LENGTH, PDFNumber.of(object.contents.length));
    file.text(`${object.dict}\nstream\n`);
    file.copy(object.contents);
    file.text('\nendstream\nendobj\n\n');
  } else file.text(`${object}\nendobj\n\n`);
}

/** Parts of a file in their order. */
class Pieces {
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
