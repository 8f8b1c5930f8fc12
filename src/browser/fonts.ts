/**
 * Which fonts the browser really used: the only proof that no character fell back to a font of the machine. It is read
 * from the font dictionaries of the PDF, which Chromium writes uncompressed (PDF 1.4, no object streams).
 */

/** Names of the fonts in a PDF of Chromium, without subset tags, in the order of the alphabet. */
export function fontsOf(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const names = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}
