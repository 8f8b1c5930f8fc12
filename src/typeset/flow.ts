/** Paragraphs as variants of whole rows: one line a row, the lines themselves put together only when somebody looks. */
import type { Px, Rows } from '../units.ts';
import { LINE_END } from './collect.ts';
import { naturalWidth } from './cost.ts';
import { drawnWidth, LAYOUT_UNIT } from './font/metrics.ts';
import { setLine } from './line.ts';
import type { BlockLine, Run, Variant } from './model.ts';
import { breakParagraph, type Setting } from './paragraph.ts';
import { advancesTogether, shapeTogether } from './runs.ts';
import type { Strip } from './strip.ts';

/** How a paragraph is set. */
export interface FlowShape {
  readonly measure: Px;
  readonly indent: Px;
  readonly ragged?: boolean;
  readonly align?: 'left' | 'center';
  /** Free at the left of every line. */
  readonly left?: Px;
  /** First character. */
  readonly start?: number;
  /** Drawn before the first line, in the room that `left` keeps free. */
  readonly mark?: Run;
  /** Added to the offsets of its lines: where its text begins in the block's. */
  readonly base?: number;
}

/** A paragraph that keeps its settings as places, and draws its lines on demand. */
export class FlowVariant implements Variant {
  readonly looseness: -1 | 0 | 1;
  readonly cost: number;
  readonly rows: Rows;
  readonly ending: Px;
  readonly strained: boolean;
  readonly #strip: Strip;
  readonly #shape: FlowShape;
  readonly #ends: Int32Array;
  #lines: readonly BlockLine[] | undefined;

  constructor(strip: Strip, shape: FlowShape, setting: Setting) {
    this.looseness = setting.looseness;
    this.cost = setting.cost;
    this.rows = setting.ends.length;
    this.strained = setting.strained;
    this.#strip = strip;
    this.#shape = shape;
    this.#ends = setting.ends;
    const last = this.rows - 1;
    const from = this.#from(last);
    const width = naturalWidth(strip, from, setting.ends[last] ?? from);
    this.ending = Math.min(shape.measure, width + (last === 0 ? shape.indent : 0)) + (shape.left ?? 0);
  }

  get lines(): readonly BlockLine[] {
    this.#lines ??= Array.from(this.#ends, (to, row) => this.#line(row, to));
    return this.#lines;
  }

  #from(row: Rows): number {
    return row > 0 ? (this.#ends[row - 1] ?? 0) : (this.#shape.start ?? 0);
  }

  #line(row: Rows, to: number): BlockLine {
    const { measure, indent, ragged, align, left = 0, mark } = this.#shape;
    const from = this.#from(row);
    const isLast = row === this.rows - 1 || this.#strip.characters.joint[to - 1] === LINE_END;
    const first = row === 0 ? indent : 0;
    const line = setLine(this.#strip, { from, to, measure, indent: first, justify: !ragged && !isLast });
    const shift = left + (align === 'center' ? Math.round((measure - line.width) * 2) / 4 : 0);
    const offset = (this.#shape.base ?? 0) + (this.#strip.characters.offset[from] ?? 0);
    const placed = shift === 0 ? line : shifted(line, shift);
    const runs = row === 0 && mark ? [kerned(this.#strip, mark, placed.runs[0]), ...placed.runs] : placed.runs;
    return { ...placed, runs, row, ...(offset > 0 && { offset }) };
  }
}

/** A mark whose last sign Chromium kerns with the first letter that it touches: it moves, and the text stays. Spaced otherwise, they are shaped apart. */
function kerned(strip: Strip, mark: Run, first: Run | undefined): Run {
  const touches = first !== undefined && Math.abs(first.x - mark.x - mark.width) < LAYOUT_UNIT;
  const isSpaced = first?.spacing !== 0 || first.words !== undefined;
  if (!touches || isSpaced || !shapeTogether({ style: mark }, { style: first })) return mark;
  const both = [mark, first].map((run) => ({ style: run, text: run.text }));
  const width = drawnWidth(advancesTogether(strip, both, 0)[0] ?? 0, mark.size);
  return { ...mark, x: first.x - width, width };
}

function shifted<L extends { readonly runs: readonly { readonly x: Px }[]; readonly width: Px }>(line: L, by: Px): L {
  return { ...line, width: line.width + by, runs: line.runs.map((run) => ({ ...run, x: run.x + by })) };
}

/** Every way to set a paragraph, best first. An empty one has none. */
export function flow(strip: Strip, shape: FlowShape): readonly FlowVariant[] {
  if (strip.count - (shape.start ?? 0) <= 0) return [];
  return breakParagraph(strip, shape).map((setting) => new FlowVariant(strip, shape, setting));
}

/** Flows and blank rows one under the other, as one variant. */
export class StackVariant implements Variant {
  readonly looseness: -1 | 0 | 1;
  readonly cost: number;
  readonly rows: Rows;
  readonly ending: Px;
  readonly strained: boolean;
  readonly headAir: Rows;
  readonly #parts: readonly StackPart[];
  #lines: readonly BlockLine[] | undefined;

  constructor(parts: readonly StackPart[], how: { readonly looseness: -1 | 0 | 1; readonly cost: number }) {
    this.looseness = how.looseness;
    this.cost = how.cost;
    this.#parts = parts;
    this.headAir = typeof parts[0] === 'number' ? parts[0] : 0;
    this.strained = parts.some((part) => typeof part !== 'number' && part.strained === true);
    this.rows = parts.reduce<Rows>((rows, part) => rows + rowsOf(part), 0);
    const last = parts.at(-1);
    this.ending = last === undefined || typeof last === 'number' ? Number.POSITIVE_INFINITY : (last.ending ?? 0);
  }

  get lines(): readonly BlockLine[] {
    this.#lines ??= stackLines(this.#parts);
    return this.#lines;
  }
}

/** Blank rows, or lines. */
export type StackPart = number | Pick<Variant, 'lines' | 'rows' | 'ending' | 'strained'>;

const rowsOf = (part: StackPart): Rows => (typeof part === 'number' ? part : part.rows);

function stackLines(parts: readonly StackPart[]): readonly BlockLine[] {
  let top = 0;
  return parts.flatMap((part) => {
    const start = top;
    top += rowsOf(part);
    return typeof part === 'number' ? [] : part.lines.map((line) => ({ ...line, row: line.row + start }));
  });
}
