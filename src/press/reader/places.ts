/** From a place on a page to what the plan has there: the reader's PDF is tagged by the plan, not by the browser's boxes. */
import type { Box, LegBox, Module, PagePlan, TextBox } from '../../makeup/plan.ts';
import type { Run } from '../../typeset/model.ts';
import { mmToPt, mmToPx, PITCH, type Px, pxToPt } from '../../units.ts';

/** A run of a set line: indexes into the page's modules (−1 = folio), the module's boxes, the box's lines, the line's runs. */
export interface Spot {
  readonly module: number;
  readonly box: number;
  readonly line: number;
  readonly run: number;
}

export const keyOf = ({ module, box, line, run }: Spot): string => `${module}.${box}.${line}.${run}`;

/** A rectangle of the type area, CSS pixels. */
export interface Area {
  readonly x: Px;
  readonly y: Px;
  readonly width: Px;
  readonly height: Px;
}

/** A line of either kind of box, where it stands in the type area. */
export interface PlacedLine extends Area {
  readonly runs: readonly Run[];
}

/** Lines of a leg or of a text box. */
export function linesOf(box: LegBox | TextBox): readonly PlacedLine[] {
  if (box.kind === 'leg')
    return box.lines.map(({ row, drop = 0, runs, width }) => ({
      x: box.x,
      y: box.y + row * PITCH + drop,
      width,
      height: PITCH,
      runs,
    }));
  return box.text.lines.map(({ x, y, width, height, runs }) => ({ x: box.x + x, y: box.y + y, width, height, runs }));
}

/** An opening mark that lost its left half begins half a character before its line: at most this share of its size. */
const HANG = 0.6;

/** How far text may begin before its line. */
const hangOf = (runs: readonly Run[]): Px => HANG * Math.max(0, ...runs.map(({ size }) => size));

/** A large line in a tight box has its baseline below the box: at most this share of its size. */
const SINK = 0.4;

/** How far below its box a line's baseline may be. */
const sinkOf = (runs: readonly Run[]): Px => SINK * Math.max(0, ...runs.map(({ size }) => size));

/** A line of the page with where it comes from. */
interface Entry {
  readonly module: number;
  readonly box: number;
  readonly line: number;
  readonly place: PlacedLine;
}

/** All set lines of a page, found by the place of their baseline. */
export class TextMap {
  /** Lines by every band of one row's height that they reach into. */
  readonly #bands = new Map<number, Entry[]>();

  constructor(page: PagePlan) {
    for (const [module, boxes] of boxesOf(page))
      for (const [box, one] of boxes.entries())
        if (one.kind === 'leg' || one.kind === 'text')
          for (const [line, place] of linesOf(one).entries()) this.#enter({ module, box, line, place });
  }

  /** What is set at a baseline's start; undefined where the plan has no text. */
  at(x: Px, y: Px): Spot | undefined {
    const near = this.#bands.get(Math.floor(y / PITCH)) ?? [];
    const found =
      near.find(({ place }) => isBeside(place, x) && y > place.y && y <= place.y + place.height) ??
      near.find(({ place }) => isBeside(place, x) && y > place.y && y <= place.y + place.height + sinkOf(place.runs));
    if (found === undefined) return undefined;
    const { module, box, line, place } = found;
    const run = place.runs.findLastIndex((one) => place.x + one.x <= x + 1);
    return { module, box, line, run: Math.max(0, run) };
  }

  #enter(entry: Entry): void {
    const { y, height, runs } = entry.place;
    for (let band = Math.floor(y / PITCH); band <= Math.floor((y + height + sinkOf(runs)) / PITCH); band += 1)
      this.#bands.set(band, [...(this.#bands.get(band) ?? []), entry]);
  }
}

const isBeside = ({ x: from, width, runs }: PlacedLine, x: Px): boolean =>
  x >= from - hangOf(runs) && x <= from + width + 1;

/** The picture whose rectangle this is; undefined when the plan has none there. */
export function pictureAt(
  page: PagePlan,
  { x, y, width, height }: Area,
): { readonly module: number; readonly box: number } | undefined {
  const near = (one: Px, other: Px): boolean => Math.abs(one - other) < 2;
  for (const [module, boxes] of boxesOf(page)) {
    const box = boxes.findIndex(
      (one) =>
        one.kind === 'picture' &&
        near(one.x, x) &&
        near(one.y, y) &&
        near(one.width, width) &&
        near(one.height, height),
    );
    if (box >= 0) return { module, box };
  }
  return undefined;
}

function* boxesOf(page: PagePlan): Generator<readonly [number, readonly Box[]]> {
  for (const [index, module] of page.modules.entries()) yield [index, module.boxes];
  yield [-1, page.folio];
}

/** Between the type area and a reader's page, whose origin is the trim's lower left corner. */
export class Frame {
  readonly #page: PagePlan;
  readonly #edge: Px;

  constructor(page: PagePlan, bleed: number) {
    this.#page = page;
    this.#edge = mmToPx(bleed);
  }

  /** A point of Chromium's page of this height (points) in the type area. */
  toArea(x: number, y: number, height: number): { readonly x: Px; readonly y: Px } {
    const { left, top } = this.#page.margins;
    return { x: x / 0.75 - this.#edge - left, y: (height - y) / 0.75 - this.#edge - top };
  }

  /** A point of the type area on the reader's page, points. */
  toPage(x: Px, y: Px): readonly [number, number] {
    const { margins, trim } = this.#page;
    return [pxToPt(x + margins.left), pxToPt(mmToPx(trim.height) - y - margins.top)];
  }

  /** A destination's left and top on the reader's page, kept on the page. */
  toView(x: Px, y: Px): readonly [number, number] {
    const [left, top] = this.toPage(x, y);
    return [Math.max(0, Math.round(left)), Math.min(Math.round(top), Math.ceil(mmToPt(this.#page.trim.height)))];
  }

  /** A rectangle of the type area as an annotation has it. */
  toRect({ x, y, width, height }: Area): readonly [number, number, number, number] {
    const [left, bottom] = this.toPage(x, y + height);
    const [right, top] = this.toPage(x + width, y);
    return [left, bottom, right, top];
  }
}

/** The part of a page that an article's module covers: where a link to it leads. */
export function cornerOf({ boxes }: Module): { readonly x: Px; readonly y: Px } {
  return { x: Math.min(...boxes.map(({ x }) => x)), y: Math.min(...boxes.map(({ y }) => y)) };
}
