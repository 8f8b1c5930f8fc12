/** Type for the slug line: a small TrueType subset, embedded as a CID font like all others on the page. */
import { PDFArray, type PDFContext, PDFName, PDFNumber, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { advancesOf, CharacterMap, need, tablesOf, viewOf } from '../../typeset/font/sfnt.ts';
import { ascii } from '../content/bytes.ts';
import { deflated } from '../content/streams.ts';
import { writeToUnicode } from '../fonts.ts';

/** The type of the slug line. */
export interface SlugType {
  /** A text as hexadecimal glyph codes. */
  encode(text: string): string;
  /** Width of a text in ems. */
  widthOf(text: string): number;
  /** Puts the font into a document. */
  embed(context: PDFContext): PDFRef;
}

/** Name under which the subset is embedded; the letters are those of a first subset, as the standard wants six. */
const NAME = 'AAAAAA+BroadsheetSlug';

/** Stands for a letter that the font has not even without its accents. */
const UNKNOWN = '?';

/** A letter without its accents. */
const baseOf = (letter: string): string => [...letter.normalize('NFD')][0] ?? letter;

/** The characters that set a text: its own, and those that stand in for what a font lacks. */
export const lettersFor = (text: string): string =>
  [...new Set([...text, ...[...text].map(baseOf), UNKNOWN])].sort().join('');

/**
 * Reads a TrueType subset.
 * @param text Every character that it will set, by `lettersFor`.
 */
export function readSlugType(program: Uint8Array, text: string): SlugType {
  const tables = tablesOf(program);
  const map = new CharacterMap(need(tables, 'cmap'));
  const advances = advancesOf(tables);
  const perEm = viewOf(need(tables, 'head')).getUint16(18);
  const own = (letter: string): number => map.glyph(letter.codePointAt(0) ?? 0);
  const glyphOf = (letter: string): number => own(letter) || own(baseOf(letter)) || own(UNKNOWN);
  const mil = (glyph: number): number => Math.round(((advances[glyph] ?? 0) * 1000) / perEm);
  const glyphs = new Map([...new Set(text)].filter(own).map((letter) => [own(letter), letter]));

  const embed = (context: PDFContext): PDFRef => {
    const head = viewOf(need(tables, 'head'));
    const hhea = viewOf(need(tables, 'hhea'));
    const scaled = (value: number): number => Math.round((value * 1000) / perEm);
    const ascent = scaled(hhea.getInt16(4));
    const file = deflated(context.obj({ Length1: program.length }), program);
    const descriptor = context.obj({
      Type: 'FontDescriptor',
      FontName: NAME,
      Flags: 4,
      FontBBox: [36, 38, 40, 42].map((at) => scaled(head.getInt16(at))),
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: scaled(hhea.getInt16(6)),
      CapHeight: ascent,
      StemV: 80,
      FontFile2: context.register(file),
    });
    const info = context.obj({ Supplement: 0 });
    info.set(PDFName.of('Registry'), PDFString.of('Adobe'));
    info.set(PDFName.of('Ordering'), PDFString.of('Identity'));
    const widths = PDFArray.withContext(context);
    for (const glyph of [...glyphs.keys()].sort((one, two) => one - two)) {
      widths.push(PDFNumber.of(glyph));
      widths.push(context.obj([mil(glyph)]));
    }
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: NAME,
      CIDSystemInfo: info,
      FontDescriptor: context.register(descriptor),
      DW: 1000,
      W: widths,
      CIDToGIDMap: 'Identity',
    });
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: NAME,
        Encoding: 'Identity-H',
        DescendantFonts: [context.register(descendant)],
        ToUnicode: context.register(deflated(context.obj({}), ascii(writeToUnicode(glyphs)))),
      }),
    );
  };

  return {
    encode: (letters) => [...letters].map((letter) => glyphOf(letter).toString(16).padStart(4, '0')).join(''),
    widthOf: (letters) => [...letters].reduce((sum, letter) => sum + (advances[glyphOf(letter)] ?? 0) / perEm, 0),
    embed,
  };
}
