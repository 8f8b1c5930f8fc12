/** What the service worker keeps, under a version that changes exactly when one of the files may have changed. */
import { createHash } from 'node:crypto';
import type { Assets } from '../make/assets.ts';
import { offlineFiles } from './feeds.ts';
import type { SiteData } from './prepare-site.ts';

/** What the service worker keeps. */
export interface Offline {
  readonly version: string;
  /** Addresses from the site's root. */
  readonly files: readonly string[];
}

/** The newest issue's stories and pages with the styles, scripts and page pictures that they need; no photos, no fonts of pages. */
export function offlineVersion(site: SiteData, assets: Omit<Assets, 'files'>): Offline | undefined {
  if (site.newest === undefined) return undefined;
  const { early, nameplate, ...others } = assets;
  const named = Object.values(others);
  const files = offlineFiles(site.newest, [...named, nameplate.src]);
  const version = createHash('sha256')
    .update(JSON.stringify([site.newest, files, early.hash]))
    .digest('hex')
    .slice(0, 12);
  return { version, files };
}
