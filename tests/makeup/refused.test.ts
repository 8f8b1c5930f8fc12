import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/issue/markdown.ts';
import type { Article } from '../../src/issue/model.ts';
import { hole, overset } from '../../src/makeup/faults.ts';
import { reportPages } from '../../src/makeup/report.ts';
import { errors, on, pageOf, sixStories } from './inner-page.ts';
import { story } from './synthetic.ts';

/** A body that is one line, and another that is two. */
const SENTENCE = [{ kind: 'paragraph', spans: [{ text: '只有一句话。' }] }] as const;
const TWO_LINES = [{ kind: 'paragraph', spans: [{ text: '只有一句话，却要占上整整两行才行。' }] }] as const;

describe('a brief of a line or two', () => {
  it.each([SENTENCE, TWO_LINES])('stands in one leg beside the other stories', (...body) => {
    const brief = story(1, { slug: 'g', priority: 5, genre: 'brief', title: ['小短讯'], body });
    const { faults, page } = pageOf([...sixStories(), brief]);
    expect(errors({ faults })).toEqual([]);
    expect(page.hard).toEqual([]);
    expect(on(page, 'g').boxes.filter(({ kind }) => kind === 'leg')).toHaveLength(1);
  });
});

describe('a page that does not close', () => {
  it('names what is over, by how many lines, and the ways out', () => {
    const { faults } = pageOf([...sixStories(), story(260, { slug: 'g', title: ['又一条长稿'] })]);
    const [fault] = faults.filter(({ name }) => name === 'overset');
    expect(fault).toMatchObject({ exit: 4, page: 2 });
    expect(fault?.message).toMatch(/\d+ lines are over/);
  });

  it('counts what is over in characters, and in words where the story is of letters', () => {
    const lines = { page: 2, lines: 49 };
    const english = story(49, { slug: 'g', title: ['The market opens'], body: parseBody('The market opens at four.') });
    const chinese = story(49, { slug: 'g' });
    const told = (article: Article, language: string) => overset(article, { ...lines, language }, []);
    expect(told(chinese, 'zh-CN').message).toContain('49 lines are over, about 500 characters');
    expect(told(english, 'en-GB').message).toContain('49 lines are over, about 200 words');
    expect(told(english, 'zh-CN').zh.message).toContain('溢出 49 行，约 200 词');
    expect(hole({ page: 2, lines: 520, language: 'en' }, 832, []).message).toContain('room for about 2,100 words more');
  });

  it('tells of a story too long for a page of its own what the page cannot hold', () => {
    const { faults } = pageOf([story(1000, { slug: 'a', priority: 1, title: ['一条太长的稿子'] })]);
    const [fault] = faults.filter(({ name }) => name === 'overset');
    const lines = Number(/(\d+) lines are over/.exec(fault?.message ?? '')?.[1]);
    expect(lines).toBeGreaterThanOrEqual(1000 - 832);
    expect(lines).toBeLessThan(1000 - 832 + 60);
  });

  it('tells a head that no width holds from copy that is too long', () => {
    const wordy = story(40, { slug: 'g', title: ['题目写成了一整段话'.repeat(30)] });
    const { faults } = pageOf([...sixStories().slice(0, 5), wordy]);
    expect(errors({ faults })).toEqual(['head-too-long']);
    expect(faults.find(({ name }) => name === 'head-too-long')?.message).toContain('has 270 characters');
  });

  it.each([64, 68, 72])('names the head of %i characters that keeps it open, and how short it has to be', (length) => {
    const lead = { title: ['头'.repeat(length)] };
    const stories = sixStories().map((one) => (one.slug === 'a' ? { ...one, ...lead } : one));
    const { faults } = pageOf(stories);
    const [fault] = faults.filter(({ severity }) => severity === 'error');
    expect(fault?.hint).toMatch(/^Shorten the head of “头+” to about (\d+) characters/);
    expect(fault?.zh.hint).toMatch(/^把《头+》的标题缩到 \d+ 字左右/);
    const most = Number(/about (\d+) characters/.exec(fault?.hint ?? '')?.[1]);
    const shorter = stories.map((one) => (one.slug === 'a' ? { ...one, title: ['头'.repeat(most)] } : one));
    expect(errors(pageOf(shorter))).toEqual([]);
  });

  it.each([34, 44, 60])(
    'is not kept open by a lead’s head of %i characters: it takes the lines that it needs',
    (length) => {
      const lead = { title: ['头'.repeat(length)] };
      const { faults, page } = pageOf(sixStories().map((one) => (one.slug === 'a' ? { ...one, ...lead } : one)));
      expect(errors({ faults })).toEqual([]);
      expect(page.modules.find(({ slug }) => slug === 'a')?.headline?.lines).toBeLessThanOrEqual(4);
    },
  );

  it('is no page that the report calls full, or proved', () => {
    const { plan } = pageOf([...sixStories(), story(190, { slug: 'g', priority: 5, title: ['可撤短稿'] })]);
    expect(reportPages(plan)).toMatchObject([{ made: false, fill: 0, optimal: false }]);
    expect(reportPages(pageOf(sixStories()).plan)).toMatchObject([{ made: true, fill: 1, optimal: true }]);
  });

  it('offers only ways that work', () => {
    const stories = [...sixStories(), story(190, { slug: 'g', priority: 5, title: ['可撤短稿'] })];
    const { faults } = pageOf(stories);
    const [fault] = faults.filter(({ name }) => name === 'overset');
    expect(fault?.hint).toMatch(/[Hh]old|smaller/);
  });

  it('is drafted without one story where that is enough, and the rest fills the page', () => {
    const stories = [...sixStories(), story(190, { slug: 'g', priority: 5, title: ['可撤短稿'] })];
    const { faults, page } = pageOf(stories);
    const over = faults.filter(({ name }) => name === 'overset');
    const placed = page.modules.filter(({ kind }) => kind === 'article').map(({ slug }) => slug);
    expect(over).toHaveLength(1);
    expect(placed).toHaveLength(stories.length - 1);
    expect(page.fill).toBe(1);
  });

  it('is drafted without what may be held before its lead goes', () => {
    const lead = story(560, { slug: 'a', priority: 1, title: ['头条标题一共八字'] });
    const others = [story(400, { slug: 'b', hold: true }), story(380, { slug: 'c' })];
    expect(errors(pageOf(others))).toEqual([]);
    const { faults, page } = pageOf([lead, ...others]);
    expect(errors({ faults })).toContain('overset');
    const placed = page.modules.map(({ slug }) => slug);
    expect(placed).toContain('a');
    expect(placed).not.toContain('b');
  });

  it('is short of copy, and not too full, with a story of one line alone on it', () => {
    const { faults, page } = pageOf([story(1, { slug: 'a', title: ['小短讯'], body: SENTENCE })]);
    expect(errors({ faults })).toEqual(['page-hole']);
    expect(page.modules.map(({ slug }) => slug)).toContain('a');
  });

  it('tells the size of its hole', () => {
    const { faults, page } = pageOf(sixStories().slice(3));
    expect(faults.map(({ name }) => name)).toContain('page-hole');
    expect(faults[0]?.message).toMatch(/room for about [\d,]+ characters more: \d+ of its \d+ column lines are empty/);
    expect(faults[0]?.hint).toContain('--draft');
    expect(page.modules.length).toBeGreaterThan(0);
  });

  it('is closed by a filler first', () => {
    const stories = sixStories().slice(3);
    expect(errors(pageOf(stories))).toEqual(['page-hole']);
    const made = pageOf(stories, { fillers: [{ file: 'ads/filler.jpg' }] });
    expect(errors(made)).toEqual([]);
    expect(made.page.modules.filter(({ kind }) => kind === 'filler')).toHaveLength(1);
  });
});
