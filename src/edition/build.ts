/**
 * The doors of the room. `buildEdition` writes the site of one issue; `buildSite` writes what stands around all issues,
 * from their records; `buildOnline` writes both. None reads a clock, and an issue's pages do not depend on other issues.
 */
import type { Newspaper } from '../issue/model.ts';
import type { Subset } from './font/face.ts';
import { type Keep, makeAnew } from './keep.ts';
import { readAssets } from './make/assets.ts';
import { type Output, openOutput } from './make/output.ts';
import { type EditionSource, prepareEdition } from './prepare.ts';
import { loadEleventy, renderPages } from './render.ts';
import { calendarsOf } from './site/calendar.ts';
import {
  CATALOGUE_FILE,
  type Published,
  publishedIn,
  type Reading,
  readCatalogue,
  type StagedIssue,
} from './site/catalogue.ts';
import { writeNotices } from './site/corrections.ts';
import { writeNeighbours } from './site/neighbours.ts';
import { prepareSite } from './site/prepare-site.ts';
import { searchPages } from './site/search.ts';
import { withAssets } from './site/with-assets.ts';
import { WITHHELD_FILE, withheldList } from './site/withheld.ts';
import { wordsFor } from './words.ts';

/** An issue whose site is written. */
export interface EditionJob extends EditionSource {
  /** Absolute path of the folder that becomes `output/DATE`. */
  readonly into: string;
}

/** Writes the site of one issue; answers its files, by path from the issue's folder. */
export async function buildEdition(job: EditionJob): Promise<{ readonly files: readonly string[] }> {
  const { output, drawn } = await writeEdition(job);
  await drawn;
  return { files: output.files() };
}

/** Writes the site of one issue, then what stands around all issues while the pictures of its pages are still drawn. */
export async function buildOnline(issue: EditionJob, around: SiteJob): Promise<SiteBuilt> {
  const { drawn } = await writeEdition(issue);
  const [site] = await Promise.all([buildSite(around), drawn]);
  return site;
}

/** The site of one issue but for what is still being drawn; nobody has to wait for that to read the rest. */
async function writeEdition(job: EditionJob): Promise<{ readonly output: Output; readonly drawn: Promise<unknown> }> {
  const output = openOutput(job.into);
  const { paper } = job.issue;
  const folder = job.folder.paper;
  const [{ edition, drawn }, { files: _, ...assets }] = await Promise.all([
    prepareEdition(job, output),
    readAssets(paper, folder, { subset: job.subset, keep: job.keep ?? makeAnew }),
    loadEleventy(),
  ]);
  await renderPages({ paper, folder, assets, edition }, output);
  return { output, drawn };
}

/** The pages around all issues, to be written. */
export interface SiteJob {
  readonly paper: Newspaper;
  /** Absolute path of the paper's folder, whose layouts and styles win. */
  readonly folder: string;
  readonly subset: Subset;
  /** Keeps what is drawn; everything is made anew by default. */
  readonly keep?: Keep;
  /** Absolute path of the output, whose issues are in their places. Only read. */
  readonly output: string;
  /** An issue that is about to take its place. */
  readonly staged?: StagedIssue;
  /** Absolute path of the folder to write into, with the same tree as the output. */
  readonly into: string;
  /** Ids of the issues that were built since the site was last made; everything is made anew when absent. */
  readonly built?: readonly string[];
}

/** What `buildSite` wrote, by path from the output's root. */
export interface SiteBuilt {
  readonly files: readonly string[];
  /** Folders that replace those of the output: files in them that are not among `files` are to go. */
  readonly folders: readonly string[];
}

/** Writes home, calendar, feeds, sitemaps, search and the shared styles and scripts. */
export async function buildSite(job: SiteJob): Promise<SiteBuilt> {
  const { paper } = job;
  const published = publishedIn(job.output, job.staged);
  const output = openOutput(job.into);
  const words = wordsFor(paper.language);
  const reading = await readCatalogue(published, job.built);
  const { catalogue, changed } = reading;
  const around = { published, output, words, language: paper.language, changed };
  const [folders] = await Promise.all([
    searchPages(catalogue, around),
    writeNotices(reading, around),
    writeNeighbours(catalogue, around),
    writeSitePages(reading, { job, published, output }),
  ]);
  return { files: output.files(), folders: [...folders, ...calendarsOf(changed)] };
}

/** Pages of the site itself, with the catalogue and the assets that they name. */
async function writeSitePages(
  { catalogue, changed }: Reading,
  { job, published, output }: { readonly job: SiteJob; readonly published: Published; readonly output: Output },
): Promise<void> {
  const { paper, folder } = job;
  const words = wordsFor(paper.language);
  const [site, { files, ...assets }] = await Promise.all([
    prepareSite(catalogue, { paper, published, words, changed }),
    readAssets(paper, folder, { subset: job.subset, keep: job.keep ?? makeAnew }),
    loadEleventy(),
  ]);
  await Promise.all([
    output.write(WITHHELD_FILE, withheldList(catalogue.issues)),
    output.write(CATALOGUE_FILE, `${JSON.stringify(catalogue, null, 1)}\n`),
    ...[...files].map(([name, content]) => output.write(name, content)),
    renderPages({ paper, folder, assets, site: withAssets(site, { assets, paper }) }, output),
  ]);
}
