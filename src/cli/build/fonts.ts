/** Subsets of the paper's faces, by the name that the plan has for them. */
import { faceOf } from '../../typeset/faces.ts';
import type { FaceId } from '../../typeset/model.ts';
import { subsetFace } from '../../typeset/subset.ts';
import type { Cache } from '../cache.ts';

/** Makes a static TrueType subset of a face that holds these characters. */
export type SubsetMaker = (face: FaceId, text: string) => Promise<Uint8Array>;

export const subsetFor: SubsetMaker = (face, text) => subsetFace(faceOf(face), text);

/** The same through a cache: the fonts themselves are packages, whose versions are in its stamp. */
export const openSubsets =
  (cache: Cache): SubsetMaker =>
  (face, text) =>
    cache.bytes('subset', [face, text], () => subsetFor(face, text));
