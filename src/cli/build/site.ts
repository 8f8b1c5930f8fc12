/** The pages that speak of all issues: made beside, then put into the output file by file. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeCollections } from '../../archive/archive-index.ts';
import { discard, publishFile, stage } from '../../archive/publish.ts';
import type { Ready, Shop } from './ready.ts';

/** Brings home, calendar, feeds and search up to date after an issue took its place. Answers their files. */
export async function publishSite(
  { issue, folder }: Ready,
  output: string,
  { pool, cache }: Pick<Shop, 'pool' | 'cache'>,
): Promise<readonly string[]> {
  const staging = await stage(output, 'site');
  try {
    const site = await pool.aside.run('makeSite', {
      paper: issue.paper,
      folder: folder.paper,
      output,
      into: staging.folder,
      built: [issue.id],
      cache: cache.place,
    });
    // What others name goes first: a page never links to a file that is not there yet.
    const pagesLast = site.files.toSorted((one, other) => Number(isPage(one)) - Number(isPage(other)));
    for (const file of pagesLast) {
      await publishFile(path.join(output, file), await readFile(path.join(staging.folder, file)));
    }
    await dropStrays(output, site.folders, new Set(site.files));
    await writeCollections(output, issue.paper);
    return site.files;
  } finally {
    await discard(staging);
  }
}

const isPage = (file: string): boolean => /\.(html|xml|json)$/.test(file);

/** Files of an earlier run in folders that are replaced as a whole. */
async function dropStrays(output: string, folders: readonly string[], kept: ReadonlySet<string>): Promise<void> {
  for (const folder of folders) {
    const root = path.join(output, folder);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(output, file).split(path.sep).join('/');
      if (entry.isFile() && !kept.has(name)) await rm(file, { force: true });
    }
  }
}
