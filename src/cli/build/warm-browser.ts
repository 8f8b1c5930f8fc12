/** A browser that starts while the pages are still being made up. */
import type { BrowserDoor } from '../../browser/open.ts';

export interface WarmBrowser extends AsyncDisposable {
  /**
   * The open browser.
   * @throws FaultError `browser-none`.
   */
  door(): Promise<BrowserDoor>;
}

/** Starts a browser now; without need for one it is never started. */
export function warmBrowser(isNeeded: boolean, signal: AbortSignal): WarmBrowser {
  let opening = isNeeded ? openDoor(signal) : undefined;
  // Whoever asks for the door hears of a failure; nobody may ask.
  opening?.catch(() => undefined);
  return {
    door() {
      opening ??= openDoor(signal);
      return opening;
    },
    async [Symbol.asyncDispose]() {
      const door = await opening?.catch(() => undefined);
      await door?.[Symbol.asyncDispose]();
    },
  };
}

/** What drives a browser takes as long to load as all else that `check` needs: it is loaded with the first browser. */
async function openDoor(signal: AbortSignal): Promise<BrowserDoor> {
  const { openBrowser } = await import('../../browser/open.ts');
  return openBrowser({ signal });
}
