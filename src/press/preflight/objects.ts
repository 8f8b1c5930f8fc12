/** Looking into PDF objects, for the preflight alone. */
import { constants, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Opens a finished file; without rests for a window that is not there. @throws when it is no PDF */
export const openFile = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, parseSpeed: ParseSpeeds.Fastest });

/** Dictionary of an object that is one or has one. */
export function asDict(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFRawStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

/** Follows keys through dictionaries. */
export function dig(from: PDFObject | undefined, ...keys: readonly string[]): PDFObject | undefined {
  let object = from;
  for (const key of keys) object = asDict(object)?.lookup(PDFName.of(key));
  return object;
}

/** An entry of a page that its parents may hold. */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  for (let node: PDFDict | undefined = page; node; node = asDict(dig(node, 'Parent'))) {
    const value = node.lookup(PDFName.of(key));
    if (value) return value;
  }
  return undefined;
}

/** A name; undefined for any other object. */
export function asName(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

/** A number; undefined for any other object. */
export function asNumber(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}

/** True or false; undefined for any other object. */
export function asBool(object: PDFObject | undefined): boolean | undefined {
  return object instanceof PDFBool ? object.asBoolean() : undefined;
}

/** A string’s text; undefined for any other object. */
export function asText(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

/** A string's bytes; of anything else, nothing. */
export const asBytes = (object: PDFObject | undefined): Uint8Array =>
  object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : new Uint8Array();

/** Members of an array; of anything else, nothing. */
export function members(object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  return object instanceof PDFArray ? object.asArray().map((_, at) => object.lookup(at)) : [];
}

/** An array's numbers, NaN for members that are none; of anything else, nothing. */
export function asNumbers(object: PDFObject | undefined): readonly number[] {
  return members(object).map((member) => asNumber(member) ?? Number.NaN);
}

/** Entries of a dictionary by name, references followed. */
export function entriesOf(object: PDFObject | undefined): readonly (readonly [string, PDFObject])[] {
  const dict = asDict(object);
  return (dict?.keys() ?? []).flatMap((key) => {
    const value = dict?.lookup(key);
    return value ? [[key.decodeText(), value] as const] : [];
  });
}

/** Names of a stream's filters. */
export function filtersOf(stream: PDFObject | undefined): readonly string[] {
  const filter = dig(stream, 'Filter');
  return (filter instanceof PDFArray ? members(filter) : [filter]).flatMap((name) => asName(name) ?? []);
}

/** Bytes of a stream, filters undone; DCT and other picture codes as they are. */
export function bytesOf(stream: PDFRawStream): Uint8Array {
  const filters = filtersOf(stream);
  if (filters.length === 0 || stream.contents.length === 0) return stream.contents;
  if (filters.length === 1 && filters[0] === 'FlateDecode' && !dig(stream, 'DecodeParms'))
    return inflateSync(stream.contents);
  return filters.includes('DCTDecode') ? stream.contents : decodePDFRawStream(stream).decode();
}

/** The first bytes of a stream; of a deflated one no more is inflated than it takes. */
export function beginningOf(stream: PDFRawStream, count: number): Uint8Array {
  const [filter, ...others] = filtersOf(stream);
  if (filter !== 'FlateDecode' || others.length > 0 || dig(stream, 'DecodeParms'))
    return bytesOf(stream).subarray(0, count);
  const packed = stream.contents.subarray(0, ENOUGH + count);
  return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, count);
}

/** Packed bytes that hold the tables of a first block and some text for certain. */
const ENOUGH = 1024;

/** Bytes as text, a character each: PDF's own syntax is ASCII. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
