/**
 * The units of the house, and the two numbers that every page hangs on.
 *
 * Layout is done in CSS pixels (96 to the inch) because Chromium draws a Han character exactly only at
 * sizes that are multiples of 0.25 px; the press speaks points (72 to the inch), the paper millimetres.
 */

/** CSS pixels, 1/96 inch. */
export type Px = number;
/** PDF points, 1/72 inch. */
export type Pt = number;
/** Millimetres. */
export type Mm = number;
/** Whole lines of the body grid, 18 px each; row 0 is the first line of the type area. */
export type Rows = number;
/** Thousandths of an em of the run's own size. */
export type Mils = number;

/** Body size: 小五, 9 pt. One character of the grid; also the gutter. Never changed to make copy fit (R06). */
export const BODY: Px = 12;
/** Body leading: 13.5 pt. One row of the grid. */
export const PITCH: Px = 18;

/** Millimetres to CSS pixels. */
export const mmToPx = (mm: Mm): Px => (mm * 96) / 25.4;
/** CSS pixels to millimetres. */
export const pxToMm = (px: Px): Mm => (px * 25.4) / 96;
/** Millimetres to PDF points. */
export const mmToPt = (mm: Mm): Pt => (mm * 72) / 25.4;
/** CSS pixels to PDF points. */
export const pxToPt = (px: Px): Pt => px * 0.75;
