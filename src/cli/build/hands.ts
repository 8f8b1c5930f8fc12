/** Who makes an issue: threads and a browser, which are called early and sent home together. */

import { awaitedLater } from '../../together.ts';
import { openPool, type Pool } from '../threads/pool.ts';
import { leastSearchers } from './searchers.ts';
import { type WarmBrowser, warmBrowser } from './warm-browser.ts';

/** What a build works with: threads and a browser. */
export interface Hands extends AsyncDisposable {
  readonly pool: Pool;
  readonly browser: WarmBrowser;
}

/** Hands that have not begun to do anything. */
export function openHands(signal: AbortSignal): Hands {
  const pool = openPool(signal);
  const browser = warmBrowser(signal);
  return {
    pool,
    browser,
    async [Symbol.asyncDispose]() {
      await Promise.all([pool[Symbol.asyncDispose](), browser[Symbol.asyncDispose]()]);
    },
  };
}

/** Pools whose threads have been told. */
const told = new WeakSet<Pool>();

/**
 * Lets the threads that look for pages load the make-up and open the fonts. Nobody may wait for it: the copy can be at fault, or
 * the pages known.
 */
export function getReady(pool: Pool): void {
  if (told.has(pool)) return;
  told.add(pool);
  void awaitedLater(pool.lead.run('getReady', undefined));
  for (let thread = 1; thread < leastSearchers(pool.size); thread += 1)
    void awaitedLater(pool.run('getReady', undefined));
}

/** Lets the thread that inspects the pictures load what opens them. */
export const getPicturesReady = (pool: Pool): void => void awaitedLater(pool.aside.run('getPicturesReady', undefined));
