/** A browser that starts while the pages are still being made up. */
import { type BrowserDoor, openBrowser } from '../../browser/open.ts';

export interface WarmBrowser extends AsyncDisposable {
  /**
   * The open browser.
   * @throws FaultError `browser-none`.
   */
  door(): Promise<BrowserDoor>;
}

/** Starts a browser now; without need for one it is never started. */
export function warmBrowser(isNeeded: boolean, signal: AbortSignal): WarmBrowser {
  let opening = isNeeded ? openBrowser({ signal }) : undefined;
  // Whoever asks for the door hears of a failure; nobody may ask.
  opening?.catch(() => undefined);
  return {
    door() {
      opening ??= openBrowser({ signal });
      return opening;
    },
    async [Symbol.asyncDispose]() {
      const door = await opening?.catch(() => undefined);
      await door?.[Symbol.asyncDispose]();
    },
  };
}
