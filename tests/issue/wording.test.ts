import { describe, expect, it } from 'vitest';
import { GENRES } from '../../src/issue/schema/article.ts';
import { meantKey } from '../../src/issue/wording.ts';
import { read } from './desk.ts';

const hintsOf = async (front: string, paper?: string): Promise<readonly (string | undefined)[]> => {
  const { faults } = await read({ 'a.md': `---\n${front}\n---\n正文。\n` }, paper === undefined ? {} : { paper });
  return faults.map(({ zh }) => zh?.hint);
};

describe('a name of the desk’s own', () => {
  it.each([
    ['标题: 好', '是不是“title”？'],
    ['author: 甲', '是不是“byline”？'],
    ['titel: 好', '是不是“title”？'],
    ['genre: 简讯', '是不是“brief”？'],
    ['genre: breif', '是不是“brief”？'],
    ['web: no', '是不是“false”？'],
    ['page: 第2版', '是不是“2”？'],
    ['page: A02', '是不是“2”？'],
    ['page: ２', '是不是“2”？'],
    ['page: 第二版', '是不是“2”？'],
    ['focus: [0.5, 0.4]', '它要写在 `photos` 的下一层。'],
  ])('%s: %s', async (front, words) => {
    const [hint, ...more] = await hintsOf(front);
    expect(hint).toContain(words);
    expect(more).toEqual([]);
  });
  it.each(['page: 十二', 'page: 1.5', 'page: 2至4', 'priority: 6', 'genre: 流水账', 'title: {a: b}'])(
    'nothing is guessed of %s',
    async (front) => {
      const [hint] = await hintsOf(front);
      expect(hint).toMatch(/^应写：/);
    },
  );
  it('is asked of a choice that is one of several forms', async () => {
    const [hint] = await hintsOf('title: 好', 'name: 报\nformat: 四开\n');
    expect(hint).toContain('是不是“tabloid”？');
  });
  it('leads only to what is known there', () => {
    expect(meantKey('图片', ['title', 'photos'])).toBe('photos');
    expect(meantKey('图片', [...GENRES])).toBe('photo');
    expect(meantKey('版面', ['number', 'pages'])).toBe('pages');
    expect(meantKey('图片', ['number', 'pages'])).toBeUndefined();
  });
});
