/** A key or value in the desk's own Chinese is told with the word that is meant; every Chinese name leads somewhere. */
import { describe, expect, it } from 'vitest';
import { meant } from '../../src/issue/desk-words.ts';
import { articleSchema, GENRES } from '../../src/issue/schema/article.ts';
import { issueSchema } from '../../src/issue/schema/issue.ts';
import { newspaperSchema } from '../../src/issue/schema/newspaper.ts';
import { readYaml } from '../../src/issue/yaml.ts';

const hintsOf = (text: string, schema: typeof articleSchema | typeof issueSchema = articleSchema) =>
  readYaml({ text, file: 'a.md', firstLine: 1 }, schema).faults.map(({ name, zh }) => `${name} ${zh.hint}`);

describe('a word of the desk', () => {
  it.each([
    ['标题: 空\n', 'key-unknown 是不是“title”？'],
    ['作者: 何山\n', 'key-unknown 是不是“byline”？'],
    ['版次: 2\n', 'key-unknown 是不是“page”？'],
    ['photos:\n  - {file: a.jpg, 图说: 桥}\n', 'key-unknown 是不是“caption”？'],
    ['genre: 更正\n', 'value-bad 是不是“correction”？'],
    ['hold: 是\n', 'value-bad 是不是“true”？'],
    ['hold: Yes\n', 'value-bad 是不是“true”？'],
    ['web: 撤稿\n', 'value-bad 是不是“withdrawn”？'],
    ['titel: 空\n', 'key-unknown 是不是“title”？'],
    ['author: 甲\n', 'key-unknown 是不是“byline”？'],
    ['genre: breif\n', 'value-bad 是不是“brief”？'],
    ['web: no\n', 'value-bad 是不是“false”？'],
    ['page: 第2版\n', 'value-bad 是不是“2”？'],
    ['page: A02\n', 'value-bad 是不是“2”？'],
    ['page: ２\n', 'value-bad 是不是“2”？'],
    ['page: 第二版\n', 'value-bad 是不是“2”？'],
    ['focus: [0.5, 0.4]\n', 'key-unknown 它要写在 `photos` 的下一层。'],
  ])('%j is understood', (text, hint) => expect(hintsOf(text)).toEqual([expect.stringContaining(hint)]));

  it('is understood in issue.yaml', () => {
    expect(hintsOf('天气: 晴\n', issueSchema)).toEqual([expect.stringContaining('是不是“weather”？')]);
    expect(hintsOf('ads:\n  - {file: a.pdf, position: 通栏}\n', issueSchema)).toEqual([
      expect.stringContaining('是不是“foot”？'),
    ]);
  });

  it.each([
    ['对开', 'broadsheet'],
    ['四开', 'tabloid'],
  ])('is understood where several kinds of value may stand: %s', (word, name) => {
    const { faults } = readYaml(
      { text: `name: 甲\nformat: ${word}\n`, file: 'newspaper.yaml', firstLine: 1 },
      newspaperSchema,
    );
    expect(faults.map(({ zh }) => zh.hint)).toEqual([expect.stringContaining(`是不是“${name}”？`)]);
  });

  it.each(['page: 十二', 'page: 1.5', 'page: 2至4', 'priority: 6', 'genre: 流水账', 'title: {a: b}'])(
    'nothing is guessed of %s',
    (text) => expect(hintsOf(`${text}\n`)).toEqual([expect.stringMatching(/^value-bad 应写：/)]),
  );

  it('finds no number in a colour', () => {
    const text = 'name: 甲\ncolours: {red: {rgb: c81, cmyk: [0, 95, 85, 5]}}\n';
    const { faults } = readYaml({ text, file: 'newspaper.yaml', firstLine: 1 }, newspaperSchema);
    expect(faults.map(({ zh }) => zh.hint)).toEqual([expect.stringMatching(/^应写：颜色/)]);
  });

  it('means nothing that the place does not know', () => {
    expect(meant('图片', ['title', 'photos'])).toBe('photos');
    expect(meant('图片', [...GENRES])).toBe('photo');
    expect(meant('图片', ['number', 'pages'])).toBeUndefined();
    expect(meant('天气', ['title', 'page'])).toBeUndefined();
    expect(meant('版面', ['pages'])).toBe('pages');
    expect(meant('版面', ['page'])).toBe('page');
    expect(hintsOf('genre: 桥\n')).toEqual([expect.stringMatching(/^value-bad 应写：/)]);
  });
});
