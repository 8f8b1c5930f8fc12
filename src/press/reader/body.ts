/**
 * The body text of a story in the structure tree: paragraphs that run on from leg to leg, lists with their items, tables with
 * rows and cells, footnotes. Made from set lines alone; a jumped story's second part begins where its first one ended.
 */
import type { Box } from '../../makeup/plan.ts';
import type { LegLine, Run, SetBlockKind } from '../../typeset/model.ts';
import type { Branch, Element, Leaves } from './branch.ts';
import { type Area, linesOf } from './places.ts';

/** A line of body text: its box among the module's, and its number in the box. */
interface BodyLine {
  readonly box: number;
  readonly at: number;
  readonly line: LegLine;
  readonly area: Area;
}

/** A block's lines, from however many legs. */
type SetLines = readonly [BodyLine, ...BodyLine[]];

/** Branches of all legs among these boxes, in reading order. */
export function bodyBranches(boxes: readonly Box[], leaves: Leaves, level: number): readonly Branch[] {
  return blocksOf(boxes).map((lines) => blockBranch(lines, leaves, level));
}

/** Lines by block: a block that goes on in the next leg is one. */
function blocksOf(boxes: readonly Box[]): readonly SetLines[] {
  const blocks: [BodyLine, ...BodyLine[]][] = [];
  for (const [box, one] of boxes.entries()) {
    if (one.kind !== 'leg') continue;
    const areas = linesOf(one);
    for (const [at, line] of one.lines.entries()) {
      const placed = { box, at, line, area: areas[at] ?? one };
      const open = blocks.at(-1);
      const before = open?.at(-1)?.line;
      if (open && before && !line.opens && before.block === line.block && before.kind === line.kind) open.push(placed);
      else blocks.push([placed]);
    }
  }
  return blocks;
}

const TAGS: Readonly<Partial<Record<SetBlockKind, string>>> = { footnote: 'Note' };

function blockBranch(lines: SetLines, leaves: Leaves, level: number): Branch {
  const [{ line }] = lines;
  const text = (): readonly Branch[] => lines.flatMap(({ box, at }) => leaves(box, at));
  switch (line.kind) {
    case 'subhead':
      return { tag: `H${level}`, children: text() };
    case 'quote':
      return { tag: 'BlockQuote', children: [{ tag: 'P', children: text() }] };
    case 'list':
      return list(lines, leaves);
    case 'table':
    case 'table-folded':
      return table(lines, leaves) ?? { tag: 'P', children: text() };
    default:
      return { tag: TAGS[line.kind] ?? 'P', children: text() };
  }
}

/** A square, a point or a number that the program set before an item. */
const isMark = ({ text, source }: Run): boolean => source !== undefined && /^(?:[■•]|\d+\.)\s*$/.test(text);

/** A mark opens an item; lines before the first one go on with an item of the page before. */
function list(lines: SetLines, leaves: Leaves): Branch {
  const items: { readonly mark: readonly Branch[]; readonly body: Branch[] }[] = [];
  for (const { box, at, line } of lines) {
    const [first, ...others] = line.runs.keys();
    const opens = first !== undefined && line.runs[first] !== undefined && isMark(line.runs[first]);
    if (opens) items.push({ mark: leaves(box, at, [first]), body: [] });
    else if (items.length === 0) items.push({ mark: [], body: [] });
    items.at(-1)?.body.push(...leaves(box, at, opens ? others : undefined));
  }
  const mark = lines.map(({ line }) => line.runs[0]).find((run) => run !== undefined && isMark(run))?.text ?? '';
  return {
    tag: 'L',
    numbering: /\d/.test(mark) ? 'Decimal' : mark.startsWith('•') ? 'Disc' : 'Square',
    children: items.map(({ mark: label, body }) => ({
      tag: 'LI',
      children: [...(label.length > 0 ? [{ tag: 'Lbl', children: label }] : []), { tag: 'LBody', children: body }],
    })),
  };
}

/** Air that no cell of a table has inside, ems: between columns there is at least one. */
const BETWEEN = 0.9;

/**
 * Rows and cells of a table that is set as a grid. The compositor leaves an em between columns at least and never so much
 * inside a cell, so the columns are where all rows have text, one under the other. A folded row is one of several lines.
 * @returns undefined for a table of one column.
 */
function table(lines: SetLines, leaves: Leaves): Branch | undefined {
  const columns = columnsOf(lines.flatMap(({ line }) => line.runs));
  const [names, ...others] = columns;
  if (names === undefined || others.length === 0) return undefined;
  const rows = rowsOf(lines, names).map((row) =>
    row.flatMap((line, fold) =>
      (fold === 0 ? columns : others).map((column) => cellOf(line, column, { isHead: row[0].line.opens, leaves })),
    ),
  );
  // A row's last line has places that no row fills.
  const isFilled = (at: number): boolean => rows.some((cells) => (cells[at]?.children.length ?? 0) > 0);
  const children = rows.map((cells): Branch => ({ tag: 'TR', children: cells.filter((_, at) => isFilled(at)) }));
  return { tag: 'Table', children, area: around(lines.map(({ area }) => area)) };
}

/** The lines of each row; those of a folded one under the first, which names it. */
function rowsOf(lines: SetLines, names: Column): readonly SetLines[] {
  const rows: [BodyLine, ...BodyLine[]][] = [];
  for (const one of lines) {
    const row = rows.at(-1);
    const goesOn = one.line.kind === 'table-folded' && !one.line.runs.some(({ x }) => x < names.right);
    if (row && goesOn) row.push(one);
    else rows.push([one]);
  }
  return rows;
}

function cellOf(
  { box, at, line }: BodyLine,
  { left, right }: Column,
  { isHead, leaves }: { readonly isHead: boolean; readonly leaves: Leaves },
): Element {
  const runs = [...line.runs.entries()].flatMap(([index, { x }]) => (x >= left && x < right ? [index] : []));
  const children = runs.length > 0 ? leaves(box, at, runs) : [];
  return isHead ? { tag: 'TH', heads: true, children } : { tag: 'TD', children };
}

interface Column {
  readonly left: number;
  readonly right: number;
}

function columnsOf(runs: readonly Run[]): readonly Column[] {
  const columns: { left: number; right: number }[] = [];
  for (const { x, width, size } of [...runs].sort((one, other) => one.x - other.x)) {
    const last = columns.at(-1);
    if (last && x - last.right < BETWEEN * size) last.right = Math.max(last.right, x + width);
    else columns.push({ left: x, right: x + width });
  }
  return columns;
}

function around(areas: readonly Area[]): Area {
  const left = Math.min(...areas.map(({ x }) => x));
  const top = Math.min(...areas.map(({ y }) => y));
  const right = Math.max(...areas.map(({ x, width }) => x + width));
  const bottom = Math.max(...areas.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
