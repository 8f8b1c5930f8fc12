/**
 * A page as a reader's eye takes it: modules in reading order, their text in lines and their lines in strings, each
 * with its box. In: one page of the plan. Out: regions in CSS pixels from the trim corner, with the names (ids)
 * that ALTO, METS and IIIF share.
 */
import type { Box, LegBox, Module, PagePlan, PictureBox, TextBox } from '../../makeup/plan.ts';
import type { FaceId, Line, TextRole } from '../../typeset/model.ts';
import { BODY, PITCH, type Px } from '../../units.ts';
import { type LinePlace, type Metrics, type SetLine, setLine } from './lines.ts';

/** A rectangle in CSS pixels from the top left corner of the trimmed page. */
export interface Rect {
  readonly x: Px;
  readonly y: Px;
  readonly width: Px;
  readonly height: Px;
}

/** A block of text: a headline, a paragraph's lines in one leg, a caption. */
export interface TextRegion {
  readonly kind: 'text';
  readonly id: string;
  readonly role: TextRole;
  readonly rect: Rect;
  readonly lines: readonly SetLine[];
  /** Block of the article's body that these lines belong to; −1 for what is not body. */
  readonly block: number;
  /** Page that a jump line sends the reader to. */
  readonly toPage?: number;
}

/** A picture with its file. */
export interface PictureRegion {
  readonly kind: 'picture';
  readonly id: string;
  readonly rect: Rect;
  readonly file: string;
  readonly use: PictureBox['use'];
}

/** A rectangle of the page that holds lines, or a picture. */
export type Region = TextRegion | PictureRegion;

/** A module with what is in it, in reading order. */
export interface ModuleRegions {
  readonly id: string;
  readonly module: Module;
  readonly rect: Rect;
  readonly regions: readonly Region[];
}

/** A page ready for the records. */
export interface PageRegions {
  /** `p01`: page number in two digits or more. */
  readonly id: string;
  readonly page: PagePlan;
  /** 报眉, outside the type area. */
  readonly folio: readonly Region[];
  readonly modules: readonly ModuleRegions[];
  /** The type area. */
  readonly area: Rect;
  /** The trimmed page; x and y are 0. */
  readonly trim: Rect;
}

/** Two digits or more, as everywhere in the output. */
export const twoDigits = (page: number): string => String(page).padStart(2, '0');

/** Reading order within a module; what is not named is read where the eye falls on it last. */
const ORDER: readonly TextRole[] = [
  'group',
  'label',
  'kicker',
  'headline',
  'deck',
  'byline',
  'note',
  'body',
  'pullquote',
  'jump',
  'caption',
  'credit',
];

/** What the text of all pages is measured with. */
export interface Measures {
  readonly metrics: Metrics;
  /** Its ascent and descent put the baseline of every body line. */
  readonly bodyFace: FaceId;
}

/** Takes a page apart. */
export function pageRegions(page: PagePlan, measures: Measures): PageRegions {
  const id = `p${twoDigits(page.number)}`;
  const { left, top } = page.margins;
  const toPx = (mm: number) => (mm * 96) / 25.4;
  const trim = { x: 0, y: 0, width: toPx(page.trim.width), height: toPx(page.trim.height) };
  const take = (boxes: readonly Box[], prefix: string) => takeApart(boxes, { prefix, left, top, ...measures });
  const modules = inReadingOrder(page.modules).map((module, index) => {
    const moduleId = `${id}m${twoDigits(index + 1)}`;
    const regions = take(module.boxes, moduleId);
    const rect = union(regions.map((region) => region.rect));
    return regions.length === 0 || rect === undefined ? undefined : { id: moduleId, module, rect, regions };
  });
  return {
    id,
    page,
    trim,
    folio: take(page.folio, `${id}f`),
    modules: modules.filter((module) => module !== undefined),
    area: { x: left, y: top, ...areaSize(page) },
  };
}

/** Nameplate and ears first, then the stories by row and column, advertisements and imprint last. */
function inReadingOrder(modules: readonly Module[]): readonly Module[] {
  const rank = (module: Module): number =>
    module.kind === 'nameplate' ? 0 : module.kind === 'ear' || module.kind === 'weather' ? 1 : isPaid(module) ? 4 : 2;
  return [...modules].sort((a, b) => rank(a) - rank(b) || a.row - b.row || a.column - b.column);
}

const isPaid = (module: Module): boolean =>
  module.kind === 'ad' || module.kind === 'filler' || module.kind === 'imprint';

/** Columns of `measure` characters with a gutter of one character between (facts of the grid, `units.ts`). */
function areaSize(page: PagePlan): { width: Px; height: Px } {
  const { columns, measure, rows } = page.grid;
  return { width: (columns * measure + columns - 1) * BODY, height: rows * PITCH };
}

interface Origin extends Measures {
  readonly prefix: string;
  readonly left: Px;
  readonly top: Px;
}

type Loose = Omit<TextRegion, 'id'> | Omit<PictureRegion, 'id'>;

function takeApart(boxes: readonly Box[], origin: Origin): readonly Region[] {
  const loose = boxes.flatMap((box): readonly Loose[] => {
    if (box.kind === 'leg') return legRegions(box, origin);
    if (box.kind === 'text') return textRegions(box, origin);
    if (box.kind === 'picture') return [pictureRegion(box, origin)];
    return [];
  });
  const rank = (region: Loose): number => {
    if (region.kind === 'picture') return ORDER.indexOf('caption') - 0.5;
    const place = ORDER.indexOf(region.role);
    return place < 0 ? ORDER.length : place;
  };
  return loose
    .map((region, index) => ({ region, index }))
    .sort((a, b) => rank(a.region) - rank(b.region) || a.index - b.index)
    .map(({ region }, index) => ({ ...region, id: `${origin.prefix}b${twoDigits(index + 1)}` }));
}

/** A leg's lines, one region for each block of the body that stands in it. */
function legRegions(leg: LegBox, origin: Origin): readonly Loose[] {
  const regions: { block: number; lines: SetLine[] }[] = [];
  for (const line of leg.lines) {
    const set = place(line, origin, {
      x: leg.x,
      y: (leg.row + line.row) * PITCH + (line.drop ?? 0),
      height: PITCH,
      strut: { face: origin.bodyFace, size: BODY },
    });
    if (set === undefined) continue;
    const last = regions.at(-1);
    if (last === undefined || last.block !== line.block || line.opens)
      regions.push({ block: line.block, lines: [set] });
    else last.lines.push(set);
  }
  return regions.map(({ block, lines }) => ({ kind: 'text', role: 'body', block, lines, rect: around(lines) }));
}

function textRegions(box: TextBox, origin: Origin): readonly Loose[] {
  const lines = box.text.lines
    .map((line) =>
      place(line, origin, { x: box.x + line.x, y: box.y + line.y, height: line.height, strut: strutOf(line, origin) }),
    )
    .filter((line) => line !== undefined);
  if (lines.length === 0) return [];
  const toPage = box.link !== undefined && 'page' in box.link ? { toPage: box.link.page } : {};
  return [{ kind: 'text', role: box.text.role, block: -1, lines, rect: around(lines), ...toPage }];
}

/** A line of display type stands on its first run's face, as the edition draws it. */
function strutOf(line: Line, origin: Origin): LinePlace['strut'] {
  const first = line.runs[0];
  return { face: first?.face ?? origin.bodyFace, size: first?.size ?? BODY };
}

function place(line: Line, origin: Origin, at: LinePlace): SetLine | undefined {
  return setLine(line, { ...at, x: origin.left + at.x, y: origin.top + at.y }, origin.metrics);
}

function pictureRegion(box: PictureBox, origin: Origin): Loose {
  const rect = { x: origin.left + box.x, y: origin.top + box.y, width: box.width, height: box.height };
  return { kind: 'picture', rect, file: box.file, use: box.use };
}

function around(lines: readonly SetLine[]): Rect {
  return union(lines.map((line) => line.rect)) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** The smallest rectangle around several. */
function union(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}
