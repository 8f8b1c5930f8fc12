/** The pages that speak of all issues: made while the issue is not yet in its place (`web.ts`), put into the output file by file. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeCollections } from '../../archive/archive-index.ts';
import { publishFile } from '../../archive/publish.ts';
import { abreast } from '../../together.ts';
import { changedBetween, issuesBeside } from './beside.ts';
import type { Ready, Shop } from './ready.ts';
import type { Site } from './web.ts';

/**
 * Puts the pages into their places after the issue took its own. Where other issues took theirs since the pages were begun, they
 * are made again: whoever comes last knows of all. Answers their files.
 */
export async function publishSite(
  { issue, folder }: Pick<Ready, 'issue' | 'folder'>,
  { desk, job: { output }, pool, cache, around }: Pick<Shop, 'desk' | 'job' | 'pool' | 'cache' | 'around'>,
  made: Site,
): Promise<readonly string[]> {
  const others = changedBetween(made.beside, await issuesBeside(output, issue.id));
  const site = { output, into: around, built: [issue.id, ...others] };
  const { files, folders } =
    others.length === 0 ? made.built : await pool.aside.run('makeSite', { issue, folder, site, cache: cache.place });
  await desk.uninterrupted(() => publishFiles(files, around, output));
  await dropStrays(output, folders, new Set(files));
  await writeCollections(output, issue.paper);
  return files;
}

/** Files published at the same time: each waits for the disk twice. */
const ABREAST = 16;

/** Puts files into the output. What others name goes first: a page never links to a file that is not there yet. */
async function publishFiles(files: readonly string[], from: string, output: string): Promise<void> {
  const publishAll = (some: readonly string[]): Promise<readonly boolean[]> =>
    abreast(ABREAST, some, async (file) => publishFile(path.join(output, file), await readFile(path.join(from, file))));
  await publishAll(files.filter((file) => !isPage(file)));
  await publishAll(files.filter(isPage));
}

const isPage = (file: string): boolean => /\.(html|xml|json)$/.test(file);

/** Files of an earlier run in folders that are replaced as a whole; the folder itself where nothing of it is kept. */
async function dropStrays(output: string, folders: readonly string[], kept: ReadonlySet<string>): Promise<void> {
  for (const folder of folders) {
    const root = path.join(output, folder);
    if (![...kept].some((name) => name.startsWith(`${folder}/`))) {
      await rm(root, { recursive: true, force: true });
      continue;
    }
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(output, file).split(path.sep).join('/');
      if (entry.isFile() && !kept.has(name)) await rm(file, { force: true });
    }
  }
}
