/** All parts of an issue's output that were asked for. */
import { makePress } from './press.ts';
import { NOTHING, type Products, type Ready, type Shop } from './ready.ts';
import { together } from './together.ts';
import { makeWeb } from './web.ts';

/** Makes the parts into the shop's folder: pages on paper and on the web side by side, then the records, which speak of both. */
export async function produce(ready: Ready, shop: Shop): Promise<Products> {
  const { parts } = shop.job;
  const made = await together([makePress(ready, shop), parts.has('web') ? makeWeb(ready, shop) : NOTHING]);
  if (parts.has('archive')) await makeArchive(ready, shop);
  return { faults: made.flatMap(({ faults }) => faults), findings: made.flatMap(({ findings }) => findings) };
}

/** ALTO, METS and IIIF records of what the other parts made. */
const makeArchive = ({ issue, plan, folder }: Ready, { desk, pool, into }: Shop): Promise<void> =>
  desk.reporter.stage('archive records', () => pool.run('makeRecords', { issue, plan, folder, into }));
