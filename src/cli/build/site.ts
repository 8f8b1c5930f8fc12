/** The pages that speak of all issues: made while the issue is not yet in its place (`web.ts`), put into the output file by file. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeCollections } from '../../archive/archive-index.ts';
import { publishFile } from '../../archive/publish.ts';
import type { SiteBuilt } from '../../edition/build.ts';
import { abreast } from '../../photo/abreast.ts';
import type { Ready, Shop } from './ready.ts';

/** Puts the pages into their places after the issue took its own. Answers their files. */
export async function publishSite(
  { issue }: Pick<Ready, 'issue'>,
  { desk: { uninterrupted }, job, around }: Pick<Shop, 'desk' | 'job' | 'around'>,
  built: SiteBuilt,
): Promise<readonly string[]> {
  const { output } = job;
  await uninterrupted(() => publishFiles(built.files, around, output));
  await dropStrays(output, built.folders, new Set(built.files));
  await writeCollections(output, issue.paper);
  return built.files;
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
