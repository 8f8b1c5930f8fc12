/** Fonts: what is measured is what the files say, and what a subset draws. */
import { readFile } from 'node:fs/promises';
import * as hb from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { FACES, type Face, faceOf, fileIn, nameplateFace } from '../../src/typeset/faces.ts';
import { drawnWidth } from '../../src/typeset/font/metrics.ts';
import { advancesOf, CharacterMap, need, tablesOf, viewOf } from '../../src/typeset/font/sfnt.ts';
import { Slices } from '../../src/typeset/font/slices.ts';
import { subsetFace } from '../../src/typeset/subset.ts';
import { missingGlyphs } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';
import { metrics } from './builders.ts';

const TEXT = '早市的一杆秤，称出“良心”——…AVATAR fi 2026。';

const fileOf = async (face: Face): Promise<Uint8Array> => {
  if (face.source.kind === 'file') return readFile(fileIn(face.source.module));
  const slices = await Slices.open(face);
  return slices.bytes(slices.sliceOf(0x2014) ?? 0);
};

it.each([
  ['星城晚报', 'brush'],
  ['星城晚報', 'song-black'],
  ['The Harbor Courier', 'serif-latin-black'],
] as const)('the name %s is set in %s', (name, face) => expect(nameplateFace(name)).toBe(face));

describe.each(Object.values(FACES))('$id', (face) => {
  it('leaves at the sides of — what the catalogue says', async () => {
    const font = new hb.Font(new hb.Face(new hb.Blob(await fileOf(face))));
    const buffer = new hb.Buffer();
    buffer.addText('—');
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    const [glyph] = buffer.getGlyphInfos();
    const [position] = buffer.getGlyphPositions();
    const ink = font.glyphExtents(glyph?.codepoint ?? 0)?.width ?? 0;
    if (face.script === 'han') expect((position?.xAdvance ?? 0) - ink).toBe(face.dash);
    else expect(face.dash).toBe(0);
  });

  it('has a subset with just the characters asked for, as wide as measured, the same bytes each time', async () => {
    const bytes = await subsetFace(face, TEXT);
    const tables = tablesOf(bytes);
    const map = new CharacterMap(need(tables, 'cmap'));
    const widths = advancesOf(tables);
    const perEm = viewOf(need(tables, 'head')).getUint16(18);
    for (const character of TEXT) {
      const code = character.codePointAt(0) ?? 0;
      const has = metrics[face.id]?.has(code);
      expect(map.glyph(code) !== 0, character).toBe(has);
      if (has)
        expect(((widths[map.glyph(code)] ?? 0) * 1000) / perEm, character).toBeCloseTo(
          metrics[face.id]?.advance(code) ?? 0,
          6,
        );
    }
    expect(map.glyph('河'.codePointAt(0) ?? 0)).toBe(0);
    expect(await subsetFace(face, [...TEXT].reverse().join(''))).toEqual(bytes);
    expect(tables.has('glyf') && !tables.has('CFF ') && !tables.has('fvar')).toBe(true);
    if (face.script === 'han') expect(tables.has('GPOS') || tables.has('GSUB')).toBe(false);
  });
});

describe('stable subsets', () => {
  it.each(['song', 'kai', 'serif-latin'])(
    'of %s: a glyph’s number does not hang on the other characters',
    async (id) => {
      const few = new CharacterMap(need(tablesOf(await subsetFace(faceOf(id), '一秤A', { stable: true })), 'cmap'));
      const many = tablesOf(await subsetFace(faceOf(id), `${TEXT}河边B`, { stable: true }));
      const map = new CharacterMap(need(many, 'cmap'));
      for (const character of '一秤A')
        expect(few.glyph(character.codePointAt(0) ?? 0)).toBe(map.glyph(character.codePointAt(0) ?? 0));
      expect(advancesOf(many)[map.glyph(0x41)]).toBe(metrics[id]?.advance(0x41));
    },
  );
  it('have room for every slice', async () => {
    const slices = await Slices.open(faceOf('kai'));
    for (let slice = 0; slice < slices.count; slice += 1) {
      expect(advancesOf(tablesOf(slices.bytes(slice))).length).toBeLessThanOrEqual(600);
    }
    expect(slices.count * 600).toBeLessThan(65_536);
  });
});

describe('the sliced face', () => {
  it('has every Han character one em wide, in the slice that the sheet names', async () => {
    const slices = await Slices.open(faceOf('kai'));
    const known = new Map<number, { map: CharacterMap; widths: Uint16Array }>();
    for (let code = 0x4e00; code <= 0x9fff; code += 7) {
      const slice = slices.sliceOf(code);
      if (slice === undefined) continue;
      const tables = tablesOf(slices.bytes(slice));
      const one = known.get(slice) ?? { map: new CharacterMap(need(tables, 'cmap')), widths: advancesOf(tables) };
      known.set(slice, one);
      expect(one.map.glyph(code), code.toString(16)).not.toBe(0);
      expect(one.widths[one.map.glyph(code)], code.toString(16)).toBe(1000);
    }
    expect(known.size).toBeGreaterThan(50);
  });

  it('has no sign that its sheet names and no slice holds', async () => {
    const slices = await Slices.open(faceOf('kai'));
    for (const character of '⁻☺㓜★①あㄅ') {
      const code = character.codePointAt(0) ?? 0;
      const slice = slices.sliceOf(code);
      const map = new CharacterMap(need(tablesOf(slices.bytes(slice ?? 0)), 'cmap'));
      expect(slice, character).toBeDefined();
      expect(metrics['kai']?.has(code), character).toBe(map.glyph(code) !== 0);
    }
    const lost = await missingGlyphs([article({ title: ['10⁻³米'] })], paper());
    expect(lost.map(({ name, message }) => `${name} ${message}`)).toEqual([
      expect.stringContaining('glyph-missing No font has the character “⁻”'),
    ]);
  });
});

describe('drawn widths', () => {
  it.each([
    [1000, 12, 12.015625],
    [1000, 10.5, 10.5],
    [13_000, 12, 156.015625],
    [1029, 12, 12.359375],
    [1000, 14.75, 14.75],
    [1000, 21.25, 21.265625],
  ])('%d mils at %d px take %d px, as Chromium was seen to draw them', (mils, size, width) =>
    expect(drawnWidth(mils, size)).toBe(width),
  );
});
