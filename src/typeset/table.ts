/**
 * Tables on the body grid: one row of cells to a row of the page, columns as wide as their widest cell. A table that
 * does not fit the measure even in small type is set as text, a row of cells a paragraph.
 */
import type { Block, Span } from '../issue/model.ts';
import { BODY, type Px } from '../units.ts';
import { naturalWidth } from './cost.ts';
import { setLine } from './line.ts';
import type { BlockLine, Line, Variant } from './model.ts';
import type { Setter } from './setter.ts';
import { styleSpans } from './style.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Body size, 六号 and 小六: the sizes that a table may have. */
const SIZES: readonly Px[] = [BODY, 10.5, 9];
/** Least gap between columns, ems of the table's size. */
const GUTTER = 1;

/** Rows of a table, the head first. */
export const tableRows = (table: Table): readonly (readonly (readonly Span[])[])[] =>
  [table.head, ...table.rows].filter((row) => row.length > 0);

/**
 * A table at a measure, one variant; undefined when its cells do not fit side by side.
 * @param from offset into the table's text at whose row it goes on
 */
export function setTable(table: Table, setter: Setter, measure: Px, from = 0): Variant | undefined {
  const rows = tableRows(table);
  const offsets = rows.map((_, at) => rows.slice(0, at).reduce((sum, row) => sum + lengthOf(row), 0));
  for (const size of SIZES) {
    const cells = rows.map((row, index) => row.map((cell) => setCell(cell, size, setter, index === 0)));
    const widths = columnWidths(cells);
    const columns = widths.length;
    const spare = measure - widths.reduce((sum, width) => sum + width, 0);
    if (columns === 0 || spare < (columns - 1) * GUTTER * size) continue;
    // The gutters share what is left; a single column keeps it at its right.
    const gutter = columns > 1 ? Math.floor((spare / (columns - 1)) * 4) / 4 : 0;
    const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gutter, 0));
    const lines = cells
      .map((row, index) => ({ ...joinCells(row, { lefts, widths, align: table.align }), offset: offsets[index] ?? 0 }))
      .filter(({ offset }) => offset >= from)
      .map((line, row): BlockLine => ({ ...line, row }));
    return { looseness: 0, cost: 0, rows: lines.length, ending: measure, lines };
  }
  return undefined;
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
function columnWidths(rows: readonly (readonly Line[])[]): readonly Px[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => {
    const widest = Math.max(0, ...rows.map((row) => row[at]?.width ?? 0));
    return Math.ceil(widest * 4) / 4;
  });
}

interface Columns {
  readonly lefts: readonly Px[];
  readonly widths: readonly Px[];
  readonly align: Table['align'];
}

function joinCells(row: readonly Line[], { lefts, widths, align }: Columns): Line {
  const runs = row.flatMap((cell, at) => {
    const left = lefts[at] ?? 0;
    const free = (widths[at] ?? 0) - cell.width;
    const shift = align[at] === 'right' ? free : align[at] === 'center' ? free / 2 : 0;
    const x = Math.round((left + shift) * 64) / 64;
    return cell.runs.map((run) => ({ ...run, x: run.x + x }));
  });
  const last = runs.at(-1);
  return { runs, width: last ? last.x + last.width : 0, stretch: 0 };
}
