/** The states of the search: which blocks a stream gives. */
import type { Rows } from '../../units.ts';
import type { Face } from '../shape/shape.ts';
import { KINDS, type Kind } from './cell.ts';
import type { Leaf } from './problem.ts';
import type { Scope } from './scope.ts';

/** A wanted face, or any. */
export type Want = Face | 4;
/** Whatever the face is. */
export const ANY: Want = 4;
const WANTS = 5;

/** A block: which set of units of which scope, how large, which faces. */
export interface State<L extends Leaf> {
  readonly scope: Scope<L>;
  readonly set: number;
  readonly columns: number;
  readonly rows: Rows;
  readonly topLeft: Want;
  readonly topRight: Want;
  readonly kind: Kind;
}

/** More rows than any page has, for keys. */
const MOST_ROWS = 1024;

/** One small number for each state of a set: maps find those fastest. */
export const keyOf = <L extends Leaf>({ columns, rows, topLeft, topRight, kind }: State<L>): number =>
  (((columns * MOST_ROWS + rows) * WANTS + topLeft) * WANTS + topRight) * KINDS.length + KINDS.indexOf(kind);
