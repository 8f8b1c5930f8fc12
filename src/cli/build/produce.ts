/** All parts of an issue's output that were asked for. */
import type { SiteBuilt } from '../../edition/build.ts';
import { makePress } from './press.ts';
import { NOTHING, type Products, type Ready, type Shop } from './ready.ts';
import { makeSite } from './site.ts';
import { together } from './together.ts';
import { makeWeb } from './web.ts';

/** The finished folder's findings, and the pages around all issues that go with it. */
export interface Produced extends Products {
  /** Absent when the web part was not asked for. */
  readonly site: SiteBuilt | undefined;
}

/**
 * Makes the parts into the shop's folder: pages on paper and on the web side by side, then the records, which speak of both. The
 * pages around all issues are made where a thread rests: beside the records or, without them, beside the printing.
 */
export async function produce(ready: Ready, shop: Shop): Promise<Produced> {
  const { parts } = shop.job;
  const [isOnWeb, isRecorded] = [parts.has('web'), parts.has('archive')];
  const makeOnline = async () => {
    const products = isOnWeb ? await makeWeb(ready, shop) : NOTHING;
    return { products, site: isOnWeb && !isRecorded ? await makeSite(ready, shop) : undefined };
  };
  const [press, online] = await together([makePress(ready, shop), makeOnline()]);
  const [site] = await together([
    isOnWeb && isRecorded ? makeSite(ready, shop) : online.site,
    isRecorded ? makeArchive(ready, shop) : undefined,
  ]);
  const made = [press, online.products];
  return { faults: made.flatMap(({ faults }) => faults), findings: made.flatMap(({ findings }) => findings), site };
}

/** ALTO, METS and IIIF records of what the other parts made. */
const makeArchive = ({ issue, plan, folder }: Ready, { desk, pool, into }: Shop): Promise<void> =>
  desk.reporter.stage('archive records', () => pool.run('makeRecords', { issue, plan, folder, into }));
