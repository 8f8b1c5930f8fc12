/**
 * Writes a document's small objects into deflated object streams, with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
 * The bytes are those of pdf-lib's own writer, which looks through all entries of the table for each new one: of a tagged
 * issue ten thousand.
 */
import {
  PDFCatalog,
  type PDFDict,
  type PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFStream,
  PDFTrailer,
} from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { Pieces, writeObject, writeStream } from './pieces.ts';

/** Objects in one stream. */
const TOGETHER = 50;

/** Where an object is found: the three fields of its entry (table 18). */
type Place = readonly [number, number, number];

/** Object 0, from which the free ones hang: there are none. */
const FREE: Place = [0, 0, 65535];
const ALONE = 1;
const IN_STREAM = 2;

/** The whole file. */
export async function packedFile(document: PDFDocument): Promise<Uint8Array> {
  await document.flush();
  const { context } = document;
  const { Root, Info, ID } = context.trailerInfo;
  const table = context.obj({ Size: 0, Root, Info, ID, Filter: 'FlateDecode', Type: 'XRef' });
  const file = new Pieces();
  const places = new Map<number, Place>([[0, FREE]]);
  file.text(`${context.header}\n\n`);
  const small: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (isAlone(ref, object)) {
      places.set(ref.objectNumber, [ALONE, file.length, ref.generationNumber]);
      writeObject(file, ref, object);
    } else small.push([ref, object]);
  let number = context.largestObjectNumber + 1;
  for (let from = 0; from < small.length; from += TOGETHER, number += 1) {
    const together = small.slice(from, from + TOGETHER);
    for (const [index, [ref]] of together.entries()) places.set(ref.objectNumber, [IN_STREAM, number, index]);
    places.set(number, [ALONE, file.length, 0]);
    const { text, first } = textOf(together);
    const dict = context.obj({ Filter: 'FlateDecode', Type: 'ObjStm', N: together.length, First: first });
    writeStream(file, PDFRef.of(number), dict, zlibSync(Buffer.from(text, 'latin1')));
  }
  const start = file.length;
  places.set(number, [ALONE, start, 0]);
  table.set(PDFName.of('Size'), PDFNumber.of(number + 1));
  writeTable(file, PDFRef.of(number), table, places);
  file.text(`${PDFTrailer.forLastCrossRefSectionOffset(start)}`);
  return file.bytes();
}

/** What may not lie in an object stream, and what a reader looks for first. */
const isAlone = (ref: PDFRef, object: PDFObject): boolean =>
  object instanceof PDFStream ||
  object instanceof PDFInvalidObject ||
  object instanceof PDFCatalog ||
  object instanceof PDFPageTree ||
  object instanceof PDFPageLeaf ||
  ref.generationNumber !== 0;

/** Objects one after the other, headed by their numbers and where each begins. */
function textOf(objects: readonly (readonly [PDFRef, PDFObject])[]): { readonly text: string; readonly first: number } {
  let head = '';
  let body = '';
  for (const [{ objectNumber }, object] of objects) {
    head += `${objectNumber} ${body.length} `;
    body += `${object}\n`;
  }
  return { text: head + body, first: head.length };
}

/** The cross-reference stream: each field in as many bytes as its greatest value takes. */
function writeTable(file: Pieces, ref: PDFRef, dict: PDFDict, places: ReadonlyMap<number, Place>): void {
  const entries = [...places].sort(([one], [other]) => one - other);
  const sections: [number, number][] = [];
  const greatest: [number, number, number] = [0, 0, 0];
  for (const [number, place] of entries) {
    const section = sections.at(-1);
    if (section !== undefined && section[0] + section[1] === number) section[1] += 1;
    else sections.push([number, 1]);
    for (const field of [0, 1, 2] as const) greatest[field] = Math.max(greatest[field], place[field]);
  }
  const widths = greatest.map(bytesOf);
  const rows = Buffer.alloc(entries.length * widths.reduce((sum, width) => sum + width, 0));
  let at = 0;
  for (const [, place] of entries)
    for (const [field, width] of widths.entries()) at = rows.writeUIntBE(place[field] ?? 0, at, width);
  const packed = zlibSync(rows);
  dict.set(PDFName.of('Length'), PDFNumber.of(packed.length));
  dict.set(PDFName.of('W'), dict.context.obj(widths));
  dict.set(PDFName.of('Index'), dict.context.obj(sections.flat()));
  writeStream(file, ref, dict, packed);
}

/** Bytes that a whole number takes. */
const bytesOf = (value: number): number => Math.max(1, Math.ceil(Math.log2(value + 1) / 8));
