/** A browser that starts while the pages are still being made up. */
import type { BrowserDoor } from '../../browser/open.ts';
import { awaitedLater } from '../../together.ts';

/** A browser that starts while there is other work. */
export interface WarmBrowser extends AsyncDisposable {
  /** Starts it now. Whoever asks for the door hears of a failure; nobody may ask. */
  start(): void;
  /**
   * The open browser.
   * @throws FaultError `browser-none`.
   */
  door(): Promise<BrowserDoor>;
}

/** A browser that is started when somebody needs it, or before. */
export function warmBrowser(signal: AbortSignal): WarmBrowser {
  let opening: Promise<BrowserDoor> | undefined;
  const door = (): Promise<BrowserDoor> => {
    opening ??= awaitedLater(openDoor(signal));
    return opening;
  };
  return {
    start: () => void door(),
    door,
    async [Symbol.asyncDispose]() {
      const open = await opening?.catch(() => undefined);
      await open?.[Symbol.asyncDispose]();
    },
  };
}

/** What drives a browser takes as long to load as all else that `check` needs: it is loaded with the first browser. */
async function openDoor(signal: AbortSignal): Promise<BrowserDoor> {
  const { openBrowser } = await import('../../browser/open.ts');
  return openBrowser({ signal });
}
