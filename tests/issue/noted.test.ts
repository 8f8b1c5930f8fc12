/** What stands at a bound is no fault. */
import { expect, it } from 'vitest';
import { LIMITS } from '../../src/issue/newspaper.ts';
import { faultsOf } from '../../src/issue/noted.ts';

it('a table has as many cells as the limit, and one more is too many', () => {
  const told = (cells: number) =>
    faultsOf({ what: 'table', cells, line: 3 }, (line) => ({ file: 'a.md', line }), { ...LIMITS, tableCells: 4 });
  expect(told(4)).toEqual([]);
  expect(told(5)).toMatchObject([{ name: 'table-too-big', place: { line: 3 } }]);
});
