import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, changesOf } from '../../../src/cli/proof/diff.ts';

const letters = (text: string): readonly string[] => [...text];

/** The new text, made from the old one and the changes alone. */
function apply(before: readonly string[], after: readonly string[], changes: readonly Change[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, at: start, until } of changes) {
    text += before.slice(at, from).join('') + after.slice(start, until).join('');
    at = to;
  }
  return text + before.slice(at).join('');
}

/** Characters that stay at most, by the textbook's table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    let corner = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0;
      row[j] = one === b[j - 1] ? corner + 1 : Math.max(above, row[j - 1] ?? 0);
      corner = above;
    }
  }
  return row[b.length] ?? 0;
}

const text = fc.array(fc.constantFrom('一', '二', '三', '四'), { maxLength: 40 });

describe('changes of a text', () => {
  it.each([
    ['今天多云', '今天晴', [{ from: 2, to: 4, at: 2, until: 3 }]],
    ['今天多云', '今天多云', []],
    ['今天', '今天多云', [{ from: 2, to: 2, at: 2, until: 4 }]],
    ['多云今天', '今天', [{ from: 0, to: 2, at: 0, until: 0 }]],
    ['', '新', [{ from: 0, to: 0, at: 0, until: 1 }]],
  ])('%s → %s', (before, after, expected) => {
    expect(changesOf(letters(before), letters(after))).toEqual(expected);
  });

  it('turn the old text into the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(apply(before, after, changesOf(before, after))).toBe(after.join(''));
      }),
    );
  });

  it('never keep more than the two texts have in common', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const taken = changesOf(before, after).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(before.length - taken).toBeLessThanOrEqual(longestCommon(before, after));
      }),
    );
  });

  it('stay inside the words that were changed', () => {
    const other = fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, other, text, (head, word, tail) => {
        const changes = changesOf([...head, ...tail], [...head, ...word, ...tail]);
        expect(changes).toEqual([
          { from: head.length, to: head.length, at: head.length, until: head.length + word.length },
        ]);
      }),
    );
  });

  it('never stand closer than a character that a reader would not see as kept', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesOf(before, after);
        changes.slice(1).forEach((change, index) => {
          const last = changes[index] as Change;
          expect(change.from - last.to).toBeGreaterThan(1);
        });
      }),
    );
  });

  it('mark a text that was written anew as one change, whatever its length', () => {
    const before = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const after = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x7000 + index));
    expect(changesOf(before, after)).toEqual([{ from: 0, to: 4000, at: 0, until: 4000 }]);
  });
});
