/** The make-up by several threads: each searches for some of the pages, then one makes up the issue with what all found. */
import { type Fault, FaultError } from '../../fault.ts';
import { releasedPages } from '../../makeup/edition/released.ts';
import { isSaid } from '../../makeup/edition/word.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { PagePlan } from '../../makeup/plan.ts';
import { together } from '../../together.ts';
import type { Cache } from '../cache.ts';
import type { MakeUpOrder } from '../threads/make-up-tasks.ts';
import type { Pool } from '../threads/pool.ts';
import { searchersFor } from './searchers.ts';

/** What is called while the pages are being made up. */
export interface MakeUpNews {
  /** A thread has nothing to do. */
  readonly onSpare?: () => void;
  /** A page is made up for the first time; it may yet be made up anew. */
  readonly onPage?: (page: PagePlan) => void;
}

/**
 * Makes up the issue. Which thread searches for which page changes nothing but the time that it takes.
 * @throws FaultError `glyph-missing` that names each article with a character that no font has
 */
export async function makeUpTogether(
  pool: Pool,
  given: MakeUpOrder,
  cache: Cache | undefined,
  news: MakeUpNews = {},
): Promise<MadeUp> {
  try {
    return await searchAndMakeUp(pool, given, cache, news);
  } catch (error) {
    if (!(error instanceof FaultError && error.faults.some(({ name }) => name === 'glyph-missing'))) throw error;
    const all = await allMissing(given);
    throw all.length > 0 ? new FaultError(all) : error;
  }
}

/** The make-up stops at the first article that cannot be set; the desk wants to mend all of them at once. */
async function allMissing(order: MakeUpOrder): Promise<readonly Fault[]> {
  const { missingGlyphs } = await import('../../typeset/typesetter.ts');
  const { slugs } = releasedPages(order);
  const set = order.issue.articles.filter(({ hold, slug }) => !hold && !slugs.has(slug));
  return missingGlyphs(set, order.issue.paper);
}

async function searchAndMakeUp(
  pool: Pool,
  given: MakeUpOrder,
  cache: Cache | undefined,
  { onSpare, onPage }: MakeUpNews,
): Promise<MadeUp> {
  const { paper, id } = given.issue;
  const place = cache?.place;
  const order = place === undefined ? given : { ...given, cache: place };
  // After an edit few pages are missing: not worth the time to warm up a second thread.
  const isKnown = (await cache?.find('made-up', [paper.name, id])) !== undefined;
  const isShared = !isKnown && searchersFor(pool.size, pageCount(order)) === pool.size;
  if (!isShared) onSpare?.();
  const searched = isKnown ? order : { ...order, ...(await searchTogether(pool, order)) };
  if (isShared) onSpare?.();
  const made = await pool.lead.run('makeUpIssue', searched, isKnown ? undefined : onPage);
  if (!isKnown) await cache?.keep('made-up', [paper.name, id], true);
  return made;
}

/** Pages that are known before the make-up; many where it finds out how many the copy needs. */
const pageCount = ({ issue: { pages } }: MakeUpOrder): number =>
  typeof pages === 'object' ? pages.length : (pages ?? Number.POSITIVE_INFINITY);

/** What several threads find, each looking for the next page that none has begun; nothing where there is nothing to share. */
export async function searchTogether(
  pool: Pool,
  order: MakeUpOrder,
): Promise<Pick<MakeUpOrder, 'known' | 'estimates'>> {
  const threads = searchersFor(pool.size, pageCount(order));
  if (threads < 2) return {};
  const said = isSaid(order.issue, releasedPages(order));
  const estimates = said ? undefined : await shared(threads, (taken) => pool.run('estimateShare', { ...order, taken }));
  const told = estimates === undefined ? order : { ...order, estimates };
  const known = await shared(threads, (taken) => pool.run('searchShare', { ...told, taken }));
  return { known, ...(estimates && { estimates }) };
}

/** Runs the same task in several threads, which take its pieces in turn; all that they found. */
async function shared<Found>(
  threads: number,
  run: (taken: SharedArrayBuffer) => Promise<ReadonlyMap<string, Found>>,
): Promise<ReadonlyMap<string, Found>> {
  const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const found = await together(Array.from({ length: threads }, () => run(taken)));
  return new Map(found.flatMap((each) => [...each]));
}
