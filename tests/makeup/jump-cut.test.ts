/** Where a story may be parted between two pages. */
import { describe, expect, it } from 'vitest';
import { splitsWord } from '../../src/makeup/page/jump-cut.ts';
import { story } from './synthetic.ts';

/** The cut stands at the bar. */
const splits = (marked: string): boolean => {
  const offset = marked.indexOf('|');
  const spans = [{ text: marked.replace('|', '') }];
  return splitsWord(story(1, { body: [{ kind: 'paragraph', spans }] }), { block: 0, offset });
};

describe('a jump', () => {
  it.each([
    ['a number', '全年进出口总额达到12|34.5亿元，增长两成。'],
    ['a share', '增长3.|14%，好于预期。'],
    ['a Latin word', '他们用Kuber|netes管理集群。'],
    ['a name with a dot', '作家加西亚·|马尔克斯的书卖完了。'],
    ['a title', '他写的《城|市的记忆》今天出版。'],
    ['a quotation', '居民说“这是好|事”，都点头。'],
    ['a word', '今天上午，长沙市人民政|府召开会议，研究部署工作。'],
    ['a person’s name', '市图书馆馆长欧阳|修远说，借书的人多了一倍。'],
  ])('never parts %s', (_, marked) => expect(splits(marked)).toBe(true));

  it.each([
    ['after a mark', '今天上午开会，|下午就有了结果。'],
    ['between phrases', '长沙市人民政府|召开会议，研究部署工作。'],
    ['at a paragraph’s end', '下午就有了结果。|'],
  ])('may part %s', (_, marked) => expect(splits(marked)).toBe(false));
});
