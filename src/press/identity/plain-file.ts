/**
 * Writes a document's objects one after the other, with a table of where they stand (ISO 32000-1, 7.5.4). pdf-lib's own
 * writer measures every object before it writes it, and copies pictures and profiles byte by byte.
 */
import { PDFCrossRefSection, type PDFDocument, PDFTrailer, PDFTrailerDict } from '@cantoo/pdf-lib';
import { Pieces, writeObject } from './pieces.ts';

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
