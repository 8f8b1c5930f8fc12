/** Pictures within content (ISO 32000-1, 8.9.7), as if they stood in the file like others. */
import { type PDFContext, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Value } from './tokens.ts';

/** What the short names stand for (tables 93 and 94). */
const LONG: Readonly<Record<string, string>> = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  W: 'Width',
  '/G': '/DeviceGray',
  '/RGB': '/DeviceRGB',
  '/CMYK': '/DeviceCMYK',
  '/I': '/Indexed',
  '/AHx': '/ASCIIHexDecode',
  '/A85': '/ASCII85Decode',
  '/LZW': '/LZWDecode',
  '/Fl': '/FlateDecode',
  '/RL': '/RunLengthDecode',
  '/CCF': '/CCITTFaxDecode',
  '/DCT': '/DCTDecode',
};

/** The picture with its packed bytes; strings, such as palettes, are left out, for content is read without them. */
export function inlinePicture(image: ReadonlyMap<string, Value>, data: Uint8Array, context: PDFContext): PDFRawStream {
  const dict = context.obj({});
  for (const [key, value] of image) dict.set(PDFName.of(LONG[key] ?? key), objectOf(value, context));
  return PDFRawStream.of(dict, data);
}

function objectOf(value: Value, context: PDFContext): PDFObject {
  if (typeof value === 'number') return context.obj(value);
  if (typeof value === 'boolean') return context.obj(value);
  if (typeof value === 'string') return PDFName.of((LONG[value] ?? value).slice(1));
  if (Array.isArray(value)) {
    const list = context.obj([]);
    for (const member of value) list.push(objectOf(member, context));
    return list;
  }
  if (value instanceof Map) {
    const dict = context.obj({});
    for (const [key, member] of value) dict.set(PDFName.of(String(key).replace(/^\//, '')), objectOf(member, context));
    return dict;
  }
  return context.obj(null);
}
