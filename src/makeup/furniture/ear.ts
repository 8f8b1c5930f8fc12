/** The ear (报眼) beside the nameplate: an ad, or the weather over the 导读, in one frame. */
import type { Issue } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { TextStyle, Typesetter } from '../../typeset/model.ts';
import { BODY, PITCH, type Px, type Rows } from '../../units.ts';
import { contain } from '../draw/story.ts';
import { HOUSE } from '../draw/styles.ts';
import { columnLeft, spanWidth } from '../grid.ts';
import type { AdTask } from '../page/task.ts';
import type { Box, Grid, Ink, Module } from '../plan.ts';
import { labelsOf, wordsOf } from './words.ts';

/** Most and least height of an entry of the index: nearer, lines of the least size would touch. */
const ENTRY_LEAD = { most: 36, least: 14 } as const;
/** An entry's type at most, as a share of its height. */
const ENTRY_SHARE = 0.72;
/** Above the entries of the index stands its head. */
const INDEX_HEAD: Px = 32;
const INDEX_FOOT: Px = 6;
/** Room for the page of an entry. */
const MARK_WIDTH: Px = 5 * BODY;
/** A forecast that is too long for one line of this size or more takes several. */
const LEAST_FORECAST: Px = 10;

/** An entry that would be set smaller is too long: 小六 is the least that a paper prints. */
const LEAST_ENTRY: Px = 8.75;
/** Top of the index below so many rows of weather. */
const indexTop = (weather: Rows): Px => weather * PITCH + 4;

/** An entry of the 导读: a line of text and the page that it points to. */
export interface IndexEntry {
  readonly text: string;
  readonly page?: number;
  readonly slug?: string;
}

/** What the ear holds besides the weather. */
export interface EarContent {
  /** The article of genre index, when there is one. */
  readonly slug?: string;
  readonly title?: string;
  readonly entries: readonly IndexEntry[];
  readonly ad?: AdTask;
}

/** What the front furniture is drawn from. */
export interface FrontContext {
  readonly issue: Issue;
  readonly grid: Grid;
  readonly typesetter: Typesetter;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly pages: number;
  /** False where the page is printed in black alone. */
  readonly color: boolean;
  readonly ear: EarContent;
}

/** A module of the front without text. */
export const module = (
  kind: Module['kind'],
  slug: string,
  at: Pick<Module, 'column' | 'row' | 'columns' | 'rows'>,
  boxes: readonly Box[],
): Module => ({
  kind,
  slug,
  part: 1,
  ...at,
  legs: 0,
  measure: 0,
  short: 0,
  photos: [],
  boxes,
});

/** The ear's modules, from a column of the page on. */
export function earModules(context: FrontContext, column: number, columns: number, rows: Rows): readonly Module[] {
  const { grid, ear, pictures, issue, typesetter } = context;
  const x = columnLeft(grid, column);
  const width = spanWidth(grid, columns);
  const height = rows * PITCH - 12;
  if (ear.ad) {
    const picture = pictures.get(ear.ad.file);
    const shown = contain(picture ? picture.width / picture.height : width / height, width, height - 14);
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const label = typesetter.text(wordsOf(issue.paper.language).advertisement, HOUSE.adLabel, width);
    return [
      module('ad', ear.ad.name, { column, row: 0, columns, rows }, [
        { kind: 'text', x, y: 0, width, height: 14, text: label },
        { kind: 'picture', ...shown, x: x + shown.x, y: 14 + shown.y, file: ear.ad.file, use: 'ad', crop },
      ]),
    ];
  }
  return new EarDrawing(context, { x, width, height }).modules({ column, columns, rows });
}

/** What an ear has no room for. */
export interface IndexFit {
  /** Entries that stand apart below the weather. */
  readonly most: number;
  /** Entries that would have to be set smaller than anybody reads. */
  readonly long: readonly IndexEntry[];
}

/** Whether the ear's index stands apart, and can be read. */
export function indexFit(context: FrontContext, columns: number, rows: Rows): IndexFit {
  const [width, height] = [spanWidth(context.grid, columns), rows * PITCH - 12];
  return new EarDrawing(context, { x: 0, width, height }).fit();
}

/** Weather on top, 导读 below, in one frame. */
class EarDrawing {
  readonly #context: FrontContext;
  readonly #at: { readonly x: Px; readonly width: Px; readonly height: Px };
  constructor(context: FrontContext, at: { x: Px; width: Px; height: Px }) {
    this.#context = context;
    this.#at = at;
  }

  modules({ column, columns, rows }: { column: number; columns: number; rows: Rows }): readonly Module[] {
    const { issue, ear } = this.#context;
    if (ear.entries.length === 0 && ear.slug === undefined) {
      const alone = this.#weatherAlone(issue.weather ?? '');
      return [module('ear', 'ear', { column, row: 0, columns, rows }, [...this.#frame(0, rows, rows), ...alone])];
    }
    const forecast = issue.weather === undefined ? undefined : this.#weather(issue.weather);
    const weather = forecast?.boxes ?? [];
    const weatherRows = forecast?.rows ?? 0;
    const index = this.#index(indexTop(weatherRows));
    if (ear.slug === undefined)
      return [
        module('ear', 'ear', { column, row: 0, columns, rows }, [...this.#frame(0, rows, rows), ...weather, ...index]),
      ];
    const below = { column, row: weatherRows, columns, rows: rows - weatherRows };
    const top = { column, row: 0, columns, rows: weatherRows };
    const indexModule = module('index', ear.slug, below, [...this.#frame(weatherRows, rows, rows), ...index]);
    if (weatherRows === 0) return [indexModule];
    return [module('ear', 'ear', top, [...this.#frame(0, weatherRows, rows), ...weather]), indexModule];
  }

  /** What there is room for. */
  fit(): IndexFit {
    const { issue, ear } = this.#context;
    const weather = issue.weather === undefined ? 0 : this.#weather(issue.weather).rows;
    const room = this.#at.height - indexTop(weather) - INDEX_HEAD - INDEX_FOOT;
    const sizeOf = (entry: IndexEntry): Px => this.#sizeOfAll([entry], HOUSE.earEntry);
    return {
      most: Math.max(1, Math.floor(room / ENTRY_LEAD.least)),
      long: ear.entries.filter((entry) => sizeOf(entry) < LEAST_ENTRY),
    };
  }

  /** The ear's frame between two rows, as rules, so that each module of the ear holds its own part. */
  #frame(from: Rows, to: Rows, rows: Rows): Box[] {
    const { x, width, height } = this.#at;
    const top = from * PITCH;
    const foot = to === rows ? height : to * PITCH;
    const weight = HOUSE.frame;
    const rule = (left: Px, y: Px, across: Px, down: Px): Box => ({
      kind: 'rule',
      x: left,
      y,
      width: across,
      height: down,
      ink: { black: 1 },
      style: 'solid',
    });
    return [
      rule(x, top, weight, foot - top),
      rule(x + width - weight, top, weight, foot - top),
      ...(from === 0 ? [rule(x, 0, width, weight)] : []),
      ...(to === rows ? [rule(x, foot - weight, width, weight)] : []),
    ];
  }

  /** The forecast beside its word, in one line or as many as it takes, and the rule below. */
  #weather(weather: string): { readonly boxes: Box[]; readonly rows: Rows } {
    const { x, width } = this.#at;
    const { issue, typesetter } = this.#context;
    const head = this.#text(wordsOf(issue.paper.language).weather, HOUSE.earHead, x + BODY, 8, width);
    const headWidth = Math.ceil(head.text.lines[0]?.width ?? 0);
    const room = width - headWidth - 3 * BODY;
    const fitted = typesetter.fit(weather, HOUSE.ear, room, HOUSE.ear.size);
    const isSmall = (fitted.lines[0]?.runs[0]?.size ?? 0) < LEAST_FORECAST;
    const body = isSmall ? typesetter.text(weather, HOUSE.ear, room) : fitted;
    const rows = 1 + body.lines.length;
    const ink: Ink = { black: 1 };
    const at = { x: x + BODY, y: rows * PITCH - 1, width: width - 2 * BODY, height: HOUSE.hairline };
    return {
      rows,
      boxes: [
        { ...head, width: headWidth },
        { kind: 'text', x: x + headWidth + 2 * BODY, y: 11, width: room, height: (rows - 1) * PITCH, text: body },
        { kind: 'rule', ...at, ink, style: 'solid' },
      ],
    };
  }

  /** The weather where there is nothing else for the ear: its word on top, the forecast larger in the middle of the rest. */
  #weatherAlone(weather: string): Box[] {
    const { x, width, height } = this.#at;
    const inner = width - 2 * BODY;
    const { language } = this.#context.issue.paper;
    const head = this.#text(wordsOf(language).weather, { ...HOUSE.earHead, align: 'center' }, x + BODY, 10, inner);
    const top = 10 + head.height;
    const body = this.#text(weather, HOUSE.earAlone, x + BODY, 0, inner);
    const ink: Ink = { black: 1 };
    return [
      head,
      { kind: 'rule', x: x + BODY, y: top + 4, width: inner, height: HOUSE.hairline, ink, style: 'solid' },
      { ...body, y: top + 4 + Math.max(0, Math.round((height - top - 4 - body.height) / 2)) },
    ];
  }

  #index(top: Px): Box[] {
    const { ear, issue } = this.#context;
    const { x, width, height } = this.#at;
    if (ear.entries.length === 0) return [];
    const words = wordsOf(issue.paper.language, labelsOf(issue));
    const inner = width - 2 * BODY;
    const boxes: Box[] = [
      this.#text(
        ear.title ?? words.index,
        ear.slug === undefined ? HOUSE.earHead : HOUSE.indexHead,
        x + BODY,
        top + 6,
        inner,
      ),
    ];
    const entries = this.#entries(height - top - INDEX_HEAD - INDEX_FOOT);
    const lead = Math.min(ENTRY_LEAD.most, Math.floor((height - top - INDEX_HEAD - INDEX_FOOT) / entries.length));
    const style: TextStyle = { ...HOUSE.earEntry, lead };
    // Type stands on the quarter-pixel grid, as browsers measure it.
    const size = Math.min(this.#sizeOfAll(entries, style), Math.floor(4 * lead * ENTRY_SHARE) / 4);
    entries.forEach((entry, index) => {
      const y = top + INDEX_HEAD + index * lead;
      const room = this.#roomOf(entry);
      const set = this.#context.typesetter.fit(entry.text, style, room, size);
      const link = entry.slug === undefined ? {} : { link: { slug: entry.slug } };
      boxes.push({ kind: 'text', x: x + BODY, y, width: room, height: lead, text: set, ...link });
      if (entry.page === undefined) return;
      const small = { ...HOUSE.earMark, size: Math.min(HOUSE.earMark.size, size), lead };
      const mark = this.#context.typesetter.text(words.pageMark(entry.page), small, MARK_WIDTH);
      const at = { x: x + BODY + inner - MARK_WIDTH, y, width: MARK_WIDTH, height: lead };
      boxes.push({ kind: 'text', ...at, text: mark, link: { page: entry.page } });
    });
    return boxes;
  }

  /** The desk's own index whole; of the program's as many entries as stand apart. */
  #entries(room: Px): readonly IndexEntry[] {
    const { entries, slug } = this.#context.ear;
    return slug === undefined ? entries.slice(0, Math.max(1, Math.floor(room / ENTRY_LEAD.least))) : entries;
  }

  /** The size in which the longest entry fits: all have it. */
  #sizeOfAll(entries: readonly IndexEntry[], style: TextStyle): Px {
    const sizes = entries.map((entry) => {
      const { lines } = this.#context.typesetter.fit(entry.text, style, this.#roomOf(entry), style.size);
      return lines[0]?.runs[0]?.size ?? style.size;
    });
    return Math.min(...sizes);
  }

  /** Width of an entry: its page stands behind it. */
  #roomOf({ page }: IndexEntry): Px {
    return this.#at.width - 2 * BODY - (page === undefined ? 0 : MARK_WIDTH);
  }

  #text(text: string, style: TextStyle, x: Px, y: Px, width: Px): Extract<Box, { kind: 'text' }> {
    const block = this.#context.typesetter.text(text, style, width);
    return { kind: 'text', x, y, width, height: block.height, text: block };
  }
}
