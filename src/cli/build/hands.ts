/** Who makes an issue: threads and a browser, which are called early and sent home together. */
import { openPool, type Pool } from '../threads/pool.ts';
import { awaitedLater } from './together.ts';
import { type WarmBrowser, warmBrowser } from './warm-browser.ts';

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

/** Lets every thread load the make-up and open the fonts. Nobody may wait for it: the copy can be at fault, or the pages known. */
export function getReady(pool: Pool): void {
  for (let thread = 0; thread < pool.size; thread += 1) void awaitedLater(pool.run('getReady', undefined));
}
