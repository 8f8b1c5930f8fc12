/** Font faces for the web: subsets of the catalogue's faces, named by their content. */
import { faceOf } from '../../typeset/faces.ts';
import type { FaceId } from '../../typeset/model.ts';
import { subsetFace, subsetFont } from '../../typeset/subset.ts';
import type { Keep } from '../keep.ts';
import { toWoff2 } from './woff2.ts';

/** Makes a static TrueType subset of a face that holds these characters. */
export type Subset = (face: FaceId, text: string) => Promise<Uint8Array>;

/** The typeset room's subsets. */
export const subsetOf: Subset = (face, text) => subsetFace(faceOf(face), text);

/** Cuts small fonts out of larger ones that were cut once for a whole issue. */
export interface Stock {
  /** TrueType. */
  cut(face: FaceId, text: string): Promise<Uint8Array>;
  /** The same as WOFF2. */
  pack(face: FaceId, text: string): Promise<Uint8Array>;
}

/** Cuts each face once for all of its characters: a face is fifteen megabytes, its share of an issue a few hundred kilobytes. */
export function openStock(texts: ReadonlyMap<FaceId, string>, subset: Subset, keep: Keep): Stock {
  const fonts = new Map<FaceId, Promise<Uint8Array>>();
  const cut: Stock['cut'] = async (face, text) => {
    const font = fonts.get(face) ?? subset(face, texts.get(face) ?? text);
    fonts.set(face, font);
    return subsetFont(faceOf(face), await font, text);
  };
  return {
    cut,
    pack: (face, text) =>
      keep('web-font', [face, text, isCutFromWhole(face) ? undefined : texts.get(face)], async () =>
        toWoff2(await cut(face, text)),
      ),
  };
}

/**
 * Whether a small font of the face comes out the same whatever else the font holds: a Han face in one file gives its
 * glyphs as they are and its own limits (`maxp`). Slices bring the limits of the characters taken, Latin its kerning's tables.
 */
const isCutFromWhole = (face: FaceId): boolean => {
  const { script, source } = faceOf(face);
  return script === 'han' && source.kind === 'file';
};

/** An `@font-face` rule for a subset. */
export function fontFace(face: FaceId, url: string, format: 'truetype' | 'woff2'): string {
  const { family, weight, style } = faceOf(face);
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:${
    format === 'truetype' ? 'block' : 'swap'
  };src:url("${url}") format("${format}")}`;
}
