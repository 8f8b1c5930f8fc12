/** What issue.yaml and newspaper.yaml say after a page was signed off: no ad is lost or printed twice without a word. */
import { expect, it } from 'vitest';
import type { AdRequest, Issue } from '../../src/issue/model.ts';
import { makeUp } from '../../src/makeup/make-up.ts';
import { inner, pageOf, sixStories } from './inner-page.ts';
import { picture } from './synthetic.ts';

const ad = (more: Partial<AdRequest> = {}): AdRequest => ({
  file: 'ads/tea.jpg',
  position: 'foot',
  width: 8,
  height: 10,
  ...more,
});

/** Page 2 signed off with these ads; then the issue as it is changed. */
function afterwards(ads: readonly AdRequest[], change: (issue: Issue) => Issue) {
  const first = pageOf(sixStories(), { ads });
  const pictures = new Map([...first.input.pictures, ['ads/tea.jpg', picture('ads/tea.jpg')]]);
  const issue = change(first.input.issue);
  const again = makeUp({ ...first.input, pictures, issue, previous: first.plan, released: [2] });
  const told = again.faults.filter(({ name }) => /^(?:released|ad-(?:without|too))/.test(name));
  const adsOf = again.plan.pages.map(({ modules }) => modules.filter(({ kind }) => kind === 'ad').length);
  return { told: told.map(({ name, severity, page }) => [name, severity, page]), adsOf };
}

const twoPages = { pages: [inner, { ...inner, number: 3 }] };

it('an ad that is booked on a signed-off page too late is refused by name', () => {
  expect(afterwards([], (issue) => ({ ...issue, ads: [ad({ page: 2 })] })).told).toEqual([
    ['released-without-ad', 'error', 2],
  ]);
});

it('an ad without a page goes to a page that is open', () => {
  const { told, adsOf } = afterwards([], (issue) => ({ ...issue, ...twoPages, ads: [ad()] }));
  expect(told).toEqual([]);
  expect(adsOf).toEqual([0, 1]);
});

it('an ad that a signed-off page prints is not printed again elsewhere', () => {
  const { told, adsOf } = afterwards([ad()], (issue) => ({ ...issue, ...twoPages }));
  expect(told).toEqual([]);
  expect(adsOf).toEqual([1, 0]);
});

it('an ad that is cancelled, a page that is gone and another format are told', () => {
  expect(afterwards([ad()], (issue) => ({ ...issue, ads: [] })).told).toEqual([['released-ad-gone', 'warning', 2]]);
  expect(afterwards([], (issue) => ({ ...issue, pages: [{ ...inner, number: 3 }] })).told).toEqual([
    ['released-page-gone', 'warning', 2],
  ]);
  const larger = (issue: Issue): Issue => {
    const format = { ...issue.paper.format, trim: { width: 500, height: 700 } };
    return { ...issue, paper: { ...issue.paper, format } };
  };
  expect(afterwards([], larger).told).toEqual([['released-format', 'warning', 2]]);
});
