/** One font of several subsets of a face: what each of them draws, and nothing that contradicts itself. */
import { describe, expect, test } from 'vitest';
import { faceOf } from '#src/typeset/faces.ts';
import { Source } from '#src/typeset/font/graft.ts';
import { advancesOf, CharacterMap, need, tablesOf } from '#src/typeset/font/sfnt.ts';
import { uniteFonts } from '#src/typeset/font/unite.ts';
import type { FaceId } from '#src/typeset/model.ts';
import { subsetFace } from '#src/typeset/subset.ts';

const [ONE, OTHER] = ['春到小城A，', '江边花到，B '];
const stable = (text: string, face: FaceId = 'song') => subsetFace(faceOf(face), text, { stable: true });
const glyphOf = (font: Uint8Array, character: string) =>
  new CharacterMap(need(tablesOf(font), 'cmap')).glyph(character.codePointAt(0) ?? 0);

describe('subsets that kept their glyphs’ numbers', () => {
  test.each([
    ['song', ONE, OTHER],
    ['kai', ONE, OTHER],
    ['serif-latin', 'office', 'Büro 9'],
  ])('of %s give one font with the outlines and widths of all', async (face, text, more) => {
    const whole = await stable(text + more, face);
    const { bytes, widths } = uniteFonts([await stable(text, face), await stable(more, face)]);
    const cmap = new Map([['cmap', need(tablesOf(whole), 'cmap')]]);
    const advances = advancesOf(new Map([...tablesOf(bytes), ...cmap]));
    const source = new Source(whole);
    for (const character of new Set(text + more)) {
      const glyph = glyphOf(whole, character);
      const drawn = source.glyph(glyph);
      expect(glyph, character).toBeGreaterThan(0);
      expect(outlineIn(bytes, glyph, drawn.outline.length), character).toEqual(Buffer.from(drawn.outline));
      expect(advances[glyph], character).toBe(drawn.advance);
      expect(widths.get(glyph), character).toBeCloseTo((drawn.advance * 1000) / perEm(whole), 6);
    }
    const present = new Set(source.present());
    expect([...widths.keys()].filter((glyph) => !present.has(glyph))).toEqual([]);
  });

  test('give the same font in whichever order they come', async () => {
    const [one, other] = [await stable(ONE), await stable(OTHER)];
    expect(Buffer.compare(uniteFonts([one, other]).bytes, uniteFonts([other, one]).bytes)).toBe(0);
  });

  test('must not differ about a glyph', async () => {
    const [one, other] = [await subsetFace(faceOf('song'), '春到'), await subsetFace(faceOf('song'), '江边')];
    expect(() => uniteFonts([one, other])).toThrow(/bug: glyph \d+ is another one/);
  });
});

const perEm = (font: Uint8Array): number => Buffer.from(need(tablesOf(font), 'head')).readUInt16BE(18);

/** So many bytes of a glyph's outline in a font with long offsets; what follows them fills up. */
function outlineIn(font: Uint8Array, glyph: number, length: number): Buffer {
  const tables = tablesOf(font);
  const loca = Buffer.from(need(tables, 'loca'));
  const [from, to] = [loca.readUInt32BE(glyph * 4), loca.readUInt32BE(glyph * 4 + 4)];
  expect(to - from - length).toBeLessThan(4);
  return Buffer.from(need(tables, 'glyf').slice(from, from + length));
}
