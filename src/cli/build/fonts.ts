/** Subsets of the paper's faces, by the name that the plan has for them. */
import { faceOf } from '../../typeset/faces.ts';
import type { FaceId } from '../../typeset/model.ts';
import { subsetFace } from '../../typeset/subset.ts';
import type { Cache } from '../cache.ts';
import type { Pool } from '../threads/pool.ts';

/** Makes a static TrueType subset of a face that holds these characters. */
export type SubsetMaker = (face: FaceId, text: string) => Promise<Uint8Array>;

/** Glyphs numbered from 0 on, for the web: the smallest file. */
export const subsetFor: SubsetMaker = (face, text) => subsetFace(faceOf(face), text);

/**
 * The same for print, its glyphs numbered whatever else is in it: a page's bytes do not depend on the characters of other
 * pages, so that a page that did not change need not be printed again.
 */
export const stableSubset: SubsetMaker = (face, text) => subsetFace(faceOf(face), `${text}${THIN}`, { stable: true });

/** Chromium estimates a font's stem width (StemV) from those of these letters that the font has: all have them all. */
const THIN = 'iI!1';

/** The same, each subset made once, however often it is asked for. */
export function onceEach(subset: SubsetMaker): SubsetMaker {
  const made = new Map<string, Promise<Uint8Array>>();
  return (face, text) => {
    const key = `${face} ${text}`;
    const known = made.get(key) ?? subset(face, text);
    made.set(key, known);
    return known;
  };
}

/** The same through a cache: the fonts themselves are packages, whose versions are in its stamp. */
export const openSubsets =
  (cache: Cache): SubsetMaker =>
  (face, text) =>
    cache.bytes('subset', [face, text], () => subsetFor(face, text));

/** Print's subsets through a cache; a thread cuts what is not in it. */
export const openPrintSubsets =
  (cache: Cache, pool: Pool): SubsetMaker =>
  (face, text) =>
    cache.bytes('print-subset', [face, text], () => pool.run('cutPrintFont', { face, text }));
