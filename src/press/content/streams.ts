/** Getting at the bytes of PDF streams and putting others in their place. */
import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import type { Matrix } from './matrix.ts';

/** Opens a PDF without the millisecond of rest that the library takes after every hundred objects to keep a window alive. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });

const FILTER = PDFName.of('Filter');
const PARMS = PDFName.of('DecodeParms');

/** Name of the last filter of a stream; undefined when there is none. */
export function filterOf(stream: PDFRawStream): string | undefined {
  const filter = stream.dict.lookup(FILTER);
  const last = filter instanceof PDFArray ? filter.lookup(filter.size() - 1) : filter;
  return last instanceof PDFName ? last.decodeText() : undefined;
}

/** The stream's bytes with all filters undone (but DCT, whose bytes are the JPEG). */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(FILTER);
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only === undefined || only === PDFName.of('DCTDecode')) return stream.contents;
  if (only === PDFName.of('FlateDecode') && stream.dict.lookup(PARMS) === undefined)
    return inflateSync(stream.contents);
  return decodePDFRawStream(stream).decode();
}

/** A stream of deflated bytes under this dictionary (which gets the filter and the length). */
export const deflated = (dict: PDFDict, bytes: Uint8Array): PDFRawStream => packedStream(dict, packed(bytes));

/** Bytes deflated as all streams of the house are. */
export const packed = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 7 });

/** A stream of bytes that are deflated already. */
export function packedStream(dict: PDFDict, bytes: Uint8Array): PDFRawStream {
  dict.delete(PARMS);
  dict.set(FILTER, PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  return PDFRawStream.of(dict, bytes);
}

/** An entry of a dictionary, if it is a dictionary. */
export function dictIn(dict: PDFDict | undefined, name: string): PDFDict | undefined {
  const value = dict?.lookup(PDFName.of(name));
  return value instanceof PDFDict ? value : value instanceof PDFRawStream ? value.dict : undefined;
}

/** An entry of a dictionary, if it is a stream. */
export function streamIn(dict: PDFDict | undefined, name: string): PDFRawStream | undefined {
  const value = dict?.lookup(PDFName.of(name));
  return value instanceof PDFRawStream ? value : undefined;
}

/** An entry's name as text. */
export function nameIn(dict: PDFDict | undefined, name: string): string | undefined {
  const value = dict?.lookup(PDFName.of(name));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** An entry's number. */
export function numberIn(dict: PDFDict | undefined, name: string): number | undefined {
  const value = dict?.lookup(PDFName.of(name));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** The matrix of a form or a pattern (ISO 32000-1, 8.10.2 and 8.7.3.1). */
export function ownMatrix(dict: PDFDict): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(dict.lookup(PDFName.of('Matrix'))) ?? [];
  return [a, b, c, d, e, f];
}

/** An array of numbers; undefined when it is none. */
export function numbersOf(value: PDFObject | undefined): readonly number[] | undefined {
  if (!(value instanceof PDFArray)) return undefined;
  const numbers = value.asArray().map((_, at) => value.lookup(at));
  return numbers.every((number) => number instanceof PDFNumber)
    ? numbers.map((number) => number.asNumber())
    : undefined;
}

const NEWLINE = Uint8Array.of(10);

/** All content streams of a page as one. */
export function contentOf(dict: PDFDict): Uint8Array {
  const contents = dict.lookup(PDFName.of('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  const bytes = streams
    .filter((stream) => stream instanceof PDFRawStream)
    .flatMap((stream) => [streamBytes(stream), NEWLINE]);
  return Buffer.concat(bytes);
}
