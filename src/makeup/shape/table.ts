/**
 * The shape table of one story: for each width in columns, and each height in rows, the cheapest ways to fill that
 * rectangle with its head, photos and text. Heights come from the bounds of the galleys; nothing is poured here.
 */

import type { Article } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import { LADDER } from '../../typeset/ladder.ts';
import type { Copy, Cut, HeadRequest, HeadSetting, Pour, Typesetter } from '../../typeset/model.ts';
import { BODY, type Px, type Rows } from '../../units.ts';
import type { Words } from '../furniture/words.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import type { Weights } from '../rules.ts';
import { Arena, CostSheet, type Costs } from '../search/costs.ts';
import type { Leaves } from '../search/problem.ts';
import { boundsOf, type GalleyBounds, openBounds } from './galleys.ts';
import { WidthHeads } from './heads.ts';
import { jumpHeads } from './jump-heads.ts';
import { GeometrySheet } from './kept.ts';
import { type Panel, PanelShop } from './panel.ts';
import { type Dress, dressOf, type HeadRange, type PhotoRange } from './rank.ts';
import { AIR_ROW, BOX_ROWS, DEMERITS, type HeadChoice, LABEL_ROWS, type Shape, type Term } from './shape.ts';
import { WidthTable } from './width.ts';

/** Points for each row that the last leg is short (R08). */
const SHORT_ROW = 0.6;

/** What the table of one story is made from. */
export interface StorySource {
  readonly copy: Copy;
  readonly typesetter: Typesetter;
  readonly words: Words;
  readonly grid: Grid;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly weights: Weights;
  readonly head: HeadRange;
  /** Wanted spans of its photos; empty for the second part of a jump, which has none. */
  readonly photos: readonly PhotoRange[];
  /** The family that the house would choose for its head. */
  readonly family: 'song' | 'hei';
  /** Rows that may be filled at most. */
  readonly most: Rows;
  readonly aside: boolean;
  readonly relaxed: boolean;
  /** Part 1 of a jump: the text stops where its space ends. */
  readonly open: boolean;
  /** Part 2 of a jump. */
  readonly from?: { readonly cut: Cut; readonly page: number };
}

/** The standing head over a story: the desk's, or what a short piece is that says it by no head of its own. */
function labelOf({ label, genre, title }: Article, { aside, from, words }: StorySource): string | undefined {
  if (from) return undefined;
  if (label !== undefined) return label;
  if (aside) return words.aside;
  return genre === 'correction' && title.length === 0 ? words.correction : undefined;
}

/** What widths are made on. */
interface Sheets {
  readonly geometries: GeometrySheet;
  readonly costs: CostSheet;
}

/** Blank between two widths, so that all stories share those of their height. */
const sheets = new Map<Rows, Sheets>();

function sheetsOf(most: Rows): Sheets {
  const known = sheets.get(most) ?? { geometries: new GeometrySheet(most), costs: new CostSheet(most) };
  sheets.set(most, known);
  return known;
}

/** Tables kept for each copy: those of the page as it is, with other bounds, and with other photos. */
const KEPT = 4;

const tables = new WeakMap<Copy, Map<string, ShapeTable>>();

/**
 * The table of a story; the same one for the same source, since a page is often searched for more than once: with a
 * filler, in another way, after an edit of another story. A copy stands for its article and the type that it is set in.
 */
export function tableOf(source: StorySource): ShapeTable {
  const { copy, typesetter: _, pictures, ...plain } = source;
  const known = tables.get(copy) ?? new Map<string, ShapeTable>();
  tables.set(copy, known);
  const name = JSON.stringify([plain, copy.article.photos.map(({ file }) => pictures.get(file))]);
  const table = known.get(name) ?? new ShapeTable(source);
  known.delete(name);
  known.set(name, table);
  if (known.size > KEPT) known.delete(known.keys().next().value ?? '');
  return table;
}

/** All shapes of one story; widths are made when first asked for. */
export class ShapeTable {
  readonly source: StorySource;
  readonly dress: Dress;
  /** Standing head, when there is one. */
  readonly label: string | undefined;
  /** True for a story with a title: it is never set without its head. */
  readonly titled: boolean;
  /** Rows that air, label and box take off a module's height. */
  readonly frameRows: Rows;
  /** Demerits of each row that the last leg is short, as a pour's are counted. */
  readonly shortDemerits: number;
  /** Text poured into legs, by measure and legs; undefined where that cannot be. */
  readonly pours = new Map<string, Pour | undefined>();
  /** For its widths, one after the other. */
  readonly sheets: Sheets;
  /** Holds the costs of all its widths. */
  readonly arena = new Arena();
  readonly #heads: WidthHeads;
  readonly #panels: PanelShop;
  readonly #bounds = new Map<number, GalleyBounds | undefined>();
  readonly #widths = new Map<number, WidthTable>();

  constructor(source: StorySource) {
    const { article } = source.copy;
    this.source = source;
    this.dress = dressOf(article, source.aside);
    this.label = labelOf(article, source);
    this.titled = article.title.some((line) => line.trim() !== '');
    this.frameRows = AIR_ROW + (this.label ? LABEL_ROWS : 0) + (this.dress.inset > 0 ? 2 * BOX_ROWS : 0);
    const { R08, R22 } = source.weights;
    this.shortDemerits = (SHORT_ROW * R08 * DEMERITS.pour) / Math.max(R22, 1e-3);
    this.sheets = sheetsOf(source.most);
    this.#heads = new WidthHeads(this, spanWidth(source.grid, source.grid.columns));
    this.#panels = new PanelShop({
      copy: source.copy,
      pictures: source.pictures,
      page: spanWidth(source.grid, source.grid.columns),
      ranges: source.photos,
      relaxed: source.relaxed,
    });
  }

  /** Least costs at a width. */
  costs(columns: number): Costs {
    return this.#width(columns).costs;
  }

  /** Shapes of a width and height, cheapest first. */
  shapes(columns: number, rows: Rows): Leaves<Shape> {
    return this.#width(columns).at(rows);
  }

  /** Every flaw of a shape, in points before the house's weights. */
  terms(shape: Shape, pour: Pour | undefined): readonly Term[] {
    return this.#width(shape.columns).terms(shape, pour);
  }

  /** Bounds of the body at a measure; undefined for a story without text. */
  bounds(measure: number): GalleyBounds | undefined {
    if (this.#bounds.has(measure)) return this.#bounds.get(measure);
    const galley = this.source.copy.body(measure * BODY, this.source.from?.cut);
    const closed = galley.blocks.length === 0 ? undefined : boundsOf(galley, this.shortDemerits);
    const bounds = closed && this.source.open ? openBounds(closed) : closed;
    this.#bounds.set(measure, bounds);
    return bounds;
  }

  /** Sizes that its heads may have: the rank's, or the fixed one that stands over the second part of a jump. */
  get headSizes(): { readonly least: Px; readonly most: Px } {
    const { from, head } = this.source;
    if (from) return { least: 0, most: Number.POSITIVE_INFINITY };
    // A head too long for its rank takes the step of the ladder below.
    return { least: LADDER.findLast((step) => step <= head.least) ?? 0, most: head.most };
  }

  /** Heads over a width: the article's own, or for the second part of a jump one that keys it to the first. */
  heads(request: HeadRequest): readonly HeadSetting[] {
    const { copy, from, typesetter, words } = this.source;
    return from ? jumpHeads(copy.article, from.page, request, typesetter, words) : copy.heads(request);
  }

  /** Heads over a width, the cheapest of each number of rows. */
  headsOver(width: Px): readonly HeadChoice[] {
    return this.#heads.over(width);
  }

  /** Panels of all photos over legs. */
  panels(legs: number, measure: number): readonly Panel[] {
    return this.source.photos.length === 0 ? [] : this.#panels.panels(legs, measure);
  }

  #width(columns: number): WidthTable {
    const known = this.#widths.get(columns) ?? new WidthTable(this, columns);
    this.#widths.set(columns, known);
    return known;
  }
}
