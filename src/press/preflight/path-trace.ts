/** The outline of a path as the preflight sees it: each part by the rectangle around it. */
import type { Extent } from './marks.ts';

type Point = readonly [number, number];

/** A path while it is built; its parts are told when it is painted. */
export class PathTrace {
  readonly #parts: { left: number; right: number; bottom: number; top: number }[] = [];

  move([x, y]: Point): void {
    this.#parts.push({ left: x, right: x, bottom: y, top: y });
  }

  to([x, y]: Point): void {
    const part = this.#parts.at(-1);
    if (!part) {
      this.move([x, y]);
      return;
    }
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x);
    part.bottom = Math.min(part.bottom, y);
    part.top = Math.max(part.top, y);
  }

  box(one: Point, other: Point): void {
    this.move(one);
    this.to(other);
  }

  extent(): Extent {
    return {
      left: Math.min(...this.#parts.map(({ left }) => left)),
      right: Math.max(...this.#parts.map(({ right }) => right)),
      bottom: Math.min(...this.#parts.map(({ bottom }) => bottom)),
      top: Math.max(...this.#parts.map(({ top }) => top)),
    };
  }

  /** Points: the short side of the thickest part; of one rectangle inside another, the line between them. */
  thickness(): number {
    const [outer, inner] = [...this.#parts].sort((one, two) => two.right - two.left - (one.right - one.left));
    if (
      outer &&
      inner &&
      this.#parts.length === 2 &&
      inner.left >= outer.left &&
      inner.right <= outer.right &&
      inner.top <= outer.top &&
      inner.bottom >= outer.bottom
    )
      return Math.max(
        inner.left - outer.left,
        outer.right - inner.right,
        outer.top - inner.top,
        inner.bottom - outer.bottom,
      );
    return Math.max(0, ...this.#parts.map(({ left, right, bottom, top }) => Math.min(right - left, top - bottom)));
  }
}
