/** All parts of an issue's output that were asked for. */
import type { SiteBuilt } from '../../edition/build.ts';
import { makePress } from './press.ts';
import type { Products, Ready, Shop } from './ready.ts';
import { together } from './together.ts';
import { makeWeb } from './web.ts';

/** The finished folder's findings, and the pages around all issues that go with it. */
export interface Produced extends Products {
  /** Absent when the web part was not asked for. */
  readonly site: SiteBuilt | undefined;
}

/** Makes the parts into the shop's folder: pages on paper and on the web side by side, then the records, which speak of both. */
export async function produce(ready: Ready, shop: Shop): Promise<Produced> {
  const { parts } = shop.job;
  const [press, site] = await together([makePress(ready, shop), parts.has('web') ? makeWeb(ready, shop) : undefined]);
  if (parts.has('archive')) await makeArchive(ready, shop);
  return { ...press, site };
}

/** ALTO, METS and IIIF records of what the other parts made. */
const makeArchive = ({ issue, plan, folder }: Ready, { desk, pool, into }: Shop): Promise<void> =>
  desk.reporter.stage('archive records', () => pool.run('makeRecords', { issue, plan, folder, into }));
