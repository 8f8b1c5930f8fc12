/**
 * One TrueType font out of several subsets of the same face whose glyphs kept their numbers: each glyph from whichever
 * subset has it. Made for a PDF's composite fonts, which name glyphs by number: it has no character map.
 */
import { type Glyph, glyphTables, Source } from './graft.ts';
import { assembleFont, need, tablesOf, viewOf } from './sfnt.ts';

/** A united font. */
export interface UnitedFont {
  readonly bytes: Uint8Array;
  /** Advance widths of the glyphs that it has, by their numbers, thousandths of an em. */
  readonly widths: ReadonlyMap<number, number>;
}

const EMPTY: Glyph = { outline: new Uint8Array(), advance: 0, bearing: 0 };

/** Tables that are the face's, whatever the subset; the rest is made here or not needed without characters. */
const COMMON = ['cvt ', 'fpgm', 'name', 'prep'];

/** Unites subsets of a face. */
export function uniteFonts(fonts: readonly [Uint8Array, ...Uint8Array[]]): UnitedFont {
  const sources = fonts.map((font) => new Source(font));
  const glyphs = new Array<Glyph>(Math.max(...sources.map(({ count }) => count))).fill(EMPTY);
  for (const source of sources)
    for (const index of source.present()) glyphs[index] = known(glyphs[index] ?? EMPTY, source.glyph(index), index);
  const tables = tablesOf(fonts[0]);
  const perEm = viewOf(need(tables, 'head')).getUint16(18);
  const widths = new Map<number, number>();
  let number = 0;
  for (const glyph of glyphs) {
    if (glyph !== EMPTY) widths.set(number, (glyph.advance * 1000) / perEm);
    number += 1;
  }
  return { bytes: assembleFont(new Map([...commonOf(tables), ...glyphTables(tables, glyphs)])), widths };
}

/** The glyph that is there already, which must be the same. */
function known(before: Glyph, glyph: Glyph, index: number): Glyph {
  if (before === EMPTY) return glyph;
  // A subset may fill its outlines up to two or four bytes.
  const length = Math.min(before.outline.length, glyph.outline.length);
  const isSame = Buffer.compare(before.outline.subarray(0, length), glyph.outline.subarray(0, length)) === 0;
  if (!isSame || before.advance !== glyph.advance)
    throw new Error(`bug: glyph ${index} is another one in two subsets of a face`);
  return before;
}

const commonOf = (tables: ReadonlyMap<string, Uint8Array>) => [...tables].filter(([tag]) => COMMON.includes(tag));
