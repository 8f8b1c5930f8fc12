/**
 * How thick a painted path is: a rule drawn as a filled rectangle, or a frame drawn as two nested ones, must overprint
 * like a stroked line of that weight.
 */
import type { Matrix } from './matrix.ts';

interface Subpath {
  area: number;
  length: number;
  left: number;
  right: number;
  bottom: number;
  top: number;
  x: number;
  y: number;
  readonly startX: number;
  readonly startY: number;
}

/** Collects one path in points of the page; curves count as their control polygons. */
export class Outline {
  readonly #subpaths: Subpath[] = [];
  readonly #matrix: Matrix;

  constructor(matrix: Matrix) {
    this.#matrix = matrix;
  }

  move(x: number, y: number): void {
    const [px, py] = this.#place(x, y);
    this.#begin(px, py);
  }

  line(x: number, y: number): void {
    const [px, py] = this.#place(x, y);
    const path = this.#subpaths.at(-1) ?? this.#begin(px, py);
    extend(path, px, py);
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.move(x, y);
    this.line(x + width, y);
    this.line(x + width, y + height);
    this.line(x, y + height);
  }

  /** Thickness in points of what a fill of the path covers: its thickest part. */
  thickness(evenOdd: boolean): number {
    for (const path of this.#subpaths) extend(path, path.startX, path.startY);
    const [first, second] = this.#subpaths;
    if (first && second && this.#subpaths.length === 2 && (contains(first, second) || contains(second, first))) {
      const hollow = evenOdd || first.area * second.area < 0;
      const area = hollow
        ? Math.abs(Math.abs(first.area) - Math.abs(second.area))
        : Math.max(Math.abs(first.area), Math.abs(second.area));
      return strip(area, first.length + second.length);
    }
    return Math.max(0, ...this.#subpaths.map((path) => strip(Math.abs(path.area), path.length)));
  }

  #begin(x: number, y: number): Subpath {
    const path = { area: 0, length: 0, left: x, right: x, bottom: y, top: y, x, y, startX: x, startY: y };
    this.#subpaths.push(path);
    return path;
  }

  #place(x: number, y: number): readonly [number, number] {
    const m = this.#matrix;
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
  }
}

function extend(path: Subpath, x: number, y: number): void {
  path.area += ((path.x - path.startX) * (y - path.startY) - (x - path.startX) * (path.y - path.startY)) / 2;
  path.length += Math.hypot(x - path.x, y - path.y);
  path.left = Math.min(path.left, x);
  path.right = Math.max(path.right, x);
  path.bottom = Math.min(path.bottom, y);
  path.top = Math.max(path.top, y);
  path.x = x;
  path.y = y;
}

const contains = (outer: Subpath, inner: Subpath): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.bottom <= inner.bottom && outer.top >= inner.top;

/** The short side of the rectangle with this area and perimeter. */
function strip(area: number, perimeter: number): number {
  const half = perimeter / 2;
  const root = half * half - 4 * area;
  return root <= 0 ? half / 2 : (half - Math.sqrt(root)) / 2;
}
