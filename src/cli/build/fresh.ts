/**
 * An issue that was built before from exactly these sources, by exactly this program, and whose output still is what
 * was written: there is nothing to do. Every byte of sources and output is read and compared; nothing is trusted to a
 * file's time.
 */
import path from 'node:path';
import { corrections } from '../../archive/archive-index.ts';
import { sourceDigest } from '../../archive/snapshot/payload.ts';
import { browserIdentity } from '../../browser/identity.ts';
import { issuesIn } from '../../edition/site/catalogue.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Cache, Ingredient } from '../cache.ts';
import { type Digests, digestsOf, namesBelow } from './digests.ts';
import type { Job } from './job.ts';
import type { Report } from './report.ts';

/** What is remembered of a build. */
export interface Built {
  readonly report: Report;
  /** Files of the issue's output folder. */
  readonly files: Digests;
  /** Files of the site around it, as this build left them. */
  readonly site: Digests;
}

/** What a build of this job is made from. */
export async function buildIngredients(job: Job, issue: Issue, folder: IssueFolder): Promise<Ingredient> {
  const parts = [...job.parts].sort();
  const notices = JSON.stringify(await corrections(job.output, issue.id));
  // The pages around the issues name them all: when one is gone, they are made again.
  const beside = await issuesIn(job.output, [issue.id]);
  return [await sourceDigest(folder, issue), issue.id, parts, job.draft, notices, beside, await browserIdentity()];
}

/** The build that stands in the output, site and all, when nothing has changed. */
export async function freshBuild(
  cache: Cache,
  ingredients: Ingredient,
  job: Job,
  issue: Issue,
): Promise<Built | undefined> {
  const built = await cache.find<Built>('build', ingredients);
  if (built === undefined) return undefined;
  const folder = path.join(job.output, issue.id);
  const names = await namesBelow(folder);
  if (names.length !== built.files.size || names.some((name) => !built.files.has(name))) return undefined;
  const isSame = (await areSame(folder, built.files)) && (await areSame(job.output, built.site));
  return isSame ? built : undefined;
}

/** Remembers what was built; of some of its files the digests are known, as they were before the site was made around them. */
export async function rememberBuild(
  cache: Cache,
  ingredients: Ingredient,
  built: Omit<Built, 'files' | 'site'>,
  places: { readonly job: Job; readonly issue: Issue; readonly siteFiles: readonly string[]; readonly known: Digests },
): Promise<void> {
  const { job, issue, siteFiles, known } = places;
  const folder = path.join(job.output, issue.id);
  const names = await namesBelow(folder);
  const written = new Set(siteFiles);
  const lasting = new Map([...known].filter(([name]) => !written.has(`${issue.id}/${name}`)));
  const others = await digestsOf(
    folder,
    names.filter((name) => !lasting.has(name)),
  );
  const site = await digestsOf(job.output, siteFiles);
  await cache.keep<Built>('build', ingredients, { ...built, files: new Map([...lasting, ...others]), site });
}

async function areSame(folder: string, digests: Digests): Promise<boolean> {
  const now = await digestsOf(folder, [...digests.keys()]);
  return [...digests].every(([name, { sha256 }]) => now.get(name)?.sha256 === sha256);
}
