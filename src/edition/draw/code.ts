/** The dark squares of a QR code as one SVG path: their outlines, so that no seam shows between squares. */
import type { CodeBox } from '../../makeup/plan.ts';
import { decimal } from './geometry.ts';

/** Right, down, left, up: the way round a dark square with the square at the right hand. */
const STEPS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** The path of a code at its place. */
export function codePath({ x, y, width, squares }: CodeBox): string {
  const side = width / squares.length;
  const edges = new Edges(squares);
  let path = '';
  for (let start = edges.any(); start !== undefined; start = edges.any()) {
    path += `M${decimal(x + start.x * side)} ${decimal(y + start.y * side)}`;
    for (const { way, length } of edges.round(start)) {
      const moved = decimal((way < 2 ? length : -length) * side);
      path += way % 2 === 0 ? `h${moved}` : `v${moved}`;
    }
    path += 'z';
  }
  return path;
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Edges between dark and light that have not been walked yet, by the corner that they start from. */
class Edges {
  readonly #ways = new Map<number, Set<number>>();
  readonly #across: number;

  constructor(squares: readonly string[]) {
    this.#across = squares.length + 1;
    const isDark = (x: number, y: number): boolean => squares[y]?.[x] === '1';
    for (const [y, row] of squares.entries())
      for (let x = 0; x < row.length; x += 1) {
        if (!isDark(x, y)) continue;
        if (!isDark(x, y - 1)) this.#add(x, y, 0);
        if (!isDark(x + 1, y)) this.#add(x + 1, y, 1);
        if (!isDark(x, y + 1)) this.#add(x + 1, y + 1, 2);
        if (!isDark(x - 1, y)) this.#add(x, y + 1, 3);
      }
  }

  #add(x: number, y: number, way: number): void {
    const key = y * this.#across + x;
    this.#ways.set(key, (this.#ways.get(key) ?? new Set()).add(way));
  }

  /** A corner where an edge starts, the topmost first. */
  any(): Corner | undefined {
    const [key] = this.#ways.keys();
    return key === undefined ? undefined : { x: key % this.#across, y: Math.floor(key / this.#across) };
  }

  /** Walks from a corner until it comes back, takes the edges away, and tells the straight stretches. */
  *round(start: Corner): Generator<{ readonly way: number; readonly length: number }> {
    let { x, y } = start;
    let way = 0;
    let length = 0;
    do {
      const next = this.#take(x, y, way);
      if (next !== way && length > 0) {
        yield { way, length };
        length = 0;
      }
      way = next;
      length += 1;
      x += STEPS[way]?.x ?? 0;
      y += STEPS[way]?.y ?? 0;
    } while (x !== start.x || y !== start.y);
    yield { way, length };
  }

  /** The edge that leaves a corner; where two squares meet at it, the one that stays with its square. */
  #take(x: number, y: number, way: number): number {
    const key = y * this.#across + x;
    const ways = this.#ways.get(key);
    const [any = way] = ways ?? [];
    const turned = (way + 1) % 4;
    const next = ways?.has(turned) ? turned : any;
    ways?.delete(next);
    if (ways?.size === 0) this.#ways.delete(key);
    return next;
  }
}
