/** Text as outlines, for pictures that the edition draws itself: the nameplate, page pictures, link previews. */
import type { FaceId } from '../../typeset/model.ts';
import { decimal } from '../draw/geometry.ts';
import type { Subset } from '../font/face.ts';

/** A line of text as SVG, its glyphs in font units: a group whose transform makes them text of the wanted size. */
export interface Outline {
  /** `scale(…)` that turns font units into the size asked for, y downwards. */
  readonly transform: string;
  /** `<path>` elements, the first glyph's origin at 0, 0. */
  readonly glyphs: string;
  /** In the units of the size asked for. */
  readonly width: number;
}

/** Draws text of one face. */
export interface Outliner {
  /** @param spacing letter-spacing in thousandths of an em */
  outline(text: string, size: number, spacing?: number): Outline;
}

/** Opens a face for the characters that will be drawn. */
export async function openOutliner(face: FaceId, characters: string, subset: Subset): Promise<Outliner> {
  const bytes = await subset(face, [...new Set(characters)].sort().join(''));
  const hb = await import('harfbuzzjs');
  const outlines = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(outlines);
  const paths = new Map<number, string>();
  const pathOf = (glyph: number): string => {
    const known = paths.get(glyph) ?? font.glyphToPath(glyph);
    paths.set(glyph, known);
    return known;
  };
  return {
    outline(text, size, spacing = 0) {
      const buffer = new hb.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      hb.shape(font, buffer);
      const scale = size / outlines.upem;
      let pen = 0;
      let glyphs = '';
      for (const { codepoint, xAdvance = 0, xOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
        glyphs += `<path transform="translate(${pen + xOffset})" d="${pathOf(codepoint)}"/>`;
        pen += xAdvance + (spacing * outlines.upem) / 1000;
      }
      return { transform: `scale(${decimal(scale, 6)} ${decimal(-scale, 6)})`, glyphs, width: pen * scale };
    },
  };
}

/** The outline as a group at a place; `stretch` narrows or widens the glyphs. */
export function placedOutline(
  { transform, glyphs }: Outline,
  at: { readonly x: number; readonly y: number; readonly fill: string; readonly stretch?: number },
): string {
  const stretch = at.stretch === undefined ? '' : ` scale(${decimal(at.stretch)} 1)`;
  return `<g fill="${at.fill}" transform="translate(${decimal(at.x, 2)} ${decimal(at.y, 2)})${stretch} ${transform}">${glyphs}</g>`;
}
