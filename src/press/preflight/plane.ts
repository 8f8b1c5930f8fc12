/** Matrices and rectangles, for the preflight. */
import type { PDFObject } from '@cantoo/pdf-lib';
import type { Extent } from './marks.ts';
import { asNumbers, dig } from './objects.ts';
import type { Value } from './tokens.ts';

/** A transformation, as `cm` has it. */
export type Six = readonly [number, number, number, number, number, number];

/** Leaves every point where it is. */
export const UNIT: Six = [1, 0, 0, 1, 0, 0];

/** An operand as a number; 0 where it is none. */
export function num(args: readonly Value[], at: number): number {
  const value = args[at];
  return typeof value === 'number' ? value : 0;
}

/** Six operands. */
export const six = (args: readonly Value[]): Six => [
  num(args, 0),
  num(args, 1),
  num(args, 2),
  num(args, 3),
  num(args, 4),
  num(args, 5),
];

/** The matrix of a form or a pattern. */
export function matrixIn(object: PDFObject): Six {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = asNumbers(dig(object, 'Matrix'));
  return [a, b, c, d, e, f];
}

/** First `m`, then `n`. */
export const times = (m: Six, n: Six): Six => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** The matrix after a step in its own coordinates, as `Td` takes one. */
export const moved = (m: Six, x: number, y: number): Six => [
  m[0],
  m[1],
  m[2],
  m[3],
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** A point moved by a matrix. */
export const at = (m: Six, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The rectangle around points. */
export function around(points: readonly (readonly [number, number])[]): Extent {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}
