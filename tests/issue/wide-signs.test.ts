/** Full-width signs in front matter that YAML takes for letters: each is named at its line, with what to write. */
import { describe, expect, it } from 'vitest';
import { inPlainSigns, wideSignsIn } from '../../src/issue/wide-signs.ts';
import { read, shown } from './desk.ts';

const story = (front: string): string => `---\ntitle: 好\n${front}\n---\n正文。\n`;

describe('a full-width sign in a value that cannot be read', () => {
  it.each([
    ['photos: [a， b]', 'value-bad a.md:3', '， is no plain sign: write `a, b`.'],
    ['photos: [photos/a.jpg、photos/b.jpg]', 'value-bad a.md:3', '、 is no plain sign'],
    ['photos: ［photos/a.jpg］', 'value-bad a.md:3', '［ ］ are no plain signs: write `[photos/a.jpg]`.'],
    ['photos:\n  － file: photos/a.jpg', 'value-bad a.md:3', '－ is no plain sign: write `- file: photos/a.jpg`.'],
    ['photos:\n  - file：photos/a.jpg', 'value-bad a.md:4', '： is no plain sign: write `file: photos/a.jpg`.'],
    ['photos:\n  - {file: photos/a.jpg, focus: [0.5，0.4]}', 'value-bad a.md:4', 'write `[0.5, 0.4]`.'],
    ['page: “2”', 'value-bad a.md:3', 'Did you mean “2”? “ ” are no plain signs'],
    ['qr: https：//example.org', 'value-bad a.md:3', 'write `https://example.org`.'],
    ['updated: 2026-01-08T06：30：00+08：00', 'value-bad a.md:3', 'write `2026-01-08T06:30:00+08:00`.'],
    ['place: {｛page: 2}', 'key-unknown a.md:3', '｛ is no plain sign'],
    ['aside: [a，b]', 'slug-unknown a.md:3', '， is no plain sign: write `a, b`.'],
    ['photos:\n  - file: “photos/a.jpg”', 'photo-missing a.md:4', 'Did you mean “photos/a.jpg”?'],
    ['photos:\n  - file: photos／a．jpg', 'photo-missing a.md:4', 'Did you mean “photos/a.jpg”?'],
  ])('%j', async (front, at, hint) => {
    const { faults } = await read({ 'a.md': story(front), 'photos/a.jpg': '' });
    const errors = faults.filter(({ severity }) => severity === 'error');
    expect(shown(errors)).toEqual([at]);
    expect(errors[0]?.hint).toContain(hint);
  });

  it('is not looked for in words', async () => {
    const { faults } = await read({ 'a.md': story('genre: 消息，短') });
    expect(faults.map(({ hint }) => hint)).toEqual([expect.not.stringContaining('plain sign')]);
  });
});

it.each(['[外贸，自贸区]', '外贸、自贸区', '［外贸, 自贸区］'])('keywords %s are one, and told so', async (words) => {
  const { faults, issue } = await read({ 'a.md': story(`keywords: ${words}`) });
  expect(shown(faults)).toEqual(['keywords-joined? a.md:3']);
  expect(issue?.articles[0]?.keywords.length).toBe(1);
});

it.each(['title: “江水”', 'title: [甲，乙, 丙]', 'byline: 周妍、王珂', 'deck: "江水：夜"'])(
  '%s is as it was meant',
  async (line) => {
    const { faults } = await read({
      'a.md': `---\nkicker: 引\n${line.startsWith('title') ? '' : 'title: 好\n'}${line}\n---\n正文。\n`,
    });
    expect(faults).toEqual([]);
  },
);

it('writes signs plainly, and knows when there are none', () => {
  expect(inPlainSigns('［ａ，b］（１）：“c”')).toBe('[a, b](1):"c"');
  expect(wideSignsIn('[a, b]')).toBeUndefined();
});
