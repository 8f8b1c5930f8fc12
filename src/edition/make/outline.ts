/** Text as outlines, for pictures that the edition draws itself: the nameplate, page pictures, link previews. */
import { Face, Font, Blob as FontBlob, Buffer as ShapeBuffer, shape } from 'harfbuzzjs';
import type { FaceId } from '../../typeset/model.ts';
import { decimal } from '../draw/geometry.ts';
import type { Subset } from '../font/face.ts';

/** A line of text as an SVG path, baseline at y = 0, left edge at x = 0, y downwards. */
export interface Outline {
  readonly path: string;
  /** In the same units as the size asked for. */
  readonly width: number;
}

/** Draws text of one face. */
export interface Outliner {
  /** @param digits of a coordinate, after the point */
  outline(text: string, size: number, digits?: number): Outline;
}

/** Opens a face for the characters that will be drawn. */
export async function openOutliner(face: FaceId, characters: string, subset: Subset): Promise<Outliner> {
  const bytes = await subset(face, [...new Set(characters)].sort().join(''));
  const hbFace = new Face(new FontBlob(bytes));
  const font = new Font(hbFace);
  const paths = new Map<number, string>();
  return {
    outline(text, size, digits = 2) {
      const scale = size / hbFace.upem;
      const buffer = new ShapeBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      let pen = 0;
      let path = '';
      for (const { codepoint, xAdvance = 0, xOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
        const drawn = paths.get(codepoint) ?? font.glyphToPath(codepoint);
        paths.set(codepoint, drawn);
        path += placed(drawn, pen + xOffset, { scale, digits });
        pen += xAdvance;
      }
      return { path, width: pen * scale };
    },
  };
}

/** A glyph's path in font units, moved and scaled; absolute commands M, L, Q, C, Z only. */
function placed(path: string, dx: number, { scale, digits }: { scale: number; digits: number }): string {
  let isX = true;
  return path.replace(/([A-Z])|(-?[\d.]+)[ ,]?/g, (_, command: string | undefined, number: string | undefined) => {
    if (command !== undefined) {
      isX = true;
      return command;
    }
    const value = Number(number);
    const drawn = decimal((isX ? value + dx : -value) * scale, digits);
    isX = !isX;
    return isX ? `${drawn} ` : `${drawn},`;
  });
}
