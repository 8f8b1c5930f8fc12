/** Tasks that make whole parts of an issue's output in a thread, so that the main one is free for the browser. */

import type { SiteBuilt, SiteJob } from '../../edition/build.ts';
import type { Keep } from '../../edition/keep.ts';
import type { EditionSource } from '../../edition/prepare.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import { type Cache, type CachePlace, cacheAt, type Ingredient } from '../cache.ts';

/** What the web edition is made from. */
export interface EditionOrder extends Pick<EditionSource, 'downloads' | 'draft' | 'corrections'> {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly folder: IssueFolder;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Pictures that are shown as they were printed, by the names that the plan gives them. */
  readonly printed: ReadonlyMap<string, Uint8Array>;
  /** Absolute path of the folder to write into. */
  readonly into: string;
  readonly cache: CachePlace | undefined;
}

/** Loads what the web edition needs, Eleventy above all, so that a later task finds it. */
export async function getWebReady(): Promise<void> {
  const [{ loadEleventy }] = await Promise.all([import('../../edition/render.ts'), editionRooms()]);
  await loadEleventy();
}

const editionRooms = () =>
  Promise.all([
    import('../../edition/build.ts'),
    import('../../edition/make/pictures.ts'),
    import('../build/fonts.ts'),
    import('../build/renditions.ts'),
  ]);

/** Writes the web edition of one issue. */
export async function makeEdition({ cache: place, printed, ...order }: EditionOrder): Promise<void> {
  const [{ buildEdition }, { photoRoom }, { openSubsets }, { keptRenditions, withPrinted }] = await editionRooms();
  const cache = cacheAt(place);
  const kept = keptRenditions(photoRoom(order.folder, order.pictures), order.pictures, cache);
  const render = withPrinted(kept, printed);
  await buildEdition({ ...order, subset: openSubsets(cache), render, keep: keepingIn(cache) });
}

/** A cache as the edition knows it: what it names as ingredients is plain data. */
const keepingIn =
  (cache: Cache): Keep =>
  (kind, ingredients, make) =>
    cache.value(kind, ingredients as Ingredient, make);

/** What the pages around all issues are made from. */
export interface SiteOrder extends Omit<SiteJob, 'subset' | 'keep'> {
  readonly cache: CachePlace | undefined;
}

/** Writes the pages around all issues; the thread that made the edition has everything loaded for it. */
export async function makeSite({ cache: place, ...order }: SiteOrder): Promise<SiteBuilt> {
  const [{ buildSite }, { openSubsets }] = await Promise.all([
    import('../../edition/build.ts'),
    import('../build/fonts.ts'),
  ]);
  const cache = cacheAt(place);
  return buildSite({ ...order, subset: openSubsets(cache), keep: keepingIn(cache) });
}

/** What the archive's records are made from. */
export interface RecordsOrder {
  readonly issue: Issue;
  readonly plan: Plan;
  readonly folder: IssueFolder;
  /** Absolute path of the issue's folder, all other parts in it. */
  readonly into: string;
}

/** Writes the records into the issue's folder. */
export async function makeRecords(order: RecordsOrder): Promise<void> {
  const { writeRecords } = await import('../build/records.ts');
  await writeRecords(order);
}
