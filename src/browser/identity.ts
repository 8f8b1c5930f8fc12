/** Which browser would be used, without starting it: part of the key of everything that it prints. */
import { stat } from 'node:fs/promises';
import { embeddedVersion } from './embedded.ts';
import { installedBrowser } from './installed.ts';

/** One text for one browser program; another version or build has another. */
export async function browserIdentity(): Promise<string> {
  const given = process.env['PUPPETEER_EXECUTABLE_PATH'];
  const embedded = given ? undefined : await embeddedVersion();
  if (embedded !== undefined) return `embedded ${embedded}`;
  const place = given || (await installedBrowser());
  if (place === undefined) return 'none';
  const found = await stat(place).catch(() => undefined);
  return `${place} ${found?.size ?? 0} ${found?.mtimeMs ?? 0}`;
}
