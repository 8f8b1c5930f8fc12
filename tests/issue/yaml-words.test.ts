/** Broken YAML is told in the desk's words, in both languages; what is rare in the parser's own. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../../src/issue/schema/article.ts';
import { issueSchema } from '../../src/issue/schema/issue.ts';
import { readYaml } from '../../src/issue/yaml.ts';

/** The first fault of a text. */
const faultOf = (text: string) =>
  readYaml({ text, file: 'issue.yaml', firstLine: 1 }, z.object({ a: z.string() })).faults[0];

const BROKEN: Readonly<Record<string, readonly [string, string, string]>> = {
  'an unclosed list': ['a: [1, 2\n', 'a bracket is not closed', '括号没有收'],
  'an unclosed map': ['a: {b: 1\nc: 2\n', 'a bracket is not closed', '括号没有收'],
  'an unclosed quotation': ['a: "x\nb: y\n', 'a quotation mark is not closed.', '引号没有收'],
  'a key twice': ['a: 1\na: 2\n', 'the key “a” is written twice.', '键“a”写了两次'],
  'a list item out of line': [
    'a:\n- b: 1\n c: 2\n',
    'the indentation is wrong: the lines of one item',
    '同一项的各行要对齐',
  ],
  'a bad indent': ['a:\n  b: 1\n c: 2\n', 'the indentation is wrong: lines of one level', '同一层的行要对齐'],
  'no colon': ['a: 1\nbcd\ne: 1\n', 'the line lacks a half-width colon', '缺半角冒号'],
  'no colon in the last line': ['a: 1\nbcd\n', 'no half-width colon follows the key.', '缺半角冒号'],
  'a value deeper than its key': ['a: b\n c: d\n', 'one line holds two keys', '两个“键: 值”'],
};

describe('a text that YAML cannot read', () => {
  it.each(Object.entries(BROKEN))('%s', (_, [text, english, chinese]) => {
    const fault = faultOf(text);
    expect(fault?.name).toBe('yaml-broken');
    expect(fault?.message).toContain(`The YAML cannot be read: ${english}`);
    expect(fault?.zh.message).toContain(chinese);
    expect(fault?.zh.message).not.toMatch(/[A-Za-z]{3,} [a-z]{2,}/);
  });

  it('keeps the parser’s words where there are no others', () => {
    const fault = faultOf('a:\n  - &x &y 1\n');
    expect(fault?.zh.message).toBe('YAML 读不通：A node can have at most one anchor.');
  });
});

describe('a slip of the desk', () => {
  it.each([
    ['a: Foo: bar\n', 'a colon in the value', '`a: "Foo: bar"`'],
    ['a: Foo:\n', 'a colon in the value', '`a: "Foo:"`'],
    ['a: He said "no": nobody came\n', 'a colon in the value', `\`a: 'He said "no": nobody came'\``],
    ['a: It\\s: “x”\n', 'a colon in the value', "`a: 'It\\s: “x”'`"],
    ['a: *Foo* bar\n', 'begins with *', '`a: "*Foo* bar"`'],
    ['a: *foo\n', 'begins with *', '`a: "*foo"`'],
    ['a: &Co wins\n', 'begins with &', '`a: "&Co wins"`'],
    ['a: @harbour says\n', 'begins with @', '`a: "@harbour says"`'],
    ['a: %50 off\n', 'begins with %', '`a: "%50 off"`'],
    ['a: !Now\n', 'begins with !', '`a: "!Now"`'],
    ['a: `x`\n', 'begins with `', '`a: "`x`"`'],
    ['a: [Update] Foo\n', 'follow a closing bracket', '`a: "[Update] Foo"`'],
    ['a: "Foo" bar\n', 'follow the closing quotation mark', `\`a: '"Foo" bar'\``],
    ['a:\n  - {b: 1，c: 2}\n', 'full-width ， or ：', '`- {b: 1, c: 2}`'],
    ['a: {b：1, c: "甲，乙"}\n', 'full-width ， or ：', '`a: {b: 1, c: "甲，乙"}`'],
    ['a:\n\tb: 1\n', 'indented by a tab', 'Indent by spaces.'],
    ['a：Foo\nb: 1\n', 'full-width colon', '`a: Foo`'],
    ['b: 1\na： Foo: bar\n', 'full-width colon', '`a: "Foo: bar"`'],
    ['a： Foo\n', 'full-width colon', '`a: Foo`'],
    ['a:Foo\nb: 1\n', 'no space follows the colon', '`a: Foo`'],
    ['b:\n  - c: Foo: bar\n', 'a colon in the value', '`- c: "Foo: bar"`'],
    ['b:\n  - {c: x， d: 2}\n', 'stand between the keys', '`- {c: x, d: 2}`'],
    ['b:\n  - {c：x，d：2，3}\n', 'stand between the keys', '`- {c: x, d: 2，3}`'],
    ['a∶Foo\nb: 1\n', 'colon ∶ follows', '`a: Foo`'],
    ['a； Foo\n', 'colon ； follows', '`a: Foo`'],
    ['a:\u3000Foo\n', 'a full-width space follows', '`a: Foo`'],
    ['a: ｛ b: 1 ｝\n', '｛ is a full-width sign', '`a: { b: 1 }`'],
    ['＃ b\na: 1\n', '＃ is a full-width sign', '`# b`'],
    ['a: [1, 2］\nb: 1\n', '］ is a full-width sign', '`a: [1, 2]`'],
    ['a: "Foo”\nb: 1\n', '” is a full-width sign', '`a: "Foo"`'],
    ["a: 'Foo’\nb: 1\n", '’ is a full-width sign', "`a: 'Foo'`"],
    ['a: 1\na: 2\n', 'the key “a” is written twice', 'Keep one of the two lines.'],
    ['a: 1\n———\nb\n', 'row of dashes', '`---`'],
  ])('%j is told with the way to write it', (text, reason, written) => {
    const fault = faultOf(text);
    expect(fault?.name).toBe('yaml-broken');
    expect(fault?.message).toContain(reason);
    expect(fault?.hint).toContain(written);
    if (written.includes('`')) expect(fault?.zh.hint).toContain(written);
  });

  it.each(['a: &x Foo\nb: *x\n', 'a: 10:30 train\n', 'a: "Foo: bar"\n', 'a: Foo：bar\n'])('%j is none', (text) => {
    const { faults } = readYaml(
      { text, file: 'issue.yaml', firstLine: 1 },
      z.object({ a: z.string(), b: z.string().optional() }),
    );
    expect(faults).toEqual([]);
  });

  it('is told at the line that a full-width sign leaves open, not below it', () => {
    const text = 'b: 1\na: "Foo”\nc: "2"\nd：3\n';
    const { faults } = readYaml({ text, file: 'issue.yaml', firstLine: 10 }, z.object({ a: z.string() }));
    expect(faults.map(({ name, place }) => `${name} ${place?.line}`)).toEqual(['yaml-broken 11', 'yaml-broken 13']);
  });

  it('is told of every line with a full-width colon', () => {
    const { faults } = readYaml(
      { text: 'a：1\nb：2\nc: 3\nd：4\ne：5\nf：6\n', file: 'issue.yaml', firstLine: 10 },
      z.object({ a: z.string() }),
    );
    expect(faults.map(({ place }) => place?.line)).toEqual([10, 11, 13, 14, 15]);
    expect(new Set(faults.map(({ message }) => message)).size).toBe(1);
    const all = readYaml({ text: 'a：1\nb：2\n', file: 'issue.yaml', firstLine: 1 }, z.object({ a: z.string() }));
    expect(all.faults.map(({ place }) => place?.line)).toEqual([1, 2]);
  });
});

it('tells of a colon that made a map of a text in a list', () => {
  const { faults } = readYaml({ text: 'title:\n  - Foo: bar\n', file: 'a.md', firstLine: 1 }, articleSchema);
  expect(faults.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
    '“title[1]” is a map. Expected a text; one with “: ” in it stands in quotes.',
  ]);
});

it('speaks no word of the schema’s own of a list without an entry', () => {
  const { faults } = readYaml({ text: 'pages: []\n', file: 'issue.yaml', firstLine: 1 }, issueSchema);
  expect(faults.map(({ hint }) => hint)).toEqual(['Expected a number of pages, or a list of them.']);
});

it('says once what is wrong with a line', () => {
  const { faults } = readYaml({ text: 'a: {b：1, c：2}\n', file: 'issue.yaml', firstLine: 1 }, z.object({}));
  expect(faults.map(({ name, place }) => `${name} ${place?.line}`)).toEqual(['yaml-broken 1']);
});
