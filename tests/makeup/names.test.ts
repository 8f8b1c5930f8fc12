/** How messages name a story, and count. */
import { describe, expect, it } from 'vitest';
import { counted } from '../../src/fault.ts';
import { nameOf, titled } from '../../src/makeup/faults.ts';
import { story } from './synthetic.ts';

const named = (...title: readonly string[]) => {
  const article = story(1, { slug: 'pier', title });
  return [nameOf(article), titled(article)];
};

describe('a story', () => {
  it('is named by its headline on one line: words of English stay apart', () => {
    expect(named('Surgeons reattach hand', 'of a boatbuilder')).toEqual([
      '“Surgeons reattach hand of a boatbuilder”',
      '《Surgeons reattach hand of a boatbuilder》',
    ]);
    expect(named('江水退了', '三尺')).toEqual(['“江水退了三尺”', '《江水退了三尺》']);
  });

  it('is not quoted twice', () => {
    expect(named('“You learn what your walls are made of”')[0]).toBe('“‘You learn what your walls are made of’”');
    expect(named('读《江》')[1]).toBe('《读〈江〉》');
  });

  it('without a headline is named by its slug', () => {
    expect(named('')).toEqual(['“pier”', '《pier》']);
  });
});

it('one is one', () => {
  expect([0, 1, 2].map((count) => counted(count, 'change'))).toEqual(['0 changes', '1 change', '2 changes']);
});
