/** Filling legs, drawn: one letter a row, `A` a paragraph's first line, `a` the others, `z` its last, `S` a subhead. */
import { describe, expect, it } from 'vitest';
import type { Galley, Pour, SetBlock, Variant } from '../../src/typeset/model.ts';
import { LEG_COSTS, pour } from '../../src/typeset/pour.ts';
import { blockOf } from '../../src/typeset/set-block.ts';

const MEASURE = 156;

/** Lines without words; the last as long as said, in shares of the measure. */
function variant(rows: number, looseness: -1 | 0 | 1, cost: number, share = 1): Variant {
  const lines = Array.from({ length: rows }, (_, row) => ({
    runs: [],
    width: row === rows - 1 ? share * MEASURE : MEASURE,
    stretch: 0,
    row,
    offset: row * 10,
  }));
  return { looseness, cost, rows, ending: share * MEASURE, lines };
}

/** A paragraph of so many rows; `give` rows more or fewer are possible at a cost. */
function text(block: number, rows: number, { give = [] as readonly (-1 | 1)[], last = 1 } = {}): SetBlock {
  const variants = [variant(rows, 0, 0, last), ...give.map((way) => variant(rows + way, way, 5, last))];
  return blockOf({ kind: 'paragraph', block, variants }, MEASURE);
}

/** A subhead of one line with a blank row over it. */
const subhead = (block: number): SetBlock => {
  const { lines } = variant(1, 0, 0);
  const set = {
    looseness: 0,
    cost: 0,
    rows: 2,
    headAir: 1,
    lines: lines.map((line) => ({ ...line, row: 1 })),
  } as const;
  return blockOf({ kind: 'subhead', block, variants: [set], keepWithNext: 2, whole: true }, MEASURE);
};

const galley = (...blocks: readonly SetBlock[]): Galley => ({
  measure: MEASURE,
  blocks,
  rows: { min: 0, best: 0, max: 0 },
});

/** Legs as strings, a dot for a row without a line. */
function draw(poured: Pour | undefined, legs: readonly number[]): readonly string[] | undefined {
  return poured?.legs.map((lines, leg) => {
    const rows = Array.from({ length: legs[leg] ?? 0 }, () => '.');
    for (const line of lines) {
      rows[line.row] = line.kind === 'subhead' ? 'S' : line.opens ? 'A' : line.closes ? 'z' : 'a';
    }
    return rows.join('');
  });
}

const filled = (set: Galley, legs: readonly number[], open = false) => draw(pour(set, legs, { open }), legs);

describe('filling', () => {
  it('deals paragraphs out to legs of any heights', () => {
    expect(filled(galley(text(0, 5), text(1, 7)), [4, 8])).toEqual(['Aaaa', 'zAaaaaaz']);
    expect(filled(galley(text(0, 5), text(1, 7)), [3, 3, 6])).toEqual(['Aaa', 'azA', 'aaaaaz']);
  });
  it('leaves fewer rows free than there are legs, one at the foot of each of the last', () => {
    const set = galley(text(0, 10));
    expect(filled(set, [4, 4, 4])).toEqual(['Aaaa', 'aaa.', 'aaz.']);
    expect(pour(set, [4, 4, 4])).toMatchObject({ short: 2, cost: 2 * LEG_COSTS.short });
    expect(filled(galley(text(0, 11)), [3, 3, 3, 3, 3])).toEqual(['Aaa', 'aa.', 'aa.', 'aa.', 'az.']);
    expect(filled(set, [6, 6])).toBeUndefined();
    expect(filled(set, [11])).toBeUndefined();
  });
  it('leaves them free in the last leg alone where the others cannot end sooner, but never all of it', () => {
    expect(filled(galley(text(0, 5), subhead(1), text(2, 3)), [5, 3, 3])).toEqual(['Aaaaz', 'SAa', 'z..']);
    expect(filled(galley(text(0, 6)), [3, 3, 2])).toEqual(['Aaa', 'aa.', 'z.']);
    expect(filled(galley(text(0, 3), subhead(1), text(2, 2)), [3, 3, 1])).toEqual(undefined);
  });
  it('gives and takes rows where a paragraph has a looser or tighter setting', () => {
    expect(filled(galley(text(0, 5, { give: [1] })), [6])).toEqual(['Aaaaaz']);
    expect(filled(galley(text(0, 5, { give: [-1] })), [4])).toEqual(['Aaaz']);
    expect(pour(galley(text(0, 5, { give: [1] })), [6])?.cost).toBe(5);
    expect(pour(galley(text(0, 5)), [6])).toBeUndefined();
  });
  it('takes the cheapest of several ways', () => {
    const set = galley(text(0, 5, { give: [1] }), text(1, 5, { give: [1] }));
    expect(pour(set, [11])?.cost).toBe(5);
  });
});

describe('孤行: a last line shorter than half the measure', () => {
  it('never opens a leg', () => expect(filled(galley(text(0, 5, { last: 0.4 })), [4, 1])).toBeUndefined());
  it('opens one when it is longer, at a cost', () => {
    expect(filled(galley(text(0, 5, { last: 0.6 })), [4, 1])).toEqual(['Aaaa', 'z']);
    expect(pour(galley(text(0, 5, { last: 0.6 })), [4, 1])?.cost).toBe(LEG_COSTS.widow);
  });
  it('is avoided by a looser setting of another paragraph', () => {
    const set = galley(text(0, 4, { give: [1] }), text(1, 4, { last: 0.3 }));
    expect(filled(set, [7, 3])).toEqual(['AaaazAa', 'az.']);
  });
});

describe('subheads', () => {
  it('lose the blank row over them at the head of a leg', () => {
    expect(filled(galley(text(0, 4), subhead(1), text(2, 4)), [4, 5])).toEqual(['Aaaz', 'SAaaz']);
  });
  it('never stand at the foot without two lines under them', () => {
    expect(filled(galley(text(0, 4), subhead(1), text(2, 4)), [6, 4])).toBeUndefined();
    expect(filled(galley(text(0, 4), subhead(1), text(2, 4)), [7, 3])).toBeUndefined();
    expect(filled(galley(text(0, 4), subhead(1), text(2, 4)), [8, 2])).toEqual(['Aaaz.SAa', 'az']);
    expect(filled(galley(text(0, 4), subhead(1), text(2, 1)), [7])?.[0]).toMatch(/^Aaaz\.S.$/);
  });
  it('are never cut', () => expect(filled(galley(text(0, 4), subhead(1), text(2, 4)), [5, 5])).toBeUndefined());
});

describe('a jump', () => {
  const set = galley(text(0, 6), text(1, 6), text(2, 4));
  it('stops when the legs are full and says where the text goes on', () => {
    expect(filled(set, [9], true)).toEqual(['AaaaazAaa']);
    expect(pour(set, [9], { open: true })?.rest).toEqual({ block: 1, offset: 30 });
  });
  it('does not carry over a last line alone', () => expect(filled(set, [5], true)).toBeUndefined());
  it('may end with a paragraph, at a cost', () => {
    expect(pour(set, [6], { open: true })).toMatchObject({ rest: { block: 1, offset: 0 }, cost: LEG_COSTS.jumpStop });
  });
  it('needs no rest when all of it goes in', () => expect(pour(set, [16], { open: true })?.rest).toBeUndefined());
});

describe('every filling', () => {
  it('is found when the rows of a brute search say so', () => {
    const set = galley(text(0, 3, { give: [1] }), text(1, 5, { give: [-1, 1] }), text(2, 4, { give: [1] }));
    const sums = [3, 4].flatMap((a) => [4, 5, 6].flatMap((b) => [4, 5].map((c) => a + b + c)));
    for (let rows = 5; rows < 20; rows += 1)
      expect(pour(set, [rows]) !== undefined, `${rows} rows`).toBe(sums.includes(rows));
  });
});
