/** Pages dressed as a desk dresses them break no hard rule, and lose nothing. */
import { beforeAll, expect, it } from 'vitest';
import { judgeDressed } from '../../bench/makeup-dressed.ts';
import { SAMPLE_PAPER } from '../../bench/makeup-paper.ts';
import type { Typesetter } from '../../src/typeset/model.ts';
import { openTypesetter } from '../../src/typeset/typesetter.ts';

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = await openTypesetter(SAMPLE_PAPER);
});

it('keep all hard rules with tints, labels, notes, asides and groups', { timeout: 60_000 }, () => {
  const judged = Array.from({ length: 8 }, (_, index) => judgeDressed(1000 + index, SAMPLE_PAPER, typesetter));
  expect(judged.flatMap(({ hard, lost }) => [...hard, ...lost])).toEqual([]);
  expect(judged.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(5);
});
