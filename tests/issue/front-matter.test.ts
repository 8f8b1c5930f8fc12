/** Front matter that has no fence, or only something like one, is refused: it would be printed as text. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/issue/article.ts';
import { LIMITS } from '../../src/issue/newspaper.ts';

const faultsOf = (text: string) => readArticle({ slug: 'a', file: 'a.md', text }, LIMITS).faults;

describe('front matter without a fence', () => {
  it.each([
    ['none at all', 'title: 空\n正文。\n', 'title', 1],
    ['dashes of autocorrection', '———\ntitle: 空\n———\n正文。\n', 'title', 2],
    ['hyphens that became a dash', '--—\nkicker: 空\n--—\n正文。\n', 'kicker', 2],
    ['an indented one', '\n ---\n  title: 空\n ---\n正文。\n', 'title', 3],
    ['too few hyphens', '--\n\npriority: 1\n--\n正文。\n', 'priority', 3],
    ['full-width ones', '－－－\ntitle：空\n－－－\n正文。\n', 'title', 2],
    ['only the closing one', 'title: 空\n---\n正文。\n', 'title', 1],
    ['a lone dash', '—\ntitle: 空\n—\n正文。\n', 'title', 2],
    ['a key in the desk’s own words below dashes', '——\n标题：空\n——\n正文。\n', '标题', 2],
    ['a full-width colon too', 'title：空\n正文。\n', 'title', 1],
  ])('is told: %s', (_, text, key, line) => {
    const [fault, ...others] = faultsOf(text);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ name: 'front-matter-unfenced', severity: 'error', place: { line } });
    expect(fault?.zh.message).toContain(`“${key}”`);
    expect(fault?.zh.hint).toContain('---');
  });

  it.each([
    '正文一句话。\n',
    'Source: the harbour office.\n',
    '———\n\n题记：春天来了。\n',
    '记者：何山。\n',
    '# 标题\n\n正文。\n',
    '正文。\n\ntitle: 这一行是正文。\n',
    '---\ntitle: 好\n---\n\ntitle: 这一行是正文。\n',
  ])('is not seen in %j', (text) => expect(faultsOf(text).filter(({ name }) => name !== 'rule-as-text')).toEqual([]));
});
