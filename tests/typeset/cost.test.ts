/** What a line costs that cannot be filled. */
import { expect, it } from 'vitest';
import { naturalWidth, needCost } from '../../src/typeset/cost.ts';
import { reachOf, SHORT_WORDS } from '../../src/typeset/letters.ts';
import { stripOf } from './builders.ts';

it('is least for a short line of letters where its word spaces take what it lacks', () => {
  const strip = stripOf('one two three four five', { latin: true });
  const natural = naturalWidth(strip, 0, strip.count);
  const filled = natural + 4 * SHORT_WORDS * strip.size;
  const costAt = (measure: number) => needCost(strip, 0, strip.count, measure);
  expect(costAt(filled)).toBeLessThan(costAt(filled - 2));
  expect(costAt(filled)).toBeLessThan(costAt(filled + 2));
});

it('letters open as soon as word spaces have given what nobody sees', () => {
  const line = { words: 4, letters: 20, size: 12 };
  expect(reachOf({ ...line, spare: 4 * 0.18 * 12 })).toBe(0);
  expect(reachOf({ ...line, spare: 4 * 0.18 * 12 + 0.5 })).toBeGreaterThan(0);
});
