/**
 * Type as it is shown: a browser shows glyph by glyph, ten thousand a page, and as long as it only steps from one to the
 * next they are one mark.
 */
import type { Extent, Mark } from './marks.ts';
import type { Pen } from './pen.ts';
import type { Six } from './plane.ts';
import type { Value } from './tokens.ts';

/** Joins glyphs that follow one another into one mark. */
export class TextRun {
  readonly #marks: Mark[];
  /** Where the open run lies. */
  #where: { -readonly [Side in keyof Extent]: Extent[Side] } | undefined;

  /** @param marks where each run is noted */
  constructor(marks: Mark[]) {
    this.#marks = marks;
  }

  /** Shows the strings among these operands at the text matrix. */
  show(args: readonly Value[], pen: Pen, text: Six): void {
    if (args.some(hasGlyphs)) this.glyph(pen, text);
  }

  /** Shows a glyph at the text matrix. */
  glyph(pen: Pen, text: Six): void {
    if (pen.render === 3 || pen.render === 7) return;
    const { ctm } = pen;
    const x = text[4] * ctm[0] + text[5] * ctm[2] + ctm[4];
    const y = text[4] * ctm[1] + text[5] * ctm[3] + ctm[5];
    if (this.#where === undefined) this.#begin(pen, text, x, y);
    else grow(this.#where, x, y);
  }

  /** Something else than a step or a glyph was met. */
  end(): void {
    this.#where = undefined;
  }

  #begin(pen: Pen, text: Six, x: number, y: number): void {
    const { ctm } = pen;
    const upright = [text[2] * ctm[0] + text[3] * ctm[2], text[2] * ctm[1] + text[3] * ctm[3]] as const;
    const size = pen.size * Math.hypot(upright[0], upright[1]);
    const stroked = pen.render % 4 === 1;
    const where = { left: x, right: x, bottom: y, top: y };
    const colour = stroked ? pen.stroke : pen.fill;
    const overprint = stroked ? pen.strokeOver : pen.fillOver;
    this.#marks.push({ type: 'text', size, font: pen.font, colour, overprint, mode: pen.mode, where });
    this.#where = where;
  }
}

function grow(where: { left: number; right: number; bottom: number; top: number }, x: number, y: number): void {
  if (x < where.left) where.left = x;
  if (x > where.right) where.right = x;
  if (y < where.bottom) where.bottom = y;
  if (y > where.top) where.top = y;
}

/** Is it a string with something in it, or an array with one? */
function hasGlyphs(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasGlyphs);
  return typeof value === 'object' && value !== null && 'length' in value && value.length > 0;
}
