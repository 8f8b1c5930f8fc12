/** Random pages in English, and on smaller formats, break no hard rule and lose nothing: the short form of `npm run fuzz:makeup`. */
import { describe, expect, it } from 'vitest';
import { judgeDressed } from '../../bench/makeup-dressed.ts';
import { randomPage } from '../../bench/makeup-generator.ts';
import { paperOf } from '../../bench/makeup-paper.ts';
import { bodyCharacters } from '../../src/issue/digest.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';

/** Seeds that found something in English: lines that begin inside a ligature (11), a dateline behind a list (17), and their neighbours. */
const SEEDS = [11, 17, 18, 30] as const;

describe.each([
  ['en', 'broadsheet'],
  ['en', 'tabloid'],
  ['en', 'berliner'],
  ['zh', 'tabloid'],
] as const)('random pages, %s, %s', (language, format) => {
  it('keep all hard rules with all their text', { timeout: 120_000 }, async () => {
    const paper = paperOf(language, format);
    const typesetter = await openTypesetter(paper);
    const judged = SEEDS.map((seed) => judgeDressed(seed, paper, typesetter));
    expect(judged.flatMap(({ hard, lost }) => [...hard, ...lost])).toEqual([]);
    expect(judged.flatMap(({ bugs }) => bugs)).toEqual([]);
    expect(judged.some(({ closed }) => closed)).toBe(true);
  });
});

describe('the generator', () => {
  it('fills pages of any language and format alike, the same for the same seed', { timeout: 60_000 }, async () => {
    for (const [language, format] of [
      ['en', 'tabloid'],
      ['zh', 'broadsheet'],
    ] as const) {
      const paper = paperOf(language, format);
      const typesetter = await openTypesetter(paper);
      for (const seed of [1, 2, 3, 4]) {
        const page = randomPage(seed, paper, typesetter);
        expect(page.share).toBeGreaterThan(0.63);
        expect(page.share).toBeLessThan(0.87);
        expect(randomPage(seed, paper, typesetter).issue).toEqual(page.issue);
        for (const article of page.issue.articles) expect(bodyCharacters(article)).toBeGreaterThan(60);
      }
    }
  });

  it('knows no other language or format', () => {
    expect(() => paperOf('la', 'tabloid')).toThrow(RangeError);
    expect(() => paperOf('en', 'octavo')).toThrow(RangeError);
  });
});
