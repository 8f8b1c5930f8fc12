/** The make-up by several threads: each searches for a share of the pages, then one makes up the issue with what all found. */
import type { MadeUp } from '../../makeup/make-up.ts';
import type { Cache } from '../cache.ts';
import type { MakeUpOrder } from '../threads/make-up-tasks.ts';
import type { Pool } from '../threads/pool.ts';
import { together } from './together.ts';

/** Makes up the issue. Which thread searches for which page changes nothing but the time that it takes. */
export async function makeUpTogether(pool: Pool, given: MakeUpOrder, cache: Cache | undefined): Promise<MadeUp> {
  const { paper, id } = given.issue;
  const place = cache?.place;
  const order = place === undefined ? given : { ...given, cache: place };
  // After an edit few pages are missing: not worth the time to warm up a second thread.
  const isKnown = (await cache?.find('made-up', [paper.name, id])) !== undefined;
  const known = isKnown ? undefined : await searchTogether(pool, order);
  const made = await pool.lead.run('makeUpIssue', known === undefined ? order : { ...order, known });
  if (!isKnown) await cache?.keep('made-up', [paper.name, id], true);
  return made;
}

/** Pages that are known before the make-up; many where it finds out how many the copy needs. */
const pageCount = ({ issue: { pages } }: MakeUpOrder): number =>
  typeof pages === 'object' ? pages.length : (pages ?? Number.POSITIVE_INFINITY);

/** What several threads find, each for its share of the pages; undefined where there is nothing to share. */
export async function searchTogether(pool: Pool, order: MakeUpOrder): Promise<MakeUpOrder['known']> {
  const of = Math.min(pool.size, pageCount(order));
  if (of < 2) return undefined;
  const found = Array.from({ length: of }, (_, index) => pool.run('searchShare', { ...order, share: { index, of } }));
  return new Map((await together(found)).flatMap((each) => [...each]));
}
