/** Pins that cannot all be kept, as can be told without a search. */
import { describe, expect, it } from 'vitest';
import type { Pin } from '../../src/issue/model.ts';
import { pinsAtOdds } from '../../src/makeup/edition/pins.ts';
import type { StoryTask } from '../../src/makeup/page/task.ts';
import { story } from './synthetic.ts';

/** What is said of a page on which stories a, b … are pinned so, and may begin in row 31. */
function said(...pins: readonly (Pin | undefined)[]): readonly string[] {
  const stories = pins.map((pin, index) => {
    const article = story(20, { slug: 'abc'[index] ?? '', title: [] });
    return { copy: { article }, wishes: { keepApart: [], ...(pin && { pin }) } } as unknown as StoryTask;
  });
  return pinsAtOdds({ stories, top: 31 }).map(({ reason }) => (typeof reason === 'string' ? reason : reason.en));
}

describe('pins', () => {
  it('do not lie on the nameplate', () => {
    expect(said({ row: 30 }, undefined)).toEqual([
      '“a” is pinned to row 30, on the nameplate, and stories begin in row 31',
    ]);
    expect(said({ row: 31 }, { column: 3 })).toEqual([]);
  });

  it('do not overlap', () => {
    const over = ['“a” and “b” are pinned over each other in row 40'];
    expect(said({ row: 40, column: 0, columns: 3 }, { row: 40, column: 2 })).toEqual(over);
    expect(said({ row: 40, column: 2 }, { row: 40, column: 2 })).toEqual(over);
    expect(said({ row: 40, column: 0, columns: 3 }, { row: 40, column: 3 })).toEqual([]);
    expect(said({ row: 40, column: 0, columns: 3 }, { row: 60, column: 2 })).toEqual([]);
    expect(said({ row: 40, columns: 3 }, { row: 40, column: 2 })).toEqual([]);
  });
});
