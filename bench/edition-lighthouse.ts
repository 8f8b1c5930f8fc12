/**
 * Lighthouse on every kind of page of the sample issue, on a slow phone and on a desk, as a table. Exits with 1 when a
 * score is below what the house promises: performance 98, all others 100.
 *
 *   npm run lighthouse
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '#src/browser/open.ts';
import type { IssueRecord } from '#src/edition/data/record.ts';
import { scores } from '../tests/edition/lighthouse.ts';
import { make, publish, serve } from '../tests/edition/site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const LEAST: Readonly<Record<string, number>> = { performance: 98 };

const output = await mkdtemp(path.join(tmpdir(), 'broadsheet-lighthouse-'));
try {
  const made = await make(fileURLToPath(new URL('../issues/2026-01-08', import.meta.url)));
  await publish(made, output);
  await using site = await serve(output);
  await using door = await openBrowser();
  const { id } = made.issue;
  const story = made.issue.articles.find(({ priority, photos }) => priority === 1 && photos.length > 0)?.slug ?? '';
  const record = JSON.parse(await readFile(path.join(output, id, 'issue.json'), 'utf8')) as IssueRecord;
  const section = record.sections.toSorted((one, other) => other.articles.length - one.articles.length)[0]?.folder;
  const kinds = {
    front: `${id}/`,
    article: `${id}/${story}/`,
    replica: `${id}/page-01/`,
    section: `${id}/sections/${section}/`,
    calendar: 'archive/',
    search: 'search/',
  };
  console.log(`| page | ${CATEGORIES.join(' | ')} | what cost points |\n| --- | --- | --- | --- | --- | --- |`);
  for (const [kind, address] of Object.entries(kinds)) {
    for (const desk of [false, true]) {
      const found = await scores(door, { url: encodeURI(site.url + address), desk, categories: CATEGORIES });
      const lost = found.flatMap((one) => one.lost).join('; ');
      console.log(`| ${kind}, ${desk ? 'desk' : 'phone'} | ${found.map(({ score }) => score).join(' | ')} | ${lost} |`);
      if (found.some(({ category, score }) => score < (LEAST[category] ?? 100))) process.exitCode = 1;
    }
  }
} finally {
  await rm(output, { recursive: true, force: true });
}
