/**
 * The page grid: basic columns (基本栏), rows, and the exact widths between them (破栏).
 * Widths in characters: n basic columns of m characters with a gutter of one hold n(m + 1) − 1 (长栏).
 */
import type { Format } from '../issue/model.ts';
import { BODY, PITCH, type Px, type Rows } from '../units.ts';
import type { Grid, Module } from './plan.ts';

/** Shortest and longest body line of news and, longest, of comment: characters (house). */
export const MEASURES = { least: 11, most: 27, comment: 34 } as const;

/** The grid of a page format. */
export const gridOf = (format: Format): Grid => ({
  columns: format.columns,
  rows: format.rows,
  measure: format.measure,
});

/** Width of `columns` basic columns with the gutters between them. */
export const spanWidth = (grid: Grid, columns: number): Px => (columns * (grid.measure + 1) - 1) * BODY;

/** True for a page larger than a tabloid: eight columns of a hundred lines against six of seventy-two. */
export const isLarge = ({ columns, rows }: Grid): boolean => columns * rows > 600;

/** Left edge of a basic column from the left of the type area. */
export const columnLeft = (grid: Grid, column: number): Px => column * (grid.measure + 1) * BODY;

/** Top of a row from the top of the type area. */
export const rowTop = (row: Rows): Px => row * PITCH;

/** A block's rectangle in the type area, CSS px. */
export const areaOf = (
  { column, row, columns, rows }: Pick<Module, 'column' | 'row' | 'columns' | 'rows'>,
  grid: Grid,
): { readonly x: Px; readonly y: Px; readonly width: Px; readonly height: Px } => ({
  x: columnLeft(grid, column),
  y: rowTop(row),
  width: spanWidth(grid, columns),
  height: rows * PITCH,
});

/** Legs of equal measure that fill a width exactly. */
export interface LegPlan {
  readonly legs: number;
  /** Characters to a line. */
  readonly measure: number;
}

/**
 * Every way to divide `columns` basic columns, `inset` characters taken off each side, into legs of 11 to `most`
 * characters with gutters of one: k legs hold (n(m + 1) − 1 − 2·inset − (k − 1)) / k characters, kept where that
 * comes out exact (破栏公式). The house's own measure is always among them, however narrow the grid.
 */
export function legPlans(grid: Grid, columns: number, inset: number, most: number): readonly LegPlan[] {
  const characters = columns * (grid.measure + 1) - 1 - 2 * inset;
  const plans: LegPlan[] = [];
  for (let legs = 1; legs <= characters; legs += 1) {
    const measure = (characters - (legs - 1)) / legs;
    const house = inset === 0 && legs === columns;
    if (!Number.isInteger(measure)) continue;
    if (house || (measure >= MEASURES.least && measure <= most)) plans.push({ legs, measure });
  }
  return plans;
}

/** Width of `legs` neighbouring legs of one measure with the gutters between them. */
export const legsWidth = (legs: number, measure: number): Px => (legs * (measure + 1) - 1) * BODY;
