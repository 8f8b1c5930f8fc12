/**
 * Tables on the body grid: one row of cells to a row of the page, columns as wide as their widest cell. Where the cells of
 * a row do not stand side by side even in small type, they are folded: the first names the row, the others follow in as
 * many lines as it takes, in columns one under the other, and the head is folded alike. A table that does not fit so is
 * set as text, a row of cells a paragraph.
 */
import type { Block, Span } from '../issue/model.ts';
import { BODY, type Px, type Rows } from '../units.ts';
import { naturalWidth } from './cost.ts';
import { setLine } from './line.ts';
import type { BlockLine, Line, Variant } from './model.ts';
import type { Setter } from './setter.ts';
import { styleSpans } from './style.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Body size, 六号 and 小六: the sizes that a table may have. */
const SIZES: readonly Px[] = [BODY, 10.5, 9];
/** Least and most of the gap between columns, ems of the table's size: farther apart a figure is read beside the wrong name. */
const GUTTER = { least: 1, most: 4 } as const;

/** Rows of a table, the head first. */
export const tableRows = (table: Table): readonly (readonly (readonly Span[])[])[] =>
  [table.head, ...table.rows].filter((row) => row.length > 0);

/** A table at a measure. */
export interface Grid {
  readonly variant: Variant;
  /** Lines to a row of cells; 1 where it is not folded. */
  readonly folds: number;
  /** Rows of the page after which a row of cells ends. */
  readonly ends: readonly Rows[];
}

/**
 * A table at a measure; undefined when its cells do not fit.
 * @param from offset into the table's text at whose row it goes on
 */
export function setTable(table: Table, setter: Setter, measure: Px, from = 0): Grid | undefined {
  const rows = tableRows(table);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  for (let folds = 1; folds === 1 || columns - 1 >= folds * LEAST_ABREAST; folds += 1)
    for (const size of folds === 1 ? SIZES : SMALL_SIZES) {
      const grid = fitGrid({ rows, table, setter, measure, size, folds }, from);
      if (grid) return grid;
    }
  return undefined;
}

/** Sizes of a folded table, and columns beside its first that a line of it has at least. */
const SMALL_SIZES = SIZES.slice(1);
const LEAST_ABREAST = 2;

interface GridTask {
  readonly rows: ReturnType<typeof tableRows>;
  readonly table: Table;
  readonly setter: Setter;
  readonly measure: Px;
  readonly size: Px;
  readonly folds: number;
}

/** A cell, set, and the column that it stands in. */
interface Cell {
  readonly line: Line;
  readonly column: number;
  readonly align: Table['align'][number];
}

/** A line of cells, and where its text begins in the table's. */
interface CellLine {
  readonly cells: readonly Cell[];
  readonly offset: number;
  /** The last of its row of cells. */
  readonly ends: boolean;
}

function fitGrid(task: GridTask, from: number): Grid | undefined {
  const { measure, size, folds } = task;
  const all = cellLines(task);
  const widths = columnWidths(all);
  const columns = widths.length;
  const spare = measure - widths.reduce((sum, width) => sum + width, 0);
  if (columns === 0 || spare < (columns - 1) * GUTTER.least * size) return undefined;
  // The gutters share what is left, and the table stands in the middle of what they leave; a single column at the left.
  const gutter = columns > 1 ? Math.min(GUTTER.most * size, Math.floor((spare / (columns - 1)) * 4) / 4) : 0;
  const inset = columns > 1 ? Math.floor((spare - (columns - 1) * gutter) * 2) / 4 : 0;
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gutter, inset));
  const left = all.filter(({ offset }) => offset >= from);
  const lines = left.map(
    ({ cells, offset }, row): BlockLine => ({ ...joinCells(cells, { lefts, widths }), offset, row }),
  );
  const ends = left.flatMap(({ ends }, row) => (ends ? [row + 1] : []));
  return { variant: { looseness: 0, cost: 0, rows: lines.length, ending: measure, lines }, folds, ends };
}

/** The lines of all rows: a row's first cell, and behind it as many of the others as stand abreast; then the rest under those. */
function cellLines({ rows, table, setter, size, folds }: GridTask): readonly CellLine[] {
  const abreast = Math.max(1, Math.ceil((Math.max(0, ...rows.map((row) => row.length)) - 1) / folds));
  let offset = 0;
  return rows.flatMap((row, nth) => {
    const lines: { cells: Cell[]; offset: number; ends: boolean }[] = [];
    row.forEach((spans, at) => {
      const isLead = nth === 0 || (folds > 1 && at === 0);
      const line = setCell(spans, size, setter, isLead);
      const fold = at === 0 ? 0 : Math.floor((at - 1) / abreast);
      lines[fold] ??= { cells: [], offset, ends: false };
      lines[fold].cells.push({ line, column: at === 0 ? 0 : at - fold * abreast, align: table.align[at] ?? 'left' });
      offset += lengthOf([spans]);
    });
    const last = lines.at(-1);
    if (last) last.ends = true;
    return lines;
  });
}

/** UTF-16 units of a row's text. */
const lengthOf = (row: readonly (readonly Span[])[]): number =>
  row.flat().reduce((sum, { text }) => sum + text.length, 0);

function setCell(cell: readonly Span[], size: Px, setter: Setter, isHead: boolean): Line {
  const { palette } = setter;
  const strip = setter.strip(styleSpans(cell, { palette, size, ...(isHead && { face: palette.lead }) }), size);
  if (strip.count === 0) return { runs: [], width: 0, stretch: 0 };
  const measure = naturalWidth(strip, 0, strip.count);
  return setLine(strip, { from: 0, to: strip.count, measure, indent: 0, justify: false });
}

/** Whole quarter pixels, so that columns stand alike in every row. */
function columnWidths(lines: readonly CellLine[]): readonly Px[] {
  const widths: Px[] = [];
  for (const { line, column } of lines.flatMap(({ cells }) => cells))
    widths[column] = Math.max(widths[column] ?? 0, Math.ceil(line.width * 4) / 4);
  return widths;
}

interface Columns {
  readonly lefts: readonly Px[];
  readonly widths: readonly Px[];
}

function joinCells(cells: readonly Cell[], { lefts, widths }: Columns): Line {
  const runs = cells.flatMap(({ line, column, align }) => {
    const free = (widths[column] ?? 0) - line.width;
    const shift = align === 'right' ? free : align === 'center' ? free / 2 : 0;
    const x = Math.round(((lefts[column] ?? 0) + shift) * 64) / 64;
    return line.runs.map((run) => ({ ...run, x: run.x + x }));
  });
  const last = runs.at(-1);
  return { runs, width: last ? last.x + last.width : 0, stretch: 0 };
}
