/**
 * The window's fonts. Each face is first loaded with every character of the issue; a character that an editor adds later
 * comes as a further small font of the same family for that character alone, so that nothing is loaded twice.
 */
import type { FaceTexts } from '../../edition/draw/faces.ts';
import type { Subset } from '../../edition/font/face.ts';
import { faceOf } from '../../typeset/faces.ts';
import type { FaceId } from '../../typeset/model.ts';

/** One font file of a face. */
export interface FontPart {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly style: string;
  /** CSS `unicode-range`; absent in the first part, which stands for the face. */
  readonly range?: string;
}

/** The faces of the desk, cut into parts that grow with the copy. */
export interface WarmFonts {
  /** Characters that first parts hold whatever a page shows: those of the issue. Likely faces are cut ahead, one after the other. */
  prime(text: string, likely: readonly FaceId[]): void;
  /** Parts that together hold these characters; what is missing is added. */
  cover(texts: FaceTexts): readonly FontPart[];
  /** A part's bytes; undefined for a name that was never given. */
  bytes(id: string): Promise<Uint8Array> | undefined;
}

/** What every Latin text may need, since kerned neighbours must come from one file; and the mark of a list. */
const ALWAYS = `${Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')}■`;

interface Part {
  readonly shown: FontPart;
  readonly text: string;
  bytes?: Promise<Uint8Array>;
}

/** Opens the fonts of a session. */
export function warmFonts(subset: Subset): WarmFonts {
  const held = new Map<FaceId, Set<string>>();
  const parts = new Map<FaceId, Part[]>();
  const byId = new Map<string, { readonly face: FaceId; readonly part: Part }>();
  let primed = '';

  const add = (face: FaceId, characters: Iterable<string>): void => {
    const known = parts.get(face) ?? [];
    const text = [...new Set(characters)].sort().join('');
    const { family, weight, style } = faceOf(face);
    const id = `${face}-${known.length + 1}`;
    const range = known.length === 0 ? {} : { range: rangeOf(text) };
    const part: Part = { shown: { id, family, weight, style, ...range }, text };
    parts.set(face, [...known, part]);
    held.set(face, new Set([...(held.get(face) ?? []), ...text]));
    byId.set(id, { face, part });
  };

  const bytesOf = (face: FaceId, part: Part): Promise<Uint8Array> => {
    part.bytes ??= subset(face, part.text);
    return part.bytes;
  };

  /** The search has the processors for seconds before a first page is known; the window would wait for its fonts afterwards. */
  const cutAhead = async (faces: readonly FaceId[]): Promise<void> => {
    for (const face of faces) {
      if (!parts.has(face)) add(face, [...primed, ...ALWAYS]);
      const [first] = parts.get(face) ?? [];
      if (first) await bytesOf(face, first);
    }
  };

  return {
    prime(text, likely) {
      const isFirst = primed === '';
      primed = text;
      // A font that cannot be cut is told of when the window asks for it.
      if (isFirst) cutAhead(likely).catch(() => undefined);
    },
    cover(texts) {
      const covering: FontPart[] = [];
      for (const [face, text] of texts) {
        const has = held.get(face);
        const missing = has === undefined ? [...text, ...primed, ...ALWAYS] : [...text].filter((one) => !has.has(one));
        if (missing.length > 0) add(face, missing);
        const wanted = new Set(text);
        const needed = (parts.get(face) ?? []).filter(
          (part, at) => at === 0 || [...part.text].some((c) => wanted.has(c)),
        );
        covering.push(...needed.map(({ shown }) => shown));
      }
      return covering;
    },
    bytes(id) {
      const found = byId.get(id);
      if (found === undefined) return undefined;
      return bytesOf(found.face, found.part);
    },
  };
}

/** Characters as CSS lists them. */
function rangeOf(text: string): string {
  return [...text].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',');
}
