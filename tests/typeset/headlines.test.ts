/** Three hundred headlines, their words parted by blanks: how often a line of a head ends inside one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitHead } from '../../src/typeset/split.ts';

const HEADLINES = readFileSync(new URL('headlines.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Indices at which the parts of a text end. */
function endsOf(parts: readonly string[]): readonly number[] {
  let at = 0;
  return parts.map((part) => {
    at += part.length;
    return at;
  });
}

/** True when a line of a head ends where no word does. */
function endsInWord(headline: string, lines: readonly string[]): boolean {
  const ends = new Set(endsOf(headline.split(' ')));
  return endsOf(lines).some((end) => !ends.has(end));
}

const splits = HEADLINES.flatMap((headline) =>
  [2, 3].flatMap((count) => {
    const best = splitHead([headline.replaceAll(' ', '')], count, false).find(({ torn }) => !torn);
    return best ? [{ best, isWrong: endsInWord(headline, best.lines) }] : [];
  }),
);

describe('heads in two lines and in three', () => {
  it('are divided without tearing what belongs together, nine in ten of them', () => {
    expect(splits.length).toBeGreaterThan(0.9 * 2 * HEADLINES.length - 1);
  });

  it('end no line inside a word but three in a hundred', () => {
    const wrong = splits.filter(({ isWrong }) => isWrong).map(({ best }) => best.lines.join('/'));
    expect(wrong.length / splits.length, wrong.join(' ')).toBeLessThan(0.03);
  });
});
