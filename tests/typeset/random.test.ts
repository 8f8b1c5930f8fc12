/** Random paragraphs at twelve measures: no rule broken, nothing lost, the same each time. The long form is `npm run fuzz:typeset`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setLines } from './builders.ts';
import { readBack, wrongs } from './checks.ts';
import { MEASURES, saladText, storyText } from './texts.ts';

const RUNS = 120;

describe('random paragraphs', () => {
  it('break no rule, at any of twelve measures', () => {
    fc.assert(
      fc.property(storyText(), (text) => {
        for (const measure of MEASURES) {
          const lines = setLines(text, measure, { indent: 2 }) ?? [];
          expect(wrongs(lines, measure * 12), `${measure}: ${text}`).toEqual([]);
        }
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it('lose nothing and come out the same twice, even as a salad of signs', () => {
    fc.assert(
      fc.property(saladText(), fc.constantFrom(...MEASURES), (text, measure) => {
        const lines = setLines(text, measure, { indent: 2 }) ?? [];
        expect(readBack(lines)).toBe(text.replace(/\p{White_Space}/gu, ''));
        expect(setLines(text, measure, { indent: 2 })).toEqual(lines);
      }),
      { numRuns: RUNS * 4, seed: 2 },
    );
  });
});
