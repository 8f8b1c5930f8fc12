/** The units of a page: whoever boxes whom, each story is in one of them, once. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitsOf } from '../../src/makeup/page/units.ts';
import type { Leaf, Unit } from '../../src/makeup/search/problem.ts';
import type { Typesetter } from '../../src/typeset/model.ts';

const storiesOf = (unit: Unit<Leaf>): readonly number[] =>
  typeof unit === 'number' ? [unit] : unit.units.flatMap(storiesOf);

const GRID = { columns: 8, rows: 104, measure: 13 };
const units = (groups: readonly (readonly number[])[], items: number, titled: readonly number[] = []) =>
  unitsOf(
    [
      ...groups.map((members, at) => ({ name: `aside-${at}`, members })),
      ...(titled.length > 1 ? [{ name: 'group', title: '组', members: titled }] : []),
    ],
    items,
    GRID,
    {} as Typesetter,
  ).map(storiesOf);

it('a piece that comes before the story that boxes it is boxed, and stands nowhere else', () => {
  expect(units([[2, 0]], 3)).toEqual([[2, 0], [1]]);
});

it('each story is in one unit, once, whoever boxes whom', () => {
  const story = fc.integer({ min: 0, max: 6 });
  const boxes = fc.uniqueArray(story, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(boxes, { maxLength: 4 }), fc.uniqueArray(story, { maxLength: 4 }), (groups, titled) => {
      const all = units(groups, 7, titled).flat();
      expect(all.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    }),
  );
});
