/** Tasks that make whole parts of an issue's output in a thread, so that the main one is free for the browser. */

import type { EditionJob, SiteBuilt, SiteJob } from '../../edition/build.ts';
import type { Keep } from '../../edition/keep.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Digests } from '../build/digests.ts';
import type { MadeRenditions } from '../build/renditions.ts';
import { type Cache, type CachePlace, cacheAt, plain } from '../cache.ts';

/** What the web edition is made from. */
export interface OnlineOrder {
  readonly edition: Omit<EditionJob, 'subset' | 'render' | 'keep'> & {
    /** Pictures that are shown as they were printed, by the names that the plan gives them. */
    readonly printed: ReadonlyMap<string, Uint8Array>;
    /** Pictures of articles that are made already. */
    readonly made: MadeRenditions;
  };
  readonly site: Omit<SiteJob, 'paper' | 'folder' | 'subset' | 'keep'>;
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

/** Writes the web edition of one issue and the pages around all issues. */
export async function makeOnline({
  edition: { printed, made, ...edition },
  site,
  cache: place,
}: OnlineOrder): Promise<SiteBuilt> {
  const [{ buildOnline }, { photoRoom }, { openSubsets }, { keptRenditions, withMade, withPrinted }] =
    await editionRooms();
  const { issue, folder, pictures } = edition;
  const cache = cacheAt(place);
  const tools = { subset: openSubsets(cache), keep: keepingIn(cache) };
  const kept = keptRenditions(photoRoom(folder, pictures), pictures, cache);
  const render = withPrinted(withMade(kept, made), printed);
  return buildOnline({ ...edition, ...tools, render }, { ...site, ...tools, paper: issue.paper, folder: folder.paper });
}

/** What the pages around all issues are made from. */
export interface SiteOrder {
  readonly issue: Pick<Issue, 'paper'>;
  readonly folder: Pick<IssueFolder, 'paper'>;
  readonly site: OnlineOrder['site'];
  readonly cache: CachePlace | undefined;
}

/** Writes the pages around all issues alone. */
export async function makeSite({ issue, folder, site, cache: place }: SiteOrder): Promise<SiteBuilt> {
  const [{ buildSite }, , { openSubsets }] = await editionRooms();
  const cache = cacheAt(place);
  const tools = { subset: openSubsets(cache), keep: keepingIn(cache) };
  return buildSite({ ...site, ...tools, paper: issue.paper, folder: folder.paper });
}

/** A cache as the edition knows it: what it names as ingredients is plain data. */
const keepingIn =
  (cache: Cache): Keep =>
  (kind, ingredients, make) =>
    cache.value(kind, plain(ingredients), make);

/** What the records of pages are made from. */
export interface PageRecordsOrder {
  readonly issue: Issue;
  readonly plan: Plan;
  /** Absolute path of the issue's folder. */
  readonly into: string;
}

/** Writes the records of pages into the issue's folder. */
export async function makePageRecords(order: PageRecordsOrder): Promise<void> {
  const { writePageRecords } = await import('../build/records.ts');
  await writePageRecords(order);
}

/** What the records of an issue are made from; all other parts are in its folder. */
export interface RecordsOrder extends PageRecordsOrder {
  readonly folder: IssueFolder;
  readonly draft: boolean;
}

/** Writes the records of the issue into its folder; answers what lies there then. */
export async function makeRecords(order: RecordsOrder): Promise<Digests> {
  const { writeRecords } = await import('../build/records.ts');
  return writeRecords(order);
}
