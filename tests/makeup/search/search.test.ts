import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../bench/makeup-writer.ts';
import { placedLeaves } from '../../../src/makeup/search/problem.ts';
import { search } from '../../../src/makeup/search/search.ts';
import type { Face } from '../../../src/makeup/shape/shape.ts';
import { bruteForce, letters, randomCuts, type ToyLeaf, toyItem, toyLeaf, toyProblem } from './toy.ts';

const SONG = 0;
const HEI = 1;
const PICTURE = 2;

/** Earlier items above and left of later ones, at equal cost otherwise. */
const inOrder = {
  stackCost: (top: number, bottom: number) => (top > bottom ? 0.01 : 0),
  sideCost: (left: number, right: number) => (left > right ? 0.01 : 0),
};

describe('search', () => {
  it('fills a page with the cheapest leaves', () => {
    const problem = toyProblem(
      4,
      6,
      [
        toyItem('a', [toyLeaf(4, 2, 1), toyLeaf(2, 6, 0)]),
        toyItem('b', [toyLeaf(2, 4, 2), toyLeaf(2, 3, 5)]),
        toyItem('c', [toyLeaf(2, 4, 2), toyLeaf(2, 3, 5)]),
      ],
      inOrder,
    );
    const found = search(problem);
    expect('tree' in found && letters(problem, found.tree)).toEqual(['aaaa', 'aaaa', 'bbcc', 'bbcc', 'bbcc', 'bbcc']);
    expect(found).toMatchObject({ cost: 5, optimal: true });
  });

  it('proves that there is no page', () => {
    const problem = toyProblem(4, 6, [toyItem('a', [toyLeaf(4, 2, 1)]), toyItem('b', [toyLeaf(4, 3, 1)])]);
    expect(search(problem)).toMatchObject({ proved: true });
  });

  it('takes the dearer leaf when the cheap one cannot be made after all', () => {
    const problem = toyProblem(2, 4, [
      toyItem('a', [toyLeaf(2, 2, 0, 3, 3, Number.POSITIVE_INFINITY), toyLeaf(2, 2, 7)]),
      toyItem('b', [toyLeaf(2, 2, 0, 3, 3, 2)]),
    ]);
    expect(search(problem)).toMatchObject({ cost: 9, optimal: true });
  });

  it('keeps like faces apart on one row', () => {
    const faced = (name: string, face: Face) => toyItem(name, [toyLeaf(1, 4, 0, face), toyLeaf(2, 2, 3, face)]);
    const problem = toyProblem(2, 4, [faced('a', SONG), faced('b', SONG)], inOrder);
    const found = search(problem);
    expect('tree' in found && letters(problem, found.tree)).toEqual(['aa', 'aa', 'bb', 'bb']);
    const other = toyProblem(2, 4, [faced('a', SONG), faced('b', HEI)]);
    expect(search(other)).toMatchObject({ cost: 0 });
  });

  it('leaves out what may be left out when that is cheaper', () => {
    const problem = toyProblem(2, 4, [
      toyItem('a', [toyLeaf(2, 4, 1), toyLeaf(2, 3, 2)]),
      toyItem('f', [toyLeaf(2, 1, 5)], 0),
    ]);
    expect(search(problem)).toMatchObject({ cost: 1, optimal: true });
    const needed = toyProblem(2, 4, [toyItem('a', [toyLeaf(2, 3, 2)]), toyItem('f', [toyLeaf(2, 1, 5)], 0)]);
    expect(search(needed)).toMatchObject({ cost: 7 });
  });

  it('takes a good page without proof when it may not look for the best, or none', () => {
    const problem = toyProblem(
      2,
      4,
      ['a', 'b'].map((name) => toyItem(name, [toyLeaf(2, 2, 0), toyLeaf(1, 4, 1)])),
      inOrder,
    );
    expect(search(problem, { work: 1, thrifty: 80 })).toMatchObject({ cost: 0, optimal: false });
    expect(search(problem, { work: 1, thrifty: 0 })).toMatchObject({ proved: false });
  });

  it('gives up sooner while it has no page, and proves the one that it has', () => {
    const problem = toyProblem(
      2,
      4,
      ['a', 'b'].map((name) => toyItem(name, [toyLeaf(2, 2, 0), toyLeaf(1, 4, 1)])),
      inOrder,
    );
    expect(search(problem, { work: 1000, unfound: 1, thrifty: 0 })).toMatchObject({ proved: false });
    let enough = 1;
    while (!('tree' in search(problem, { work: enough, thrifty: 0 }))) enough += 1;
    expect(enough).toBeGreaterThan(1);
    expect(search(problem, { work: 1000, unfound: enough + 1, thrifty: 0 })).toMatchObject({
      cost: 0,
      optimal: true,
    });
  });

  it('looks at one of two blocks that show the same', () => {
    const asked: string[] = [];
    const same = (name: string) => toyItem(name, [toyLeaf(2, 2, 0), toyLeaf(2, 2, 1), toyLeaf(2, 2, 2)]);
    const problem = toyProblem(2, 6, ['a', 'b', 'c'].map(same), {
      meet: (first, second) => {
        asked.push(`${first.cost} ${second.cost}`);
        return undefined;
      },
    });
    expect(search(problem)).toMatchObject({ proved: true });
    expect(asked.every((costs) => costs === '0 0')).toBe(true);
  });

  it('sets a group under its head, as one block', () => {
    const items = ['a', 'b', 'c'].map((name) => toyItem(name, [toyLeaf(2, 2, 0), toyLeaf(1, 3, 1), toyLeaf(1, 4, 1)]));
    const group = { name: 'g', units: [0, 1], headRows: () => 1, face: PICTURE as Face };
    const problem = { ...toyProblem(2, 6, items, inOrder), units: [group, 2] };
    const found = search(problem);
    expect('tree' in found && letters(problem, found.tree)).toEqual(['..', 'ab', 'ab', 'ab', 'cc', 'cc']);
  });
});

/** Items whose leaves come from a few pages cut by chance, with costs, faces and disappointments by chance. */
function randomItems(count: number, chance: () => number): ReturnType<typeof toyItem>[] {
  const pick = (most: number): number => Math.floor(chance() * most);
  const tables: ToyLeaf[][] = Array.from({ length: count }, () => []);
  for (let page = 0; page < 4; page += 1) {
    const order = Array.from({ length: count }, (_, index) => index).sort(() => chance() - 0.5);
    randomCuts(count, 4, 9, chance).forEach(({ columns, rows }, index) => {
      const [left, right] = [pick(4) as Face, pick(4) as Face];
      const extra = chance() < 0.15 ? Number.POSITIVE_INFINITY : chance() < 0.3 ? pick(5) : 0;
      tables[order[index] ?? 0]?.push(toyLeaf(columns, rows, pick(25), left, chance() < 0.7 ? left : right, extra));
      if (chance() < 0.5) tables[order[index] ?? 0]?.push(toyLeaf(columns, rows, pick(25), pick(4) as Face));
    });
  }
  return tables.map((table, index) => toyItem('abcde'.charAt(index), table));
}

describe('search against brute force', () => {
  it('finds the same cost for pages of up to five items', () => {
    let closed = 0;
    const rules = fc.record({
      stack: fc.integer({ min: 0, max: 4 }),
      never: fc.integer({ min: 4, max: 40 }),
      pair: fc.integer({ min: 0, max: 3 }),
    });
    const property = fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.integer(),
      rules,
      (count, seed, { stack, never, pair }) => {
        const problem = toyProblem(4, 9, randomItems(count, randomOf(seed)), {
          stackCost: (top, bottom) => ((top * 5 + bottom) % 41 === never ? Number.POSITIVE_INFINITY : stack),
          sideCost: (left, right) => (left + 2 * right) % 3,
          meet: (first, second, column, row) => {
            let points = 0;
            for (const a of placedLeaves(first))
              for (const b of placedLeaves(second, column, row)) {
                const pictures = a.leaf.topLeft === PICTURE && b.leaf.topLeft === PICTURE;
                if (pictures && Math.abs(a.row - b.row) < 2) return undefined;
                if (a.leaf.topLeft === b.leaf.topLeft) points += pair;
              }
            return points;
          },
        });
        const best = bruteForce(problem);
        const found = search(problem);
        if (best < Number.POSITIVE_INFINITY) closed += 1;
        if (!('tree' in found)) return best === Number.POSITIVE_INFINITY && found.proved;
        return found.optimal && Math.abs(found.cost - best) < 1e-6;
      },
    );
    fc.assert(property, { numRuns: 400, seed: 20260108 });
    expect(closed).toBeGreaterThan(100);
  });
});
