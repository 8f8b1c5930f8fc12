/** Conditions of PDF/UA-1 on fonts (7.21), as far as they can be read without drawing: embedded, mapped, named, as wide as they say. */
import { PDFArray, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { both, type Phrase } from '../../fault.ts';
import { saysCharacters } from './characters.ts';
import { asName, asNumber, bytesOf, dig, latin1, members } from './objects.ts';
import type { Condition, Facts } from './reader-facts.ts';

/** The part of a composite font that has the glyphs; a simple font itself. */
const carrier = (font: PDFObject): PDFObject => members(dig(font, 'DescendantFonts'))[0] ?? font;

const nameOf = (font: PDFObject): string => asName(dig(font, 'BaseFont')) ?? 'without a name';

function* known({ fonts }: Facts): Generator<Phrase> {
  for (const font of fonts) {
    const name = nameOf(font);
    const part = carrier(font);
    if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => dig(part, 'FontDescriptor', key)))
      yield both(`the font ${name} is not embedded`, `字体 ${name} 没有嵌入`);
    const says = dig(font, 'ToUnicode');
    if (!saysCharacters(font))
      yield both(`the font ${name} does not say its characters`, `字体 ${name} 没有写明对应的字`);
    else if (says instanceof PDFRawStream && /<(?:0000|FEFF|FFFE)>\s*(?:\n|end|$)/i.test(latin1(bytesOf(says))))
      yield both(`the font ${name} says a character that is none`, `字体 ${name} 写了不存在的字`);
    if (asName(dig(part, 'Subtype')) === 'CIDFontType2' && !dig(part, 'CIDToGIDMap'))
      yield both(`the font ${name} does not lead from its codes to glyphs`, `字体 ${name} 的字码对不到字形`);
  }
}

/** Widths may differ by as much, thousandths of an em: the PDF's are rounded. */
const ROUNDED = 1;

function* widths({ fonts }: Facts): Generator<Phrase> {
  for (const font of fonts) {
    const part = carrier(font);
    const program = dig(part, 'FontDescriptor', 'FontFile2');
    if (!(program instanceof PDFRawStream) || asName(dig(part, 'CIDToGIDMap')) !== 'Identity') continue;
    const advance = advancesIn(Buffer.from(bytesOf(program)));
    const wrong = [...listedWidths(dig(part, 'W'))].filter(([glyph, width]) => {
      const own = advance(glyph);
      // Ranges of widths run over glyphs that the subset has emptied: nothing is drawn with those.
      return own !== undefined && own !== 0 && Math.abs(width - own) > ROUNDED;
    });
    if (wrong.length > 0)
      yield both(
        `the font ${nameOf(font)} gives ${wrong.length} glyphs another width than its program`,
        `字体 ${nameOf(font)} 有 ${wrong.length} 个字形的宽度与字库不符`,
      );
  }
}

/** Glyph and width of each entry of a /W array (ISO 32000-1, 9.7.4.3). */
function* listedWidths(list: PDFObject | undefined): Generator<readonly [number, number]> {
  const entries = members(list);
  for (let at = 0; at + 1 < entries.length; ) {
    const first = asNumber(entries[at]) ?? 0;
    const second = entries[at + 1];
    if (second instanceof PDFArray) {
      for (const [index, width] of members(second).entries()) yield [first + index, asNumber(width) ?? 0];
      at += 2;
    } else {
      for (let glyph = first; glyph <= (asNumber(second) ?? 0); glyph += 1)
        yield [glyph, asNumber(entries[at + 2]) ?? 0];
      at += 3;
    }
  }
}

/** Advance of a glyph by a TrueType program, thousandths of an em (OpenType: head, hhea, hmtx). */
function advancesIn(program: Buffer): (glyph: number) => number | undefined {
  const tables = new Map<string, number>();
  for (let table = 0; table < program.readUInt16BE(4); table += 1) {
    const entry = 12 + table * 16;
    tables.set(program.toString('latin1', entry, entry + 4), program.readUInt32BE(entry + 8));
  }
  const [head, hhea, hmtx] = [tables.get('head'), tables.get('hhea'), tables.get('hmtx')];
  if (head === undefined || hhea === undefined || hmtx === undefined) return () => undefined;
  const perEm = program.readUInt16BE(head + 18);
  const count = program.readUInt16BE(hhea + 34);
  return (glyph) => (program.readUInt16BE(hmtx + Math.min(glyph, count - 1) * 4) * 1000) / perEm;
}

/** Conditions of fonts. */
export const FONT_CONDITIONS: readonly Condition[] = [
  { name: 'ua-fonts', clause: '7.21: fonts embedded, glyphs mapped, characters known', check: known },
  { name: 'ua-widths', clause: '7.21.5: glyphs as wide as their program says', check: widths },
];
