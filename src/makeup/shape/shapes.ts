/** The shapes of one width and height, cheapest first: all are known by their cost and faces, a shape is made when somebody asks for it. */
import type { Rows } from '../../units.ts';
import type { Leaves } from '../search/problem.ts';
import type { HeadFamily } from './families.ts';
import { type Geometries, geometryAt } from './kept.ts';
import { legHeights } from './legs.ts';
import type { Face, Shape } from './shape.ts';

/** The choices of family and air over some geometries. */
export class Shapes implements Leaves<Shape> {
  readonly #geometries: Geometries;
  readonly #columns: number;
  readonly #rows: Rows;
  readonly #costs: number[] = [];
  readonly #faces: number[] = [];
  readonly #at: number[] = [];
  readonly #airs: Rows[] = [];
  readonly #families: HeadFamily[] = [];
  /** From the cheapest, once all are offered. */
  #order: readonly number[] = [];
  readonly #made: Shape[] = [];

  constructor(geometries: Geometries, columns: number, rows: Rows) {
    this.#geometries = geometries;
    this.#columns = columns;
    this.#rows = rows;
  }

  /** A geometry under a head of a family, with some rows of air. */
  offer(at: number, air: Rows, family: HeadFamily, faces: number, cost: number): void {
    this.#at.push(at);
    this.#airs.push(air);
    this.#families.push(family);
    this.#faces.push(faces);
    this.#costs.push(cost);
  }

  /** The same, in order. */
  sorted(): this {
    const costs = this.#costs;
    this.#order = [...costs.keys()].sort((a, b) => (costs[a] as number) - (costs[b] as number));
    return this;
  }

  get count(): number {
    return this.#order.length;
  }

  cost(nth: number): number {
    return this.#costs[this.#order[nth] as number] as number;
  }

  faces(nth: number): number {
    return this.#faces[this.#order[nth] as number] as number;
  }

  leaf(nth: number): Shape {
    this.#made[nth] ??= this.#make(this.#order[nth] as number);
    return this.#made[nth];
  }

  #make(choice: number): Shape {
    const air = this.#airs[choice] as Rows;
    const geometry = geometryAt(this.#geometries, this.#at[choice] as number, this.#rows - air);
    const faces = this.#faces[choice] as number;
    return {
      ...geometry,
      rows: this.#rows,
      air,
      legs: legHeights(geometry),
      columns: this.#columns,
      cost: this.#costs[choice] as number,
      family: this.#families[choice] as HeadFamily,
      topLeft: (faces >> 2) as Face,
      topRight: (faces & 3) as Face,
    };
  }
}
