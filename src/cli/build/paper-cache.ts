/** The cache of a paper: `.broadsheet/cache` beside its newspaper.yaml. */
import path from 'node:path';
import { type Cache, noCache, openCache, pruneCache } from '../cache.ts';
import { fingerprint } from '../fingerprint.mjs';
import { paperOf } from '../paper.ts';

/** A year of a daily's changes would not fit; a few days of work do. */
const LIMIT = 1024 ** 3;

const folderOf = (issue: string): string => path.join(paperOf(issue), '.broadsheet', 'cache');

/** The cache for an issue's folder; one that holds nothing when the person wants everything made anew. */
export async function cacheFor(issue: string, isWanted: boolean): Promise<Cache> {
  return isWanted ? openCache(folderOf(issue), fingerprint()) : noCache();
}

/** Keeps the cache within its bounds. */
export const tidyCache = (issue: string): Promise<void> => pruneCache(folderOf(issue), LIMIT);
