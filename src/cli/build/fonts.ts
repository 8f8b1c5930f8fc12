/** Subsets of the paper's faces, by the name that the plan has for them. */
import { faceOf } from '../../typeset/faces.ts';
import type { FaceId } from '../../typeset/model.ts';
import { subsetFace } from '../../typeset/subset.ts';

/** A static TrueType subset of a face that holds these characters. */
export const subsetFor = (face: FaceId, text: string): Promise<Uint8Array> => subsetFace(faceOf(face), text);
