/** What the web keeps back: where it is printed all the same, and how that is told to whoever puts the paper on a server. */
import { expect, it } from 'vitest';
import { makeRecord } from '#src/edition/data/make-record.ts';
import { withheldList } from '#src/edition/site/withheld.ts';
import type { Article } from '#src/issue/model.ts';
import { TINY_ISSUE, TINY_PLAN, tinyEntry } from './tiny.ts';

const recordWith = (web: Article['web']) => {
  const articles = TINY_ISSUE.articles.map((one) => (one.slug === 'spring' ? { ...one, web } : one));
  return makeRecord({ ...TINY_ISSUE, articles }, TINY_PLAN, new Map());
};

const PRINTED = [
  '2026-01-08.pdf',
  'press/2026-01-08.pdf',
  'press/2026-01-08-01.pdf',
  'alto/01.xml',
  'alto/01.txt',
  'pages/01.jpg',
  'mets.xml',
  'press/2026-01-08-01-changes.txt',
  'manifest.json',
  'report.html',
  'report.json',
];

it.each([['withdrawn'], [false]] as const)('a record names the files that print a story with web: %s', (web) => {
  expect(recordWith(web).withheld).toEqual(PRINTED);
});

it('a record of an issue that is on the web as a whole names none', () => {
  expect(recordWith(true)).not.toHaveProperty('withheld');
});

it('the list for the server names them from the root, with the reports and every snapshot of the issue', () => {
  const list = withheldList([{ ...tinyEntry('2026-01-09'), withheld: ['alto/01.txt'] }, tinyEntry('2026-01-08')]);
  expect(list.split('\n').filter((line) => line.startsWith('/'))).toEqual([
    '/withheld.txt',
    '/2026-01-09/alto/01.txt',
    '/reports/2026-01-09.*',
    '/snapshots/2026-01-09',
    '/snapshots/2026-01-09.*',
  ]);
});
