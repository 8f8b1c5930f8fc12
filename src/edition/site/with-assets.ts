/** What of the site's pages hangs on the names of its styles, scripts and icons. */
import type { Newspaper } from '../../issue/model.ts';
import type { Assets } from '../make/assets.ts';
import { jsonFeed } from './feeds.ts';
import { offlineVersion } from './offline.ts';
import type { SiteData } from './prepare-site.ts';

/** The data of the site's pages with the JSON Feed, which names its icon, and what is kept for reading without a network. */
export const withAssets = (
  site: SiteData,
  { assets, paper }: { readonly assets: Omit<Assets, 'files'>; readonly paper: Newspaper },
): SiteData => ({ ...site, jsonFeed: jsonFeed(site, paper, assets), offline: offlineVersion(site, assets) });
