/** Markdown to blocks: nothing lost, Chinese read as its writer meant it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksText } from '../../src/issue/digest.ts';
import { parseBody, parseMarkdown } from '../../src/issue/markdown.ts';
import type { Block, Span } from '../../src/issue/model.ts';
import { runs } from './runs.ts';

/** Spans as text: `<strong em>…</>`, links `[…](…)`, calls of notes `{1}`. */
const spans = (list: readonly Span[]): string =>
  list
    .map(({ text, marks, href, note }) => {
      if (note) return `{${note}}`;
      const marked = marks ? `<${marks.join(' ')}>${text}</>` : text;
      return href ? `[${marked}](${href})` : marked;
    })
    .join('');

/** Blocks as lines. */
function drawn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(drawnBlock);
}

function drawnBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [`P ${spans(block.spans)}`];
    case 'subhead':
      return [`H${block.level} ${spans(block.spans)}`];
    case 'list':
      return block.items.flatMap((item, index) =>
        drawn(item).map((line) => `${block.ordered ? block.start + index : '-'} ${line}`),
      );
    case 'quote':
      return drawn(block.blocks).map((line) => `> ${line}`);
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => `| ${row.map(spans).join(' | ')} |`)
        .concat(block.align.join(' '));
    case 'code':
      return [`CODE ${block.text}`];
    case 'break':
      return ['---'];
    case 'photo':
      return [`PHOTO ${block.photo}`];
    case 'qr':
      return [`QR ${block.address}`];
    case 'footnote':
      return drawn(block.blocks).map((line) => `${block.label}) ${line}`);
  }
}

const CASES: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'paragraphs and subheads': ['一。\n\n## 甲\n\n二。\n\n#### 乙\n', ['P 一。', 'H2 甲', 'P 二。', 'H3 乙']],
  'numbers that go up with gaps are kept': [
    '1978. 甲\n1. 乙\n\n文\n\n1978. 丙\n1979. 丁\n1992. 戊\n      1. 己\n      3. 庚\n2001. 辛',
    [
      '1978 P 甲',
      '1979 P 乙',
      'P 文',
      '1978 P 丙',
      '1979 P 丁',
      '1992 P 戊',
      '1992 1 P 己',
      '1992 3 P 庚',
      '2001 P 辛',
    ],
  ],
  'a soft break joins Chinese': ['今天\n下雨。', ['P 今天下雨。']],
  'a soft break parts words': ['rain\ntoday', ['P rain today']],
  'a soft break beside Chinese': ['使用\nApp', ['P 使用App']],
  'a hard break stays': ['一行\\\n二行', ['P 一行\n二行']],
  'full-width indents begin paragraphs': ['　　第一段。\n　　第二段。', ['P 第一段。', 'P 第二段。']],
  'blanks are no code': ['    缩进的一段。', ['P 缩进的一段。']],
  'hyphens under a line are a break': ['一段。\n---\n二段。', ['P 一段。', '---', 'P 二段。']],
  'a break parts what stands before it from what stands after': [
    '---\n\n一段。\n\n***\n\n![图](x.jpg)\n\n---\n\n> ---\n> 二段。\n\n[^1]\n\n[^1]: 注。\n\n---\n',
    ['P 一段。', 'PHOTO 0', '---', '> P 二段。', 'P {1}', '1) P 注。'],
  ],
  'a definition is text': ['[注]: 记者整理', ['P [注]: 记者整理']],
  'asterisks between digits, which are no emphasis': ['纸箱 60*40*35 厘米，2**3**4', ['P 纸箱 60*40*35 厘米，2**3**4']],
  'emphasis beside Chinese marks': [
    '长沙**“数”涌**星城，*《报告》*说。',
    ['P 长沙<strong>“数”涌</>星城，<em>《报告》</>说。'],
  ],
  'emphasis in words': ['2 * 3 * 4 and snake_case_name', ['P 2 * 3 * 4 and snake_case_name']],
  'marks nest': ['**甲*乙*丙**~~丁~~`戊`', ['P <strong>甲</><strong em>乙</><strong>丙</><strike>丁</><code>戊</>']],
  'links to the web, to mail and to a story': [
    '[甲](https://example.org/a?b=1) [乙](mailto:x@example.org) [丙](rain) [丁](./rain.md)',
    ['P [甲](https://example.org/a?b=1) [乙](mailto:x@example.org) [丙](rain) [丁](rain)'],
  ],
  'a refused link keeps its words': ['[甲](javascript:alert)', ['P 甲']],
  'a bare address is text': ['见 https://example.org 。', ['P 见 https://example.org 。']],
  'HTML is text': ['一<b>二</b>\n\n<script>三</script>', ['P 一<b>二</b>', 'P <script>三</script>']],
  lists: ['- 甲\n- 乙\n\n  丙\n\n3. 丁\n4. 戊', ['- P 甲', '- P 乙', '- P 丙', '3 P 丁', '4 P 戊']],
  quotes: ['> 一\n>\n> - 二', ['> P 一', '> - P 二']],
  tables: ['| 甲 | 乙 |\n|---|--:|\n| 1 | **2** |', ['| 甲 | 乙 |', '| 1 | <strong>2</> |', 'left right']],
  'code keeps its lines': ['```js\na\n b\n```', ['CODE a\n b']],
  'footnotes in the order of their calls': [
    '甲[^b]乙[^a]丙^[当场]丁[^b]。\n\n[^a]: 一\n[^b]: 二',
    ['P 甲{1}乙{2}丙{3}丁{1}。', '1) P 二', '2) P 一', '3) P 当场'],
  ],
  'an uncalled footnote is not lost': ['甲。\n\n[^x]: 注。', ['P 甲。', '1) P 注。']],
  'an image after its paragraph': [
    '一![图](photos/a.jpg)二。\n\n![](photos/b.jpg)',
    ['P 一二。', 'PHOTO 0', 'PHOTO 1'],
  ],
};

describe('parseBody', () => {
  it.each(Object.entries(CASES))('%s', (_, [markdown, blocks]) => {
    expect(drawn(parseBody(markdown))).toEqual(blocks);
  });

  it('reads caption, credit and file name of an image', () => {
    const { images } = parseMarkdown('一。\n\n![**雨**中](photos/%E9%9B%A8.jpg "张三 摄")');
    expect(images).toEqual([{ file: 'photos/雨.jpg', caption: '雨中', credit: '张三 摄', line: 3 }]);
  });

  it('notes a tag that was typed, not one that was escaped or is code', () => {
    const tags = (text: string) => parseMarkdown(text).notes.map(({ what, line }) => `${what} ${line}`);
    expect(tags('一\n二<b>*三*</b>')).toEqual(['html 2', 'html 2']);
    expect(tags('\\<b\\>、&lt;b&gt;、`<b>`\n\n```\n<b>\n```')).toEqual([]);
  });
  it('takes the first # and the ## right after it only when asked', () => {
    const markdown = '# 题\n\n## 副\n\n文。\n\n## 小\n';
    expect(drawn(parseBody(markdown))).toEqual(['H2 题', 'H2 副', 'P 文。', 'H2 小']);
    const { title, deck, blocks } = parseMarkdown(markdown, { title: true, deck: true });
    expect([title, deck, ...drawn(blocks)]).toEqual(['题', '副', 'P 文。', 'H2 小']);
  });

  it('gives a note that is written twice one number, once', () => {
    expect(parseBody('文[^1]\n\n[^1]: 甲\n[^1]: 乙').map(({ kind }) => kind)).toEqual(['paragraph', 'footnote']);
  });
  it('keeps the call of a note out of the headline, and tells of it', () => {
    const text = '# 题[^a]\n\n## 副^[乙]\n\n文。\n\n[^a]: 甲';
    const { title, deck, blocks, notes } = parseMarkdown(text, { title: true, deck: true });
    expect([title, deck, ...drawn(blocks)]).toEqual(['题', '副', 'P 文。', '1) P 甲', '2) P 乙']);
    expect(notes.map(({ what, line }) => `${what} ${line}`)).toEqual(['footnote-uncalled 1', 'footnote-uncalled 3']);
  });
  it('a ## further down is no deck', () => {
    const { deck, blocks } = parseMarkdown('# 题\n\n文。\n\n## 小\n', { title: true, deck: true });
    expect([deck, ...drawn(blocks)]).toEqual([undefined, 'P 文。', 'H2 小']);
  });
});

const MARKUP = [
  '#',
  '##',
  '*',
  '**',
  '_',
  '`',
  '```',
  '>',
  '- ',
  '1. ',
  '|',
  '|---|---|',
  '[^a]',
  '[^a]:',
  '^[',
  ']',
  '![',
  '](',
  ')',
  '<',
  '>',
  '~~',
  '\\',
  '\n',
  '\n\n',
  '    ',
  '---',
  '===',
  '　　',
  '&amp;',
  ':',
  '"',
];
const piece = fc.oneof(
  fc.constantFrom(...MARKUP),
  fc.string({ unit: fc.constantFrom(...'新闻报纸甲乙丙丁abcXYZ129，。！“”（）、'), minLength: 1, maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('any text', () => {
  it('is read without an exception, and the same way twice', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        expect(parseMarkdown(text, { title: true, deck: true })).toEqual(
          parseMarkdown(text, { title: true, deck: true }),
        );
      }),
      { numRuns: runs(400) },
    );
  });

  it('keeps every Han character, save where it names a file, a language or a title of a link', () => {
    const safe = MARKUP.filter((mark) => !['](', '![', ')'].includes(mark));
    const word = fc.string({ unit: fc.constantFrom(...'新闻报纸甲乙丙丁戊己'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...safe), word), { maxLength: 50 }), (pieces) => {
        const text = pieces.join('');
        const { blocks, notes } = parseMarkdown(text);
        if (notes.some(({ what }) => what === 'nested' || what === 'table-row')) return;
        const han = (from: string): string => from.replaceAll(/\P{Script=Han}/gu, '');
        expect([...han(blocksText(blocks))].sort().join('')).toBe([...han(text)].sort().join(''));
      }),
      { numRuns: runs(400) },
    );
  });
});
