/**
 * The sample paper for Eleventy: `npx @11ty/eleventy --serve` (or `ISSUE=issues/2026-01-08 npx @11ty/eleventy`). Layouts and
 * styles of the same name in the paper's own `layouts/` and `styles/` win over the house's. Handbook: docs/web.md.
 */
import type { EleventyConfig } from '@11ty/eleventy';
import { type PaperOptions, paper } from './src/edition/paper-plugin.ts';

export default async function configure(config: EleventyConfig): Promise<object> {
  const issue = process.env['ISSUE'];
  const options: PaperOptions = { folder: '.', output: '_site', ...(issue === undefined ? {} : { issue }) };
  await config.addPlugin(paper, options);
  return { dir: { input: 'issues', output: '_site' }, templateFormats: ['njk'] };
}
