/** What is known of the issue's pictures, looked at only when a file or what is asked of it has changed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFolder } from '../../issue/folder.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Inspection } from '../../photo/inspect.ts';
import type { Cache, Ingredient } from '../cache.ts';
import type { Pool } from '../threads/pool.ts';

/** Files of the desk's that are no pictures. */
const TEXT = /\.(md|markdown|ya?ml|json|txt)$/i;

/** Where pictures that were looked at before may be found, who looks at the others, and what is called meanwhile. */
interface Terms {
  readonly cache: Cache | undefined;
  readonly pool: Pool;
  readonly begun: (() => void) | undefined;
}

/** Inspects all pictures. */
export async function inspection(
  folder: IssueFolder,
  issue: Issue,
  { cache, pool, begun }: Terms,
): Promise<Inspection> {
  const look = (): Promise<Inspection> => {
    const looked = pool.aside.run('inspectPhotos', { folder, issue });
    begun?.();
    return looked;
  };
  if (cache === undefined) return look();
  return cache.value('inspection', [await pictureFiles(folder, issue), asked(issue)], look);
}

/** Every picture that can be asked for, by name and digest. */
async function pictureFiles({ paper, issue: root }: IssueFolder, { paper: { nameplate } }: Issue): Promise<Ingredient> {
  const listing = await listFolder(root);
  const files = [...listing.files]
    .filter((name) => !TEXT.test(name))
    .map((name) => path.join(root, name))
    .sort();
  const named = nameplate === undefined ? files : [...files, path.join(paper, nameplate)];
  return Promise.all(named.map(async (file) => [path.relative(paper, file), await digestOf(file)]));
}

const digestOf = async (file: string): Promise<string> =>
  readFile(file).then(
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
    () => 'unreadable',
  );

/** Everything that the inspection reads of the issue: which pictures, where they are named, what they lack. */
const asked = ({ paper, articles, ads, fillers }: Issue): Ingredient =>
  JSON.stringify([paper, articles.map(({ slug, place, photos }) => [slug, place, photos]), ads, fillers]);
