/**
 * Lighthouse on the front, an article and a page replica of the sample issue, on a slow phone and on a desk. Exits
 * with 1 when a score is below what the house promises: performance 98, all others 100.
 *
 *   npm run lighthouse
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '#src/browser/open.ts';
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
  for (const [kind, address] of Object.entries({
    front: `${id}/`,
    article: `${id}/${story}/`,
    replica: `${id}/page-01/`,
  })) {
    for (const desk of [false, true]) {
      const found = await scores(door, { url: site.url + address, desk, categories: CATEGORIES });
      console.log(
        `${kind}, ${desk ? 'desk' : 'phone'}: ${found.map(({ category, score }) => `${category} ${score}`).join(', ')}`,
      );
      for (const { category, score, lost } of found) {
        if (lost.length > 0) console.log(`  ${category}: ${lost.join('; ')}`);
        if (score < (LEAST[category] ?? 100)) process.exitCode = 1;
      }
    }
  }
} finally {
  await rm(output, { recursive: true, force: true });
}
