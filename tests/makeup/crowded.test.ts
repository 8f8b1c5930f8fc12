/** Pages of more stories than are searched for one by one: they go into bundles. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/issue/model.ts';
import { errors, pageOf } from './inner-page.ts';
import { photo, story } from './synthetic.ts';

/** Stories of so many lines each, in falling rank. */
const stories = (lines: readonly number[], more: Partial<Article> = {}): Article[] =>
  lines.map((count, index) =>
    story(count, {
      slug: `s${index + 1}`,
      priority: Math.min(5, 1 + Math.floor(index / 2)) as Article['priority'],
      title: [`第${index + 1}条新闻标题`],
      ...more,
    }),
  );
const briefs = (count: number, lines: number): Article[] =>
  stories(
    Array.from({ length: count }, (_, index) => lines + (index % 5)),
    { genre: 'brief', priority: 5 },
  );

describe('a crowded page', () => {
  it('leaves out a small story that may be held when it is full without it', () => {
    const full = stories([146, 106, 90, 78, 62, 56, 50, 45, 39, 34, 31, 30]);
    const spare = story(22, { slug: 'spare', priority: 5, title: ['可压的稿件'], hold: true });
    const { faults, page } = pageOf([...full, spare]);
    expect(errors({ faults })).toEqual([]);
    expect(page.modules.map(({ slug }) => slug)).not.toContain('spare');
    expect(faults.map(({ name }) => name)).toContain('held-out');
  });

  it('is made up of briefs alone', () => {
    expect(errors(pageOf(briefs(16, 30)))).toEqual([]);
  });

  it('lacks copy where it does, whatever its draft leaves out, and the draft shows stories', () => {
    const { faults, page } = pageOf(briefs(13, 14));
    expect(errors({ faults })).toEqual(['page-hole']);
    expect(page.modules.filter(({ kind }) => kind === 'article').length).toBeGreaterThan(4);
  });

  it('shows stories in its draft too where stories and white are too many for the search', () => {
    const pictured = Array.from({ length: 9 }, (_, index) =>
      story(2, { slug: `s${index + 1}`, title: [`照片${index + 1}号`], photos: [photo()] }),
    );
    const { page } = pageOf(pictured);
    expect(page.modules.filter(({ kind }) => kind === 'article').length).toBeGreaterThan(0);
  });

  it('has no more stories than can be told apart', () => {
    const { faults } = pageOf(briefs(32, 20));
    expect(faults.filter(({ severity }) => severity === 'error')).toMatchObject([
      { name: 'page-crowded', page: 2, message: expect.stringContaining('32 stories') },
    ]);
  });
});
