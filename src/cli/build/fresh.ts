/**
 * An issue that was built before from exactly these sources, by exactly this program, and whose output still is what
 * was written: there is nothing to do. Every byte of sources and output is read and compared; nothing is trusted to a
 * file's time.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { corrections } from '../../archive/archive-index.ts';
import { sourceDigest } from '../../archive/snapshot/payload.ts';
import { browserIdentity } from '../../browser/identity.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { abreast } from '../../photo/abreast.ts';
import type { Cache, Ingredient } from '../cache.ts';
import type { Job } from './job.ts';
import type { Report } from './report.ts';

/** Path below a folder → SHA-256 of the file. */
type Digests = ReadonlyMap<string, string>;

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
  return [await sourceDigest(folder, issue), issue.id, parts, job.draft, notices, await browserIdentity()];
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

/** Remembers what was built. */
export async function rememberBuild(
  cache: Cache,
  ingredients: Ingredient,
  built: Omit<Built, 'files' | 'site'>,
  places: { readonly job: Job; readonly issue: Issue; readonly siteFiles: readonly string[] },
): Promise<void> {
  const { job, issue, siteFiles } = places;
  const folder = path.join(job.output, issue.id);
  const files = await digestsOf(folder, await namesBelow(folder));
  const site = await digestsOf(job.output, siteFiles);
  await cache.keep<Built>('build', ingredients, { ...built, files, site });
}

async function areSame(folder: string, digests: Digests): Promise<boolean> {
  const now = await digestsOf(folder, [...digests.keys()]);
  return [...digests].every(([name, digest]) => now.get(name) === digest);
}

/** Files hashed at the same time. */
const ABREAST = 8;

async function digestsOf(folder: string, names: readonly string[]): Promise<Digests> {
  const digests = await abreast(ABREAST, names, async (name): Promise<[string, string]> => {
    return [name, await digestOf(path.join(folder, name))];
  });
  return new Map(digests);
}

/** Bytes of a file that is read at once: a stream costs more than all that is in it. */
const SMALL = 1 << 22;

/** SHA-256 of a file, or a word that is none when it cannot be read. */
async function digestOf(file: string): Promise<string> {
  try {
    const hash = createHash('sha256');
    if ((await stat(file)).size <= SMALL) return hash.update(await readFile(file)).digest('hex');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch {
    return 'unreadable';
  }
}

async function namesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
