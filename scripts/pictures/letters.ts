/** Letters as outlines, so that a drawing needs no font where it is shown. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';
import { n } from './paint.ts';

const require = createRequire(import.meta.url);

/** Faces of the drawings, by the file that npm installs. */
export const FACES = {
  song: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  heavy: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  brush: '@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
} as const;

const opened = new Map<string, hb.Font>();

function open(file: string): hb.Font {
  const known = opened.get(file);
  if (known) return known;
  const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(readFileSync(require.resolve(file))).buffer)));
  opened.set(file, font);
  return font;
}

interface Setting {
  readonly face: keyof typeof FACES;
  /** Em size. */
  readonly size: number;
  /** Baseline. */
  readonly x: number;
  readonly y: number;
  readonly align?: 'start' | 'middle' | 'end';
  /** Added after every letter, in ems. */
  readonly spacing?: number;
}

/** A line of letters as one path. */
export function letters(
  text: string,
  { face, size, x, y, align = 'start', spacing = 0 }: Setting,
  attributes: string,
): string {
  const font = open(FACES[face]);
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const scale = size / 1000;
  const advances = buffer.getGlyphPositions().map(({ xAdvance = 0 }) => xAdvance + spacing * 1000);
  const width = (advances.reduce((sum, advance) => sum + advance, 0) - spacing * 1000) * scale;
  let pen = x - (align === 'middle' ? width / 2 : align === 'end' ? width : 0);
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const outline = `<path transform="translate(${n(pen)} ${n(y)}) scale(${scale} ${-scale})" d="${rounded(font.glyphToPath(codepoint))}"/>`;
    pen += (advances[index] ?? 0) * scale;
    return outline;
  });
  return `<g ${attributes}>${glyphs.join('')}</g>`;
}

/** Outlines in whole font units: a thousandth of an em is far below what newsprint shows. */
const rounded = (d: string): string => d.replaceAll(/-?\d+\.\d+/g, (value) => String(Math.round(Number(value))));
