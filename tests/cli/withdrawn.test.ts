/** A story that was withdrawn from the web is told with the files that print it. */
import { expect, it } from 'vitest';
import { withdrawnYetPrinted } from '../../src/cli/build/withdrawn.ts';
import { twoPages } from '../archive/builders.ts';

it('names both pages of a story that jumps, and nothing of one kept on paper', () => {
  const { issue, plan } = twoPages();
  const withWeb = (web: 'withdrawn' | false) => {
    const articles = issue.articles.map((one) => (one.slug === 'lead' ? { ...one, web } : one));
    return withdrawnYetPrinted({ issue: { ...issue, articles }, plan });
  };
  const [fault] = withWeb('withdrawn');
  expect(fault).toMatchObject({ name: 'withdrawn-printed', severity: 'warning' });
  for (const file of ['2026-01-08.pdf', 'press/2026-01-08-01.pdf', 'press/2026-01-08-02.pdf', 'alto/02.txt'])
    expect(fault?.message).toContain(file);
  expect(withWeb(false)).toEqual([]);
});
