/**
 * Which fonts the browser really used: the only proof that no character fell back to a font of the machine. It is read
 * from the font dictionaries of the PDF, which Chromium writes uncompressed (PDF 1.4, no object streams).
 */
import { tablesOf } from '../typeset/font/sfnt.ts';

/** Names of the fonts in a PDF of Chromium, without subset tags, in the order of the alphabet. */
export function fontsOf(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const names = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

/** Name ID of the PostScript name (OpenType, `name` table). */
const POSTSCRIPT = 6;

/** The PostScript name in a TrueType font, by which a PDF knows it; undefined when it has none. */
export function postScriptName(font: Uint8Array): string | undefined {
  const table = tablesOf(font).get('name');
  if (table === undefined) return undefined;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const strings = view.getUint16(4);
  for (let at = 6; at < 6 + 12 * view.getUint16(2); at += 12) {
    if (view.getUint16(at + 6) !== POSTSCRIPT) continue;
    const from = strings + view.getUint16(at + 10);
    const bytes = table.subarray(from, from + view.getUint16(at + 8));
    // Platform 1 writes bytes, the others UTF-16; a PostScript name is ASCII in both.
    return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  }
  return undefined;
}
