/** What a desk may send by accident: each is handled, nothing is lost. */
import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/fault.ts';
import { parseBody } from '../../src/issue/markdown.ts';
import type { Article } from '../../src/issue/model.ts';
import { missingGlyphs, openTypesetter } from '../../src/typeset/typesetter.ts';
import { article, paper } from '../builders.ts';
import { drawn, setLines, textOf } from './builders.ts';
import { readBack } from './checks.ts';

const typesetter = await openTypesetter(paper());
const copyOf = (markdown: string, more: Partial<Article> = {}) =>
  typesetter.copy(article({ body: parseBody(markdown), ...more }));

describe('a character that no font has', () => {
  it('is a fault that names it, its code and the article', () => {
    const fault = catchFault(() => copyOf('这里有一个\u{1F9FF}和一个\u{13000}。').body(156));
    expect(fault.faults.map(({ name, exit }) => [name, exit])).toEqual([
      ['glyph-missing', 1],
      ['glyph-missing', 1],
    ]);
    expect(fault.faults[1]?.message).toBe('No font has the character “\u{13000}” (U+13000) in “story”.');
  });
  it('is found in heads and captions too', () => {
    const request = { width: 400, maxSize: 30, minSize: 20, family: 'song', align: 'left' } as const;
    expect(catchFault(() => copyOf('好。', { title: ['题\u{13000}'] }).heads(request)).faults).toHaveLength(1);
    const photos = [
      { file: 'a.jpg', caption: '图\u{13000}', focus: [0.5, 0.5], prominence: 'main', missing: false } as const,
    ];
    expect(catchFault(() => copyOf('好。', { photos }).caption(0, 156)).faults).toHaveLength(1);
  });
  it('is told with all others of the article, whichever part is asked for first, and each time', () => {
    const copy = copyOf('好\u{1F9FF}。', { title: ['题\u{13000}'] });
    expect(catchFault(() => copy.body(156)).faults).toHaveLength(2);
    expect(catchFault(() => copy.body(156)).faults).toHaveLength(2);
  });
  it('may be a mark over another, but not the accent of a letter that the font has whole', () => {
    const fault = catchFault(() => copyOf('中\u{323}文。').body(156));
    expect(fault.faults.map(({ message }) => message)).toEqual([expect.stringContaining('(U+0323)')]);
    expect(() => copyOf('cafe\u{301}，Zu\u{308}rich。').body(156)).not.toThrow();
  });
  it('is set as the one character that letter and accent come to, and read back as it was written', () => {
    const text = '他叫n\u{303}andu\u{301}，住i\u{308}le。';
    const lines = setLines(text, 30) ?? [];
    expect(lines.map(textOf).join('')).toContain('ñandú');
    expect(readBack(lines)).toBe(text);
    expect(lines[0]?.width).toBe(setLines(text.normalize('NFC'), 30)?.[0]?.width);
  });
  it('is told of every article at once', async () => {
    const story = (slug: string, markdown: string, title: string) =>
      article({ slug, body: parseBody(markdown), title: [title] });
    const articles = [story('a', '好\u{1F9FF}。', '题'), story('b', '好。', '题'), story('c', '好。', '题\u{13000}')];
    expect((await missingGlyphs(articles, paper())).map(({ message }) => message)).toEqual([
      'No font has the character “\u{1F9FF}” (U+1F9FF) in “a”.',
      'No font has the character “\u{13000}” (U+13000) in “c”.',
    ]);
  });
  it('is drawn by another face when one has it', () => {
    const faces = copyOf('字母Ω与emoji无关，*楷体里的ﬃ*。')
      .body(300)
      .blocks[0]?.variants[0]?.lines[0]?.runs.map((run) => run.face);
    expect(new Set(faces).size).toBeGreaterThan(1);
  });
});

function catchFault(act: () => unknown): FaultError {
  try {
    act();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('expected a FaultError');
}

describe('a word longer than the measure', () => {
  it('is divided by its patterns, and torn with a hyphen where it has none', () => {
    const text = `他念道${'Donaudampfschifffahrt'.repeat(3)}，念完了。`;
    const lines = setLines(text, 11) ?? [];
    expect(readBack(lines)).toBe(text);
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThan(132.02);
    expect(lines.map(textOf).filter((line) => line.endsWith('-')).length).toBeGreaterThan(1);
  });
  it('alone is torn: one that fits is divided by its patterns or not at all, in a Chinese text too', () => {
    const text =
      '他说Wednesday is for the strengths of thoughts and whistles，众人through与though不分，schnapps也brought来了。';
    for (const measure of [11, 12, 13, 15, 20])
      for (const line of (setLines(text, measure) ?? []).map(textOf))
        if (line.endsWith('-')) expect(line).toMatch(/Wednes-$|(?<![a-z])whis-$/);
  });
  it('is divided even as a number, but nothing sticks out', () => {
    const text = `号码是${'1234567890'.repeat(6)}。`;
    const lines = setLines(text, 11) ?? [];
    expect(readBack(lines)).toBe(text);
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThan(132.02);
  });
  it('is divided as a row of marks', () => {
    const text = `甲${'！'.repeat(60)}`;
    expect(readBack(setLines(text, 11) ?? [])).toBe(text);
  });
});

describe('characters that are not drawn', () => {
  it.each([
    ['zero-width space', '湘\u200b江'],
    ['bidi override', '湘\u202e江\u202c'],
    ['byte-order mark first', '\ufeff湘江'],
    ['control', '湘\u0007江'],
    ['variation selector', '湘\ufe00江'],
    ['soft hyphen', '湘\u00ad江'],
  ])('%s: not drawn, but in the source', (_, text) => {
    const lines = setLines(text, 13) ?? [];
    expect(lines.map(textOf).join('')).toBe('湘江');
    expect(readBack(lines)).toBe(text.replace(/\p{White_Space}/gu, ''));
  });
});

describe('quotes', () => {
  it.each([
    ['他说"好"，又说"不好"。', '他说“好”，又说“不好”。'],
    ['他说"好，再没有说完。', '他说“好，再没有说完。'],
    ['“他没有说完。', '“他没有说完。'],
    ["App名叫'早市'。", 'App名叫‘早市’。'],
  ])('%s', (text, expected) => {
    expect(drawn(text, 40)).toEqual([expected]);
    expect(readBack(setLines(text, 40) ?? [])).toBe(text);
  });
  it.each([
    [`"It's 'odd'," he said.`, '“It’s ‘odd’,” he said.'],
    [`the '90s and the boys' "cart`, 'the ’90s and the boys’ “cart'],
    [`rock 'n' roll`, 'rock ‘n’ roll'],
  ])('%s', (text, expected) => expect(drawn(text, 40, { latin: true })).toEqual([expected]));
});

describe('characters of other planes and blocks', () => {
  it.each(['⼤⼩⽔', '𠂇𠳐野家', '①②③', 'Ａ１', 'ㄅㄆ', 'かな'])('%s is set as it is', (text) => {
    const lines = setLines(text, 20) ?? [];
    expect(lines.map(textOf).join('')).toBe(text);
    expect(readBack(lines)).toBe(text);
  });
});

describe('code', () => {
  const code = 'def f(x):\n    if x:\n\treturn "一行很长很长的话，比栏宽得多，要折行"\n\n  ok';
  const { blocks } = copyOf(`前文。\n\n\`\`\`\n${code}\n\`\`\``).body(156);
  const block = blocks.find(({ kind }) => kind === 'code');
  const lines = block?.variants[0]?.lines ?? [];

  it('keeps the blanks before its lines, where a line is broken too', () => {
    expect(lines.map((line) => `${line.runs[0]?.x} ${textOf(line).slice(0, 4)}`)).toEqual([
      '0 def ',
      '24 if x',
      expect.stringMatching(/^24 retu/),
      ...lines.slice(3, -1).map(() => expect.stringMatching(/^24 /)),
      '12 ok',
    ]);
    expect(readBack(lines)).toBe(code.replace(/\s/g, ''));
  });
  it('has its lines in one way only', () => expect(block?.variants).toHaveLength(1));
});
