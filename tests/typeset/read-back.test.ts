/** The text read back from poured legs is the article's, to the character, whatever the shape and wherever it is cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbers, paragraph } from '../../bench/typeset/copy.ts';
import { blocksText } from '../../src/issue/digest.ts';
import { parseBody } from '../../src/issue/markdown.ts';
import type { Copy, Cut, LegLine } from '../../src/typeset/model.ts';
import { pour } from '../../src/typeset/pour.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';

const typesetter = await openTypesetter(paper());
const english = await openTypesetter(paper({ language: 'en' }));

const bare = (text: string): string => text.replace(/\p{White_Space}/gu, '');
const read = (legs: readonly (readonly LegLine[])[]): string =>
  bare(
    legs
      .flat()
      .flatMap((line) => line.runs.map((run) => run.source ?? run.text))
      .join(''),
  );

/** A body with every kind of block. */
const body = (seed: number): string => {
  const next = numbers(seed);
  const text = (length: number) => paragraph(next, length);
  return [
    `**${text(8)}**${text(120)}详情见[网页](https://example.org/a/b?c=d)，*${text(12)}*注[^1]。`,
    `## ${text(6)}`,
    text(200),
    `- ${text(30)}\n- ${text(60)}`,
    text(90),
    `> ${text(40)}\n>\n> ${text(20)}`,
    `### ${text(16)}`,
    text(240),
    '| 品种 | 去年 | 今年 |\n|:--|--:|--:|\n| 白菜 | 1,204 | 1,350 |\n| 莲藕 | 88 | 96 |',
    `1. ${text(30)}\n2. ${text(20)}`,
    '---',
    `${text(60)}\`npm run build\`，"${text(20)}"。`,
    text(150),
    `[^1]: ${text(40)}`,
  ].join('\n\n');
};

const copyOf = (seed: number): Copy => typesetter.copy(article({ dateline: '本报讯', body: parseBody(body(seed)) }));
/** What is drawn, white space and all. */
const drawn = (legs: readonly (readonly LegLine[])[]): string =>
  legs
    .flat()
    .map((line) => line.runs.map((run) => run.text).join(''))
    .join('\n');

const whole = (copy: Copy): string => bare((copy.article.dateline ?? '') + blocksText(copy.article.body));

/** Fills legs as evenly as the galley allows. */
function pourEvenly(copy: Copy, measure: number, legs: number, from?: Cut) {
  const galley = copy.body(measure, from);
  for (let rows = Math.max(1, Math.floor(galley.rows.min / legs) - 2); rows <= galley.rows.max; rows += 1) {
    const poured = pour(
      galley,
      Array.from({ length: legs }, () => rows),
    );
    if (poured) return poured;
  }
  return undefined;
}

describe('text read back', () => {
  it('is whole from one leg at any measure', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom(9, 11, 13, 15, 20, 27, 34), (seed, measure) => {
        const copy = copyOf(seed);
        expect(read(pourEvenly(copy, measure * 12, 1)?.legs ?? [])).toBe(whole(copy));
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('is whole from several legs', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 2, max: 6 }), (seed, legs) => {
        const copy = copyOf(seed);
        const poured = pourEvenly(copy, 156, legs);
        // Few copies fit no legs of one height, for what must stay together.
        fc.pre(poured !== undefined);
        expect(read(poured.legs)).toBe(whole(copy));
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it('is whole from two parts, the second at another measure', () => {
    let cuts = 0;
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 6, max: 40 }), fc.constantFrom(11, 13, 20), (seed, rows, measure) => {
        const copy = copyOf(seed);
        const first = pour(copy.body(156), [rows], { open: true });
        if (!first?.rest) return;
        cuts += 1;
        const second = pourEvenly(copy, measure * 12, 1, first.rest);
        expect(read([...first.legs, ...(second?.legs ?? [])])).toBe(whole(copy));
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(cuts).toBeGreaterThan(30);
  });
});

describe('a dateline in letters', () => {
  it.each([
    ['LONDON, March 16 --', 'LONDON, March 16 — The'],
    ['LONDON, March 16 —', 'LONDON, March 16 — The'],
    ['LONDON, March 16 (AP)', 'LONDON, March 16 (AP) — The'],
  ])('%s is drawn as %s, and reads back as it was typed', (dateline, shown) => {
    const copy = english.copy(article({ dateline, body: parseBody('The bank held its rate for the fourth time.') }));
    const legs = pourEvenly(copy, 312, 1)?.legs ?? [];
    expect(drawn(legs)).toContain(shown);
    expect(read(legs)).toBe(whole(copy));
  });
});
