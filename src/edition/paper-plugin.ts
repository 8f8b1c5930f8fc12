/**
 * The newspaper for Eleventy's own command line: reads a paper's issue, makes up its pages, and adds everything to the
 * configuration. `npx @11ty/eleventy --serve` with the house's `eleventy.config.ts` shows the site and follows every edit.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { EleventyConfig } from '@11ty/eleventy';
import { FaultError } from '../fault.ts';
import { isIssueName } from '../issue/folder.ts';
import { readIssue } from '../issue/read.ts';
import { makeUp } from '../makeup/make-up.ts';
import { captioned } from '../photo/captioned.ts';
import { inspectPictures } from '../photo/inspect.ts';
import { openTypesetter } from '../typeset/typesetter.ts';
import { subsetOf } from './font/face.ts';
import { makeAnew } from './keep.ts';
import { readAssets } from './make/assets.ts';
import { openOutput } from './make/output.ts';
import { broadsheet } from './plugin.ts';
import { prepareEdition } from './prepare.ts';
import { publishedIn, readCatalogue } from './site/catalogue.ts';
import { prepareSite } from './site/prepare-site.ts';
import { searchPages } from './site/search.ts';
import { withAssets } from './site/with-assets.ts';
import { wordsFor } from './words.ts';

/** Options of {@link paper}, all of them with a default. */
export interface PaperOptions {
  /** The paper's folder, which holds `newspaper.yaml`; the current one by default. */
  readonly folder?: string;
  /** The issue's folder; the newest one below `issues/` by default. */
  readonly issue?: string;
  /** Folder that Eleventy writes into, the same as its `dir.output`; `_site` by default. */
  readonly output?: string;
}

/**
 * Adds one issue of a paper and the site around it.
 * @throws FaultError with every fault of the issue when it cannot be read.
 */
export async function paper(config: EleventyConfig, options: PaperOptions = {}): Promise<void> {
  const home = path.resolve(options.folder ?? '.');
  const issueFolder = options.issue === undefined ? await newestIssue(home) : path.resolve(home, options.issue);
  const output = path.resolve(home, options.output ?? '_site');
  const { issue: written, folder, faults } = await readIssue(issueFolder, { draft: true });
  if (written === undefined) throw new FaultError(faults);
  const [{ pictures }, typesetter] = await Promise.all([
    inspectPictures(folder, written),
    openTypesetter(written.paper),
  ]);
  const issue = captioned(written, pictures);
  const { plan } = makeUp({ issue, typesetter, pictures });
  const subset = subsetOf;
  const { edition, drawn } = await prepareEdition(
    { issue, plan, folder, pictures, subset, draft: true },
    openOutput(path.join(output, issue.id)),
  );
  await drawn;
  const site = openOutput(output);
  const published = publishedIn(output);
  const words = wordsFor(issue.paper.language);
  const [{ catalogue, changed }, { files, ...assets }] = await Promise.all([
    readCatalogue(published),
    readAssets(issue.paper, folder.paper, { subset, keep: makeAnew }),
  ]);
  await Promise.all([...files].map(([name, content]) => site.write(name, content)));
  const around = await prepareSite(catalogue, { paper: issue.paper, published, words, changed });
  await searchPages(catalogue, { published, language: issue.paper.language, output: site, changed });

  for (const watched of [issueFolder, ...['layouts', 'styles'].map((name) => path.join(home, name))]) {
    if (existsSync(watched)) config.addWatchTarget(path.relative('.', watched), { resetConfig: true });
  }
  config.addPlugin(broadsheet, {
    paper: issue.paper,
    folder: folder.paper,
    assets,
    edition,
    site: withAssets(around, { assets, paper: issue.paper }),
    prefix: `${issue.id}/`,
  });
}

async function newestIssue(home: string): Promise<string> {
  const issues = await readdir(path.join(home, 'issues')).catch(() => []);
  const newest = issues.filter(isIssueName).sort().at(-1);
  if (newest === undefined) throw new Error('There is no issue here: expected a folder issues/YYYY-MM-DD.');
  return path.join(home, 'issues', newest);
}
