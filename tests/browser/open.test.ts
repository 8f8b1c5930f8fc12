import { describe, expect, it } from 'vitest';
import { installedPlaces } from '../../src/browser/installed.ts';
import { openBrowser } from '../../src/browser/open.ts';

describe('finding a browser', () => {
  it('takes PUPPETEER_EXECUTABLE_PATH and nothing else when it is set', async () => {
    const opening = openBrowser({ env: { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' } });
    await expect(opening).rejects.toMatchObject({ faults: [{ name: 'browser-none', exit: 3 }] });
    await expect(opening).rejects.toThrow(/PUPPETEER_EXECUTABLE_PATH=\/nowhere\/chrome/);
  });

  it('knows where Chrome lies on every platform', () => {
    expect(installedPlaces('darwin', { PATH: '/opt/bin', HOME: '/h' })).toEqual(
      expect.arrayContaining([
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/h/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/opt/bin/chromium',
      ]),
    );
    expect(installedPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })[0]).toBe(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
    expect(installedPlaces('linux', { PATH: '/a:/b' }).slice(0, 2)).toEqual(['/a/chromium', '/b/chromium']);
  });
});

describe('an open browser', () => {
  it('says its version and is gone when the door closes', async () => {
    const door = await openBrowser();
    expect(door.version).toMatch(/Chrome\/\d+/);
    const process = door.browser.process();
    await door[Symbol.asyncDispose]();
    expect(process?.exitCode !== null || process.signalCode !== null).toBe(true);
  });

  it('is killed at once by the signal', async () => {
    const control = new AbortController();
    await using door = await openBrowser({ signal: control.signal });
    const process = door.browser.process();
    const ended = new Promise((resolve) => process?.once('exit', resolve));
    control.abort();
    await ended;
    expect(process?.signalCode).toBe('SIGKILL');
  });

  it('does not start at all when the signal was given before', async () => {
    await expect(openBrowser({ signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
