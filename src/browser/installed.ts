/** Finds a Chrome or Chromium that is installed on this machine. */
import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/** Programs by name, looked for on the PATH; Chromium's own before its relatives. */
const NAMES: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];

const MAC: readonly string[] = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS: readonly string[] = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where an installed browser may be, most wanted first. */
export function installedPlaces(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS.map((name) => path.win32.join(root, name)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const home = env['HOME'] === undefined ? [] : MAC.map((place) => path.posix.join(env['HOME'] ?? '', place));
  return [...MAC, ...home, ...onPath];
}

/** The first installed browser that can be run; undefined when there is none. */
export async function installedBrowser(): Promise<string | undefined> {
  for (const place of installedPlaces()) {
    const runs = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return place;
  }
  return undefined;
}
