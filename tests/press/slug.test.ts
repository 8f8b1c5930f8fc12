/** The slug line prints a letter for every character of a paper's name, whatever its font has. */
import { expect, it } from 'vitest';
import { slugTypeFor } from '../../src/press/sheet/slug.ts';

it('sets a letter that its font lacks without its accent, or as a question mark, and never an empty box', async () => {
  const type = await slugTypeFor('Łódź 报\u{20BB7}');
  const [lost, o, d, accented, han, rare] = [...'Łódź报\u{20BB7}'].map(type.encode);
  expect([lost, rare, accented]).toEqual([type.encode('?'), type.encode('?'), type.encode('z')]);
  expect(new Set([lost, o, d, accented, han]).size).toBe(5);
  expect([lost, o, d, accented, han, rare]).not.toContain('0000');
});
