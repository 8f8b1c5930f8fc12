/** All parts of an issue's output that were asked for. */

import { together } from '../../together.ts';
import type { Digests } from './digests.ts';
import { makePress } from './press.ts';
import type { Products, Ready, Shop } from './ready.ts';
import { makeWeb, type Site } from './web.ts';

/** The finished folder's findings, and the pages around all issues that go with it. */
export interface Produced extends Products {
  /** Absent when the web part was not asked for. */
  readonly site: Site | undefined;
  /** The finished folder's files, as far as they are known. */
  readonly digests: Digests;
}

/**
 * Makes the parts into the shop's folder: pages on paper and on the web side by side, then the records, which speak of both. The
 * records of pages wait for neither, but for the browser to leave its core.
 */
export async function produce(ready: Ready, shop: Shop): Promise<Produced> {
  const { parts } = shop.job;
  const hasRecords = parts.has('archive');
  const onPrinted = async (): Promise<void> => {
    if (hasRecords) await makePageRecords(ready, shop);
  };
  const [{ keeping, ...press }, site] = await together([
    makePress(ready, shop, onPrinted),
    parts.has('web') ? makeWeb(ready, shop) : undefined,
  ]);
  const [digests = new Map()] = await together([hasRecords ? makeRecords(ready, shop) : undefined, keeping]);
  return { ...press, site, digests };
}

/** ALTO and plain text of the pages. */
const makePageRecords = ({ issue, plan }: Ready, { desk, pool, into }: Shop): Promise<void> =>
  desk.reporter.stage('records of the pages', () => pool.aside.run('makePageRecords', { issue, plan, into }));

/** METS and IIIF records of what the other parts made: where those of the pages were made, for the code is warm there. */
const makeRecords = ({ issue, plan, folder }: Ready, { desk, job, pool, into }: Shop): Promise<Digests> =>
  desk.reporter.stage('archive records', () =>
    pool.aside.run('makeRecords', { issue, plan, folder, into, draft: job.draft }),
  );
