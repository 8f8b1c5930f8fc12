/** Broken YAML is told in Chinese to those who read Chinese, and in the parser's own words to all others. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/issue/yaml.ts';

/** The first fault of a text. */
const faultOf = (text: string) =>
  readYaml({ text, file: 'issue.yaml', firstLine: 1 }, z.object({ a: z.string() })).faults[0];

const BROKEN: Readonly<Record<string, readonly [string, string, string]>> = {
  'an unclosed list': ['a: [1, 2\n', 'Flow sequence in block collection', '括号没有收'],
  'an unclosed map': ['a: {b: 1\nc: 2\n', 'Flow map in block collection', '括号没有收'],
  'an unclosed quotation': ['a: "x\nb: y\n', 'Missing closing "quote.', '引号没有收'],
  'a key twice': ['a: 1\na: 2\n', 'Map keys must be unique.', '同一个键写了两次'],
  'a bad indent': ['a:\n  b: 1\n c: 2\n', 'All mapping items must start at the same column.', '同一层的行要对齐'],
  'a tab': ['a:\n\tb: 1\n', 'Tabs are not allowed as indentation.', '制表符'],
  'no colon': ['a: 1\nbcd\ne: 1\n', 'Implicit keys need to be on a single line.', '缺半角冒号'],
  'no colon in the last line': ['a: 1\nbcd\n', 'Implicit map keys need to be followed by map values.', '缺半角冒号'],
  'two colons': ['a: b: c\n', 'Nested mappings are not allowed in compact mappings.', '两个“键: 值”'],
  'a character with a meaning': ['a: @x\n', 'Plain value cannot start with reserved character @.', '加引号'],
  'text after a quotation': ['a: "x" y\n', 'Unexpected scalar at node end.', '引号后面还有字'],
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
    const fault = faultOf('a: &x &y 1\n');
    expect(fault?.zh.message).toBe('YAML 读不通：A node can have at most one anchor.');
  });
});
