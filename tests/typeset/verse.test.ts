/** Verse: a paragraph whose lines the desk ended itself. */
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/issue/markdown.ts';
import type { Galley } from '../../src/typeset/model.ts';
import { pour } from '../../src/typeset/pour.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

const typesetter = await openTypesetter(paper());
const MEASURE = 156;

const galleyOf = (markdown: string): Galley =>
  typesetter.copy(article({ title: ['题'], body: parseBody(markdown) })).body(MEASURE);

/** Where the text of each row begins; undefined for a blank one. */
const beginnings = (galley: Galley): readonly (number | undefined)[] =>
  galley.blocks.flatMap(({ variants: [best] }) =>
    Array.from({ length: best?.rows ?? 0 }, (_, row) => best?.lines.find((line) => line.row === row)?.runs[0]?.x),
  );

const STANZAS = '雨停在瓦上\\\n一只麻雀抖落昨夜\\\n母亲推开木窗\n\n谁在田埂上\\\n喊我的小名\\\n油菜花答应\n';

describe('a stanza', () => {
  it('begins its lines under each other, a blank row between it and the next', () =>
    expect(beginnings(galleyOf(STANZAS))).toEqual([24, 24, 24, undefined, 24, 24, 24]));

  it('leaves no blank row at the foot of a leg, nor at the head of one', () => {
    const galley = galleyOf(STANZAS);
    expect(galley.blocks[1]?.breaks[0]).toEqual([2, 3]);
    const poured = pour(galley, [3, 3]);
    expect(poured?.legs.map((lines) => lines.map(({ row }) => row))).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it('turns a long line over without stretching it', () => {
    const [long] = galleyOf('油菜花一朵接一朵地答应了整个春天的早晨\\\n雨\\\n风\n').blocks;
    expect(long?.variants[0]?.lines.map(({ stretch }) => stretch)).toEqual([0, 0, 0, 0]);
  });

  it('sets what is left of a long line in, under it, and counts it', () => {
    const [long] = galleyOf('油菜花一朵接一朵地答应了整个春天\\\n雨\\\n风\n').blocks;
    expect(long?.variants[0]?.lines.map(({ runs }) => runs[0]?.x)).toEqual([24, 36, 24, 24]);
    expect(long?.turned).toBe(1);
  });

  it('may have one more blank row over it, and is dear to part', () => {
    const [, second] = galleyOf(STANZAS).blocks;
    expect(second?.variants.map(({ rows }) => rows)).toEqual([4, 5]);
    const [together, parted] = [
      [3, 3],
      [5, 2],
    ].map((legs) => pour(galleyOf(STANZAS), legs)?.cost);
    expect(parted).toBeGreaterThan((together ?? 0) + 300);
  });

  it('is none where one line is broken: an address under its name', () =>
    expect(beginnings(galleyOf('编辑部\\\n沿江大道八十八号\n'))).toEqual([24, 0]));
});
