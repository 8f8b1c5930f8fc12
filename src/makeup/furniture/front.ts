/**
 * The head of page 1: the nameplate with its facts (报头) and the ear beside it (报眼). Both stand inside the type area,
 * across all columns, and their rows are fixed, so that the paper looks alike every day.
 */
import type { Issue } from '../../issue/model.ts';
import { nameplateFace } from '../../typeset/faces.ts';
import { BODY, PITCH, type Px, type Rows } from '../../units.ts';
import { contain } from '../draw/story.ts';
import { HOUSE } from '../draw/styles.ts';
import { spanWidth } from '../grid.ts';
import type { Box, Grid, Ink, Module, PictureBox, RuleBox, TextBox } from '../plan.ts';
import { earModules, type FrontContext, type IndexFit, indexFit, module } from './ear.ts';
import { wordsOf } from './words.ts';

/** Rows of the nameplate on a page of 104, other pages in proportion (desk rules: 报头 an eighth of the page). */
const NAMEPLATE_SHARE = 12 / 104;
/** Columns of the ear as a share of the page's. */
const EAR_SHARE = 3 / 8;
/** Rows of date and facts under the name. */
const FACT_ROWS: Rows = 2;

/** Swashes of a brush face reach out of its advances: what is kept free for them at both sides. */
const NAME_INSET: Px = 12;

/** Size of the name as a share of its room; smaller, and raised by ems, where letters hang below the line that Han type stands on. */
const NAME_SHARE = 0.98;
const HANGING_SHARE = 0.86;
const RAISED = 0.12;

/** An ear lower than this has no room for a forecast and the desk's own index: for it a small page gives up to a sixth. */
const ENOUGH: Rows = 10;
const LARGEST_SHARE = 1 / 6;

/** Rows of nameplate and ear. */
export function frontRows({ rows }: Grid, { articles, ads }: Pick<Issue, 'articles' | 'ads'>): Rows {
  const usual = Math.max(6, Math.round(rows * NAMEPLATE_SHARE));
  const isIndexed = articles.some(({ genre }) => genre === 'index') && !ads.some(({ position }) => position === 'ear');
  return isIndexed ? Math.max(usual, Math.min(ENOUGH, Math.floor(rows * LARGEST_SHARE))) : usual;
}

/** Columns of the ear; none on a page too narrow for one. */
export const earColumns = (grid: Grid): number => (grid.columns < 4 ? 0 : Math.round(grid.columns * EAR_SHARE));

/** True when there is something to put beside the nameplate; without it the name has the whole width. */
const hasEar = ({ issue, ear }: FrontContext): boolean =>
  issue.weather !== undefined || ear.ad !== undefined || ear.slug !== undefined || ear.entries.length > 0;

/** Nameplate and ear as modules, and the rule below both. */
export function front(context: FrontContext): {
  readonly modules: readonly Module[];
  readonly rules: readonly RuleBox[];
} {
  const { grid } = context;
  const rows = frontRows(grid, context.issue);
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

/** What the ear has no room for; undefined on a page without an ear. */
export function frontIndexFit(context: FrontContext): IndexFit | undefined {
  const columns = earColumns(context.grid);
  return columns === 0 ? undefined : indexFit(context, columns, frontRows(context.grid, context.issue));
}

/** Size of the name beside an ear, where the page may have one: its type, or the height of its picture. */
export function nameplateSize(context: NameContext): Px {
  const { issue, grid } = context;
  const name = nameBox(context, grid.columns - earColumns(grid), frontRows(grid, issue));
  if (name.kind === 'picture') return name.height;
  return Math.max(0, ...name.text.lines.flatMap(({ runs }) => runs.map(({ size }) => size)));
}

/** What the name is drawn from. */
type NameContext = Pick<FrontContext, 'issue' | 'grid' | 'typesetter' | 'pictures'>;

/** Height of the nameplate above its rule. */
const nameHeight = (rows: Rows): Px => (rows - FACT_ROWS) * PITCH - 10;

/** The name, in black. */
function nameBox(
  { issue, grid, typesetter, pictures }: NameContext,
  columns: number,
  rows: Rows,
): TextBox | PictureBox {
  const width = spanWidth(grid, columns);
  const height = nameHeight(rows);
  const picture = issue.paper.nameplate === undefined ? undefined : pictures.get(issue.paper.nameplate);
  if (picture) {
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const shown = contain(picture.width / picture.height, width, height);
    return { kind: 'picture', ...shown, file: picture.file, use: 'nameplate', crop };
  }
  const hangs = /[gjpqy]/.test(issue.paper.name);
  const size = Math.floor(height * (hangs ? HANGING_SHARE : NAME_SHARE));
  const lead = hangs ? height - 2 * Math.round(size * RAISED) : height;
  const inner = width - 2 * NAME_INSET;
  const style = { ...HOUSE.nameplate, face: nameplateFace(issue.paper.name), size, lead };
  const text = typesetter.fit(issue.paper.name, style, inner, size);
  const top = hangs ? 0 : Math.round((height - text.height) / 2);
  return { kind: 'text', x: NAME_INSET, y: top, width: inner, height: text.height, text, ink: { black: 1 } };
}

function nameplate(context: FrontContext, columns: number, rows: Rows): Module {
  const { issue, grid, typesetter, pages, color } = context;
  const words = wordsOf(issue.paper.language);
  const width = spanWidth(grid, columns);
  const name = nameBox(context, columns, rows);
  const isColoured = name.kind === 'text' && color && issue.paper.colours['nameplate'] !== undefined;
  const boxes: Box[] = [isColoured ? { ...name, ink: { house: 'nameplate' } } : name];
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
  boxes.push({ kind: 'rule', x: 0, y: nameHeight(rows) + 4, width, height: HOUSE.hairline, ink, style: 'solid' });
  return module('nameplate', 'nameplate', { column: 0, row: 0, columns, rows }, boxes);
}
