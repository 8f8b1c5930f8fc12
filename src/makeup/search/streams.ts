/**
 * Pages in the order of their cost, made one at a time: k best derivations, lazily (Huang and Chiang, IWPT 2005,
 * algorithm 3), over the tables of `tables.ts`. Leaves are proved (poured) only when a page that is wanted needs them,
 * so a stream sorts by the bound until the truth is known and by the truth afterwards.
 */
import type { Rows } from '../../units.ts';
import { agree, type Face } from '../shape/shape.ts';
import { GroupCandidate, type Line, leafFrom, PairCandidate } from './candidates.ts';
import type { Cell, Kind } from './cell.ts';
import { type Costs, costAt, leastAt } from './costs.ts';
import type { Group, Leaf, Problem } from './problem.ts';
import type { Scope } from './scope.ts';
import { ANY, keyOf, type State, type Want } from './state.ts';
import { LazyStream, type Stream, type Work } from './stream.ts';

const FACES: readonly Face[] = [0, 1, 2, 3];
/** Pairs of faces that may meet at a cut. */
const AGREEING = FACES.flatMap((near) => FACES.filter((far) => agree(near, far)).map((far) => [near, far] as const));

/** All streams of one problem and its tables. */
export class Streams<L extends Leaf> {
  readonly problem: Problem<L>;
  /** By scope, set and `keyOf`. */
  readonly #streams = new Map<Scope<L>, (Map<number, Stream<L>> | undefined)[]>();
  readonly #proved: Map<L, L | undefined>;
  readonly #work: Work;

  /** `proved` carries leaves proved in an earlier round over; `work` is shared by all rounds. */
  constructor(problem: Problem<L>, proved: Map<L, L | undefined>, work: Work) {
    this.problem = problem;
    this.#work = work;
    this.#proved = proved;
  }

  /** Pages of a set of the page's units, cheapest first. */
  pages(scope: Scope<L>, set: number): Stream<L> {
    const { columns, rows } = this.problem;
    return this.of({ scope, set, columns, rows, topLeft: ANY, topRight: ANY, kind: 'all' });
  }

  /** Blocks of a state, cheapest first. */
  of(state: State<L>): Stream<L> {
    const key = keyOf(state);
    const streams = this.#ofSet(state);
    const known = streams.get(key);
    if (known) return known;
    const most = state.scope.limit(state.set, state.columns * state.rows);
    const stream = new LazyStream((line) => this.#start(state, line), most, this.problem, this.#work);
    streams.set(key, stream);
    return stream;
  }

  #ofSet({ scope, set }: State<L>): Map<number, Stream<L>> {
    const known = this.#streams.get(scope);
    const sets = known ?? [];
    if (!known) this.#streams.set(scope, sets);
    sets[set] ??= new Map();
    return sets[set];
  }

  /** Least cost of a state by the tables. */
  bound({ scope, set, columns, rows, topLeft, topRight, kind }: State<L>): number {
    return leastOf(scope.cells[set]?.[columns], kind, rows, topLeft, topRight);
  }

  /** A leaf at its true cost; undefined when it cannot be made. */
  proved(item: number, leaf: L): L | undefined {
    if (!this.#proved.has(leaf)) this.#proved.set(leaf, this.problem.items[item]?.prove(leaf));
    return this.#proved.get(leaf);
  }

  /** Puts the first candidates of a state in line. */
  #start(state: State<L>, line: Line<L>): void {
    if (this.bound(state) === Number.POSITIVE_INFINITY) return;
    if ((state.set & (state.set - 1)) === 0) {
      const index = 31 - Math.clz32(state.set);
      const unit = state.scope.units[index];
      if (typeof unit === 'number') this.#leaves(state, unit, line);
      else if (unit) this.#grouped(state, unit, state.scope.inside[index], line);
      return;
    }
    if (state.kind !== 'noStack') this.#stacks(state, line);
    if (state.kind !== 'noSide') this.#sides(state, line);
  }

  #leaves(state: State<L>, item: number, line: Line<L>): void {
    const leaves = this.problem.items[item]?.leaves(state.columns, state.rows);
    if (leaves) leafFrom(this, { item, leaves, of: state }, 0, line);
  }

  #grouped(state: State<L>, group: Group<L>, scope: Scope<L> | undefined, line: Line<L>): void {
    const headRows = group.headRows(state.columns);
    if (!scope || headRows === undefined) return;
    const faces = group.face === undefined ? {} : { topLeft: ANY, topRight: ANY };
    const set = (1 << scope.units.length) - 1;
    const inside: State<L> = { ...state, ...faces, scope, set, rows: state.rows - headRows, kind: 'all' };
    const bound = this.bound(inside);
    line.push(new GroupCandidate(this.of(inside), group, headRows, state, 0, bound), bound);
  }

  #stacks(state: State<L>, line: Line<L>): void {
    const { scope, set, columns, rows, topLeft, topRight } = state;
    const limit = scope.limit(set, columns * rows);
    for (let top = (set - 1) & set; top > 0; top = (top - 1) & set) {
      const bottom = set & ~top;
      const over = scope.cells[top]?.[columns]?.noStack;
      const under = scope.cells[bottom]?.[columns]?.under;
      if (!over || !under) continue;
      const least = Math.max(over.low, rows - under.high);
      const most = Math.min(over.high, rows - under.low);
      if (least > most) continue;
      const cut = this.problem.stackCost(scope.items[top] as number, scope.items[bottom] as number, columns);
      for (let above = least; above <= most; above += 1) {
        const bound = leastWith(over, above, topLeft, topRight) + leastAt(under, rows - above) + cut;
        if (!(bound <= limit)) continue;
        const where = { kind: 'stack', set: top, at: above, near: ANY, far: ANY, cut } as const;
        line.push(new PairCandidate(this, state, where, bound), bound);
      }
    }
  }

  #sides(state: State<L>, line: Line<L>): void {
    const { scope, set, columns, rows, topLeft, topRight } = state;
    const limit = scope.limit(set, columns * rows);
    for (let left = (set - 1) & set; left > 0; left = (left - 1) & set) {
      const right = set & ~left;
      for (let at = 1; at < columns; at += 1) {
        const one = scope.cells[left]?.[at]?.noSide;
        const two = scope.cells[right]?.[columns - at];
        if (!one || !two) continue;
        const least = leastWith(one, rows, topLeft, ANY) + leastOf(two, 'all', rows, ANY, topRight);
        if (!(least <= limit)) continue;
        const cut = this.problem.sideCost(scope.items[left] as number, scope.items[right] as number, rows, at);
        if (!(least + cut <= limit)) continue;
        for (const [near, far] of AGREEING) {
          const bound = leastWith(one, rows, topLeft, near) + leastOf(two, 'all', rows, far, topRight) + cut;
          if (bound <= limit)
            line.push(new PairCandidate(this, state, { kind: 'side', set: left, at, near, far, cut }, bound), bound);
        }
      }
    }
  }
}

/** Least cost of a kind of block at a height with the wanted faces. */
function leastOf(cell: Cell | undefined, kind: Kind, rows: Rows, topLeft: Want, topRight: Want): number {
  if (!cell) return Number.POSITIVE_INFINITY;
  if (kind !== 'all') return leastWith(cell[kind], rows, topLeft, topRight);
  const least = leastWith(cell.noStack, rows, topLeft, topRight);
  return cell.noSide === cell.noStack ? least : Math.min(least, leastWith(cell.noSide, rows, topLeft, topRight));
}

/** Least cost at a height with the wanted faces. */
function leastWith(costs: Costs, rows: Rows, topLeft: Want, topRight: Want): number {
  if (rows < costs.low || rows > costs.high) return Number.POSITIVE_INFINITY;
  if (topLeft === ANY && topRight === ANY) return leastAt(costs, rows);
  let least = Number.POSITIVE_INFINITY;
  for (let left = topLeft === ANY ? 0 : topLeft; left <= (topLeft === ANY ? 3 : topLeft); left += 1)
    for (let right = topRight === ANY ? 0 : topRight; right <= (topRight === ANY ? 3 : topRight); right += 1)
      least = Math.min(least, costAt(costs, rows, left * 4 + right));
  return least;
}
