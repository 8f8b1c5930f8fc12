import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withPin } from '../../../src/cli/dev/pin.ts';
import { splitFrontMatter } from '../../../src/issue/front-matter.ts';

const PIN = { page: 2, column: 0, row: 12, columns: 5 };
const ENTRY = 'place: { page: 2, column: 0, row: 12, columns: 5 }';

describe('a pin', () => {
  it.each([
    ['is added at the end', '---\ntitle: 甲 # 题\n---\n文\n', `---\ntitle: 甲 # 题\n${ENTRY}\n---\n文\n`],
    [
      'replaces a pin and keeps its comment',
      '---\nplace: {page: 1} # 头条\nx: 1\n---\n',
      `---\n${ENTRY} # 头条\nx: 1\n---\n`,
    ],
    [
      'replaces one on several lines',
      '---\nplace:\n  page: 1\n  row: 3\nx: 1\n---\n文',
      `---\n${ENTRY}\nx: 1\n---\n文`,
    ],
    ['makes the front matter', '文\n', `---\n${ENTRY}\n---\n文\n`],
    ['keeps the line ends of the file', '---\r\ntitle: 甲\r\n---\r\n文', `---\r\ntitle: 甲\r\n${ENTRY}\r\n---\r\n文`],
    ['keeps a byte order mark first', '\uFEFF文', `\uFEFF---\n${ENTRY}\n---\n文`],
  ])('%s', (_, before, after) => {
    expect(withPin(before, PIN)).toBe(after);
  });

  it.each([
    ['---\ntitle: 甲\nplace: {page: 1} # 头条\nx: 1\n---\n文', '---\ntitle: 甲\nx: 1\n---\n文'],
    ['---\nplace:\n  page: 1\n---\n文', '---\n---\n文'],
    ['文', '文'],
  ])('is taken out again', (before, after) => {
    expect(withPin(before, undefined)).toBe(after);
  });

  it.each(['---\n{title: 甲}\n---\n', '---\n- 甲\n---\n', '---\ntitle: "甲\n---\n'])(
    'leaves alone what only its editor can mend: %j',
    (file) => {
      expect(withPin(file, PIN)).toBeUndefined();
    },
  );

  it('changes nothing else, whatever stands in the file', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((one) => one !== 'place');
    const value = fc.constantFrom('1', '甲乙', '"a: b"', '[x, y]', '{ a: 1 }', '|\n  many\n  lines', '\n  - x\n  - y');
    const entries = fc.uniqueArray(fc.tuple(word, value), { selector: ([name]) => name, maxLength: 5 });
    fc.assert(
      fc.property(entries, fc.boolean(), fc.string(), (pairs, isPinned, body) => {
        const yaml = pairs.map(([name, text]) => `${name}: ${text}\n`).join('');
        const file = `---\n${isPinned ? 'place: {page: 9}\n' : ''}${yaml}---\n${body.replace(/^-+/, '')}`;
        const pinned = withPin(file, PIN) ?? '';
        const read = (text: string) => parse(splitFrontMatter(text).yaml) as Record<string, unknown> | null;
        expect(read(pinned)).toEqual({ ...read(file), place: PIN });
        expect(splitFrontMatter(pinned).markdown).toBe(splitFrontMatter(file).markdown);
        const { place, ...rest } = read(pinned) ?? {};
        expect(read(withPin(pinned, undefined) ?? '') ?? {}).toEqual(rest);
      }),
    );
  });
});
