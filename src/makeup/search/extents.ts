/** What is asked of cells most often, as columns by set and width: most pairs of blocks are refused here, and neither cell is looked at. */
import type { Cell, Kind } from './cell.ts';
import type { Costs } from './costs.ts';

/** Heights and least cost of one kind of block, at set × `stride` + width. */
export interface Extent {
  readonly low: Int16Array;
  readonly high: Int16Array;
  /** Least cost at the price of a cell, infinite where there is no block. */
  readonly priced: Float64Array;
}

/** The extents of all cells of a scope. */
export class Extents implements Readonly<Record<Kind, Extent>> {
  readonly stride: number;
  readonly all: Extent;
  readonly noStack: Extent;
  readonly noSide: Extent;

  constructor(sets: number, columns: number) {
    this.stride = columns + 1;
    const cells = sets * this.stride;
    this.all = nothing(cells);
    this.noStack = nothing(cells);
    this.noSide = nothing(cells);
  }

  set(set: number, columns: number, cell: Cell): void {
    const at = set * this.stride + columns;
    put(this.all, at, cell, cell.priced.all);
    put(this.noStack, at, cell.noStack, cell.priced.noStack);
    put(this.noSide, at, cell.noSide, cell.priced.noSide);
  }
}

/** No block in any cell: each is lowest beyond its highest. */
const nothing = (cells: number): Extent => ({
  low: new Int16Array(cells).fill(1),
  high: new Int16Array(cells),
  priced: new Float64Array(cells).fill(Number.POSITIVE_INFINITY),
});

function put(extent: Extent, at: number, { low, high }: Pick<Costs, 'low' | 'high'>, priced: number): void {
  extent.low[at] = low;
  extent.high[at] = high;
  extent.priced[at] = priced;
}
