/**
 * The fonts of a page. A Type 3 font is refused. The ToUnicode map of every other one is repaired: where two code points
 * share a glyph Chromium names the lower one, which for a good part of all Han characters is a Kangxi or CJK radical
 * (⼤ U+2F24 for 大 U+5927), and search, copying, screen readers and indexing all fail.
 */
import { type PDFContext, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { ascii } from './content/bytes.ts';
import { deflated, nameIn, streamBytes } from './content/streams.ts';
import { unified } from './radicals.ts';

/** Glyph codes to text. */
export type GlyphText = ReadonlyMap<number, string>;

const TO_UNICODE = PDFName.of('ToUnicode');

/** A font whose glyphs are drawings, which printers refuse. */
export const isType3 = (font: PDFDict): boolean => nameIn(font, 'Subtype') === 'Type3';

/** What the glyphs of a font say, by the font's own word. */
export function readToUnicode(font: PDFDict): GlyphText {
  const stream = font.lookup(TO_UNICODE);
  return stream instanceof PDFRawStream
    ? parseToUnicode(Buffer.from(streamBytes(stream)).toString('latin1'))
    : new Map();
}

/**
 * Repairs a font's ToUnicode map.
 * @param known Every character that the page may show: a glyph that says anything else is put right; empty = unknown.
 * @param votes What glyphs were marked to say (`readActualText`).
 * @returns Characters that no article has and that could not be put right.
 */
export function repairToUnicode(
  context: PDFContext,
  font: PDFDict,
  known: ReadonlySet<string>,
  votes: GlyphText = new Map(),
): readonly string[] {
  const glyphs = readToUnicode(font);
  const repaired = new Map([...glyphs].map(([code, text]) => [code, rightText(votes.get(code) ?? text, known)]));
  if ([...repaired].some(([code, text]) => glyphs.get(code) !== text)) {
    const bytes = ascii(writeToUnicode(repaired));
    font.set(TO_UNICODE, context.register(deflated(context.obj({}), bytes)));
  }
  return [...repaired.values()].filter((text) => known.size > 0 && [...text].some((letter) => !known.has(letter)));
}

function rightText(text: string, known: ReadonlySet<string>): string {
  return [...text].map((letter) => (known.has(letter) ? letter : (unified(letter, known) ?? letter))).join('');
}

/** Reads `bfchar` and `bfrange` (ISO 32000-1, 9.10.3). */
export function parseToUnicode(cmap: string): GlyphText {
  const glyphs = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>/g))
      glyphs.set(Number.parseInt(code, 16), utf16(text));
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) readRanges(body, glyphs);
  return glyphs;
}

function readRanges(body: string, glyphs: Map<number, string>): void {
  const range = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])/g;
  for (const [, low = '', high = '', first, list] of body.matchAll(range)) {
    const from = Number.parseInt(low, 16);
    const to = Number.parseInt(high, 16);
    const texts = list?.match(/[0-9a-fA-F]+/g)?.map(utf16);
    for (let code = from; code <= to; code += 1)
      glyphs.set(code, texts ? (texts[code - from] ?? '') : counted(utf16(first ?? ''), code - from));
  }
}

/** The text with its last character moved on. */
function counted(text: string, by: number): string {
  const letters = [...text];
  const last = letters.pop()?.codePointAt(0) ?? 0;
  return letters.join('') + String.fromCodePoint(last + by);
}

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** Entries in one `bfchar` block (the CMap specification allows a hundred). */
const BLOCK = 100;

/** Writes a map as a CMap program. */
export function writeToUnicode(glyphs: GlyphText): string {
  const entries = [...glyphs]
    .sort(([one], [two]) => one - two)
    .map(([code, text]) => `<${hex4(code)}> <${hexText(text)}>`);
  const blocks = Array.from({ length: Math.ceil(entries.length / BLOCK) }, (_, at) => {
    const block = entries.slice(at * BLOCK, (at + 1) * BLOCK);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

const hex4 = (code: number): string => code.toString(16).padStart(4, '0').toUpperCase();

const hexText = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => hex4(text.charCodeAt(at))).join('');
