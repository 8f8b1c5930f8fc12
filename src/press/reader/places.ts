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

/** A spot as a key of maps. */
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

/** A large line in a tight box has its baseline below the box: at most this share of its size. */
const SINK = 0.4;

/** A line of the page: where it comes from, and where text begins that is its own. */
interface Entry {
  readonly module: number;
  readonly box: number;
  readonly line: number;
  readonly place: PlacedLine;
  readonly left: Px;
  readonly right: Px;
  readonly bottom: Px;
  /** Where its baseline may be when it is large. */
  readonly deepest: Px;
}

/** All set lines of a page, found by the place of their baseline. */
export class TextMap {
  /** Lines by every band of one row's height that they reach into. */
  readonly #bands = new Map<number, Entry[]>();

  constructor(page: PagePlan) {
    for (const [module, boxes] of boxesOf(page))
      for (const [box, one] of boxes.entries())
        if (one.kind === 'leg' || one.kind === 'text') {
          const lines = linesOf(one);
          for (let line = 0; line < lines.length; line += 1) this.#enter(module, box, line, lines[line] as PlacedLine);
        }
  }

  /** What is set at a baseline's start; undefined where the plan has no text. */
  at(x: Px, y: Px): Spot | undefined {
    let deep: Entry | undefined;
    for (const entry of this.#bands.get(Math.floor(y / PITCH)) ?? []) {
      if (x < entry.left || x > entry.right || y <= entry.place.y) continue;
      if (y <= entry.bottom) return spotIn(entry, x);
      if (deep === undefined && y <= entry.deepest) deep = entry;
    }
    return deep === undefined ? undefined : spotIn(deep, x);
  }

  #enter(module: number, box: number, line: number, place: PlacedLine): void {
    let size = 0;
    for (const run of place.runs) if (run.size > size) size = run.size;
    const bottom = place.y + place.height;
    const [left, right] = [place.x - HANG * size, place.x + place.width + 1];
    const entry = { module, box, line, place, left, right, bottom, deepest: bottom + SINK * size };
    const last = Math.floor(entry.deepest / PITCH);
    for (let band = Math.floor(place.y / PITCH); band <= last; band += 1) {
      const known = this.#bands.get(band);
      if (known === undefined) this.#bands.set(band, [entry]);
      else known.push(entry);
    }
  }
}

function spotIn({ module, box, line, place }: Entry, x: Px): Spot {
  const run = place.runs.findLastIndex((one) => place.x + one.x <= x + 1);
  return { module, box, line, run: Math.max(0, run) };
}

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
