import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShingleIndex } from '#src/makeup/warnings/shingles.ts';

const shinglesOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 4) }, (_, at) => text.slice(at, at + 5)));

test('a text of another holds all of its shingles, each counted once', () => {
  const index = new ShingleIndex(['湘江大桥今日通车', '今晨获悉湘江大桥今日通车湘江大桥今日通车']);
  expect(index.next()).toEqual({ size: 4, shared: new Int32Array(0) });
  expect(index.next().shared).toEqual(Int32Array.of(4));
});

test('no shingle runs from one text into the next', () => {
  const index = new ShingleIndex(['湘江大', '桥通车', '湘江大桥通车']);
  index.next();
  index.next();
  expect(index.next()).toEqual({ size: 2, shared: Int32Array.of(0, 0) });
});

test('counts what sets of all shingles count', () => {
  const text = fc.array(fc.constantFrom('湘', '江', '通'), { maxLength: 60 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      const index = new ShingleIndex(texts);
      const sets = texts.map(shinglesOf);
      sets.forEach((own, number) => {
        const { size, shared } = index.next();
        expect(size).toBe(own.size);
        expect([...shared]).toEqual(
          sets.slice(0, number).map((one) => [...own].filter((each) => one.has(each)).length),
        );
      });
    }),
  );
});
