/** Transformation matrices [a b c d e f] of ISO 32000-1, 8.3.3: points are rows, so the first step stands on the left. */

/** A transformation as `cm` has it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Leaves every point where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Six numbers as a matrix; 0 for one that is not there. */
export const matrixOf = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f];

/** First `m`, then `n`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** Length that one unit across the baseline gets: what a type size is multiplied with. */
export const heightScale = (m: Matrix): number => Math.hypot(m[2], m[3]);

/** Side of the square that a unit square gets the area of: what a line width is multiplied with. */
export const meanScale = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
