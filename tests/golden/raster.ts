/**
 * A page of a plan as a small grey picture, drawn with nothing but filled rectangles: text as bars of its true width, heads as
 * blocks as wide as their characters, photos as tones. No font, no browser, no smoothing: the same pixels on every machine.
 */
import type { Box, PagePlan } from '../../src/makeup/plan.ts';
import { mmToPx } from '../../src/units.ts';

/** Pixels of the picture to one of the page: a broadsheet is 590 pixels wide, a body line seven high. */
const SCALE = 0.4;
const PAPER = 255;
const INK = { body: 150, small: 110, head: 30, photo: 185, edge: 90, rule: 70, ad: 215 } as const;
/** Height of a line's ink as a share of its size. */
const BODY_INK = 0.55;
const HEAD_INK = 0.86;
/** Type of this size and more is drawn character by character, CSS px. */
const DISPLAY = 18;

/** Grey pixels, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws a page, folio and margins included. */
export function rasterOf(page: PagePlan): Raster {
  const width = Math.round(mmToPx(page.trim.width) * SCALE);
  const height = Math.round(mmToPx(page.trim.height) * SCALE);
  const pixels = new Uint8Array(width * height).fill(PAPER);
  const fill = (x: number, y: number, across: number, down: number, tone: number): void => {
    const [left, top] = [Math.round((page.margins.left + x) * SCALE), Math.round((page.margins.top + y) * SCALE)];
    const right = Math.max(left + 1, Math.round((page.margins.left + x + across) * SCALE));
    const foot = Math.max(top + 1, Math.round((page.margins.top + y + down) * SCALE));
    for (let row = Math.max(0, top); row < Math.min(height, foot); row += 1)
      pixels.fill(tone, row * width + Math.max(0, left), row * width + Math.min(width, right));
  };
  const boxes = [...page.modules.flatMap((module) => module.boxes), ...page.folio, ...page.rules];
  for (const box of boxes) drawBox(box, fill);
  return { width, height, pixels };
}

type Fill = (x: number, y: number, across: number, down: number, tone: number) => void;

function drawBox(box: Box, fill: Fill): void {
  const { x, y, width, height } = box;
  switch (box.kind) {
    case 'fill':
      fill(x, y, width, height, 'black' in box.ink ? PAPER - Math.round(box.ink.black * PAPER) : INK.ad);
      break;
    case 'frame':
      for (const [left, top, across, down] of edgesOf(box)) fill(left, top, across, down, INK.rule);
      break;
    case 'code':
      for (const [row, squares] of box.squares.entries())
        for (const [column, square] of [...squares].entries()) {
          const side = width / squares.length;
          if (square === '1') fill(x + column * side, y + row * side, side, side, INK.head);
        }
      break;
    case 'rule':
      fill(x, y, width, height, INK.rule);
      break;
    case 'picture':
      fill(x, y, width, height, box.use === 'photo' ? INK.photo : INK.ad);
      for (const [left, top, across, down] of edgesOf(box)) fill(left, top, across, down, INK.edge);
      break;
    case 'leg':
      for (const line of box.lines) {
        const top = y + line.row * 18 + (18 - 12 * BODY_INK) / 2;
        const start = line.runs[0]?.x ?? 0;
        fill(x + start, top, line.width - start, 12 * BODY_INK, line.kind === 'paragraph' ? INK.body : INK.small);
      }
      break;
    case 'text':
      drawText(box, fill);
  }
}

function drawText({ x, y, text }: Extract<Box, { kind: 'text' }>, fill: Fill): void {
  for (const line of text.lines)
    for (const run of line.runs) {
      const ink = run.size * (run.size < DISPLAY ? BODY_INK : HEAD_INK);
      const top = y + line.y + (line.height - ink) / 2;
      const left = x + line.x + run.x;
      if (run.size < DISPLAY) {
        fill(left, top, run.width, ink, INK.small);
        continue;
      }
      const characters = [...run.text];
      const advance = run.width / characters.length;
      characters.forEach((character, at) => {
        if (character.trim() !== '') fill(left + at * advance + 1, top, advance - run.size * 0.14, ink, INK.head);
      });
    }
}

/** The four sides of a box as thin rectangles. */
function edgesOf({ x, y, width, height }: Box): readonly (readonly [number, number, number, number])[] {
  return [
    [x, y, width, 1],
    [x, y + height - 1, width, 1],
    [x, y, 1, height],
    [x + width - 1, y, 1, height],
  ];
}
