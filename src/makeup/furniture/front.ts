/**
 * The head of page 1: the nameplate with its facts (报头) and the ear beside it (报眼). Both stand inside the type area,
 * across all columns, and their rows are fixed, so that the paper looks alike every day.
 */
import type { Issue } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { TextStyle, Typesetter } from '../../typeset/model.ts';
import { BODY, PITCH, type Px, type Rows } from '../../units.ts';
import { contain } from '../draw/story.ts';
import { HOUSE } from '../draw/styles.ts';
import { columnLeft, spanWidth } from '../grid.ts';
import type { AdTask } from '../page/task.ts';
import type { Box, Grid, Ink, Module, RuleBox } from '../plan.ts';
import { wordsOf } from './words.ts';

/** Rows of the nameplate on a page of 104, other pages in proportion (desk rules: 报头 an eighth of the page). */
const NAMEPLATE_SHARE = 12 / 104;
/** Columns of the ear as a share of the page's. */
const EAR_SHARE = 3 / 8;
/** Rows of date and facts under the name. */
const FACT_ROWS: Rows = 2;

/** Swashes of a brush face reach out of its advances: what is kept free for them at both sides. */
const NAME_INSET: Px = 12;

/** Most height of an entry of the index. */
const ENTRY_LEAD: Px = 36;

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

/** Rows of nameplate and ear. */
export const frontRows = (grid: Grid): Rows => Math.max(6, Math.round(grid.rows * NAMEPLATE_SHARE));

/** Columns of the ear; none on a page too narrow for one. */
export const earColumns = (grid: Grid): number => (grid.columns < 4 ? 0 : Math.round(grid.columns * EAR_SHARE));

/** True when there is something to put beside the nameplate; without it the name has the whole width. */
const hasEar = ({ issue, ear }: FrontContext): boolean =>
  issue.weather !== undefined || ear.ad !== undefined || ear.slug !== undefined || ear.entries.length > 0;

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

/** Nameplate and ear as modules, and the rule below both. */
export function front(context: FrontContext): {
  readonly modules: readonly Module[];
  readonly rules: readonly RuleBox[];
} {
  const { grid } = context;
  const rows = frontRows(grid);
  const ear = hasEar(context) ? earColumns(grid) : 0;
  const modules = [nameplate(context, grid.columns - ear, rows)];
  if (ear > 0) modules.push(...earModules(context, grid.columns - ear, ear, rows));
  const width = spanWidth(grid, grid.columns);
  const rule: RuleBox = {
    kind: 'rule',
    x: 0,
    y: rows * PITCH - 3,
    width,
    height: 3,
    ink: { black: 1 },
    style: 'double',
  };
  return { modules, rules: [rule] };
}

const module = (
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

function nameplate(
  { issue, grid, typesetter, pictures, pages, color }: FrontContext,
  columns: number,
  rows: Rows,
): Module {
  const words = wordsOf(issue.paper.language);
  const width = spanWidth(grid, columns);
  const height = (rows - FACT_ROWS) * PITCH - 10;
  const boxes: Box[] = [];
  const picture = issue.paper.nameplate === undefined ? undefined : pictures.get(issue.paper.nameplate);
  if (picture) {
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const shown = contain(picture.width / picture.height, width, height);
    boxes.push({ kind: 'picture', ...shown, file: picture.file, use: 'nameplate', crop });
  } else {
    const size = Math.floor(height * 0.98);
    const inner = width - 2 * NAME_INSET;
    const text = typesetter.fit(issue.paper.name, { ...HOUSE.nameplate, size, lead: height }, inner, size);
    const top = Math.round((height - text.height) / 2);
    const ink: Ink = color && issue.paper.colours['nameplate'] ? { house: 'nameplate' } : { black: 1 };
    boxes.push({ kind: 'text', x: NAME_INSET, y: top, width: inner, height: text.height, text, ink });
  }
  const counted = words.pageCount(pages);
  const number = issue.number === undefined ? undefined : words.issueNumber(issue.number);
  const first = [words.date(issue.date), words.lunar(issue.date), number, counted];
  const lines = [first.filter((part) => part !== undefined).join(words.between), words.facts(issue.paper)];
  lines.forEach((line, index) => {
    if (line === '') return;
    const text = typesetter.fit(line, HOUSE.dateline, width - 2 * BODY, HOUSE.dateline.size);
    const y = (rows - FACT_ROWS + index) * PITCH - 5;
    boxes.push({ kind: 'text', x: BODY, y, width: width - 2 * BODY, height: PITCH, text });
  });
  const ink: Ink = { black: 1 };
  boxes.push({ kind: 'rule', x: 0, y: height + 4, width, height: HOUSE.hairline, ink, style: 'solid' });
  return module('nameplate', 'nameplate', { column: 0, row: 0, columns, rows }, boxes);
}

function earModules(context: FrontContext, column: number, columns: number, rows: Rows): readonly Module[] {
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
    const weatherRows = issue.weather === undefined ? 0 : 2;
    const weather = issue.weather === undefined ? [] : this.#weather(issue.weather);
    const index = this.#index(weatherRows * PITCH + 4);
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

  #weather(weather: string): Box[] {
    const { x, width } = this.#at;
    const words = wordsOf(this.#context.issue.paper.language);
    const head = this.#text(words.weather, HOUSE.earHead, x + BODY, 8, width);
    const headWidth = Math.ceil(head.text.lines[0]?.width ?? 0);
    const room = width - headWidth - 3 * BODY;
    const body = this.#context.typesetter.fit(weather, HOUSE.ear, room, HOUSE.ear.size);
    const ink: Ink = { black: 1 };
    return [
      { ...head, width: headWidth },
      { kind: 'text', x: x + headWidth + 2 * BODY, y: 11, width: room, height: PITCH, text: body },
      {
        kind: 'rule',
        x: x + BODY,
        y: 2 * PITCH - 1,
        width: width - 2 * BODY,
        height: HOUSE.hairline,
        ink,
        style: 'solid',
      },
    ];
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
    const words = wordsOf(issue.paper.language);
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
    const lead = Math.min(ENTRY_LEAD, Math.floor((height - top - 38) / ear.entries.length));
    ear.entries.forEach((entry, index) => {
      const y = top + 32 + index * lead;
      const markWidth = entry.page === undefined ? 0 : 5 * BODY;
      const style: TextStyle = { ...HOUSE.earEntry, lead };
      const set = this.#context.typesetter.fit(entry.text, style, inner - markWidth, style.size);
      const link = entry.slug === undefined ? {} : { link: { slug: entry.slug } };
      boxes.push({ kind: 'text', x: x + BODY, y, width: inner - markWidth, height: lead, text: set, ...link });
      if (entry.page === undefined) return;
      const mark = this.#context.typesetter.text(words.pageMark(entry.page), { ...HOUSE.earMark, lead }, markWidth);
      const markX = x + BODY + inner - markWidth;
      boxes.push({ kind: 'text', x: markX, y, width: markWidth, height: lead, text: mark, link: { page: entry.page } });
    });
    return boxes;
  }

  #text(text: string, style: TextStyle, x: Px, y: Px, width: Px): Extract<Box, { kind: 'text' }> {
    const block = this.#context.typesetter.text(text, style, width);
    return { kind: 'text', x, y, width, height: block.height, text: block };
  }
}
