/** The structure tree of a page before it is written into a file. */
import type { Area } from './places.ts';

/** An element; its attributes by their owner (ISO 32000-1, 14.8.5). */
export interface Element {
  readonly tag: string;
  readonly children: readonly Branch[];
  readonly alt?: string;
  readonly title?: string;
  /** Of a list: how its items are numbered. */
  readonly numbering?: 'Square' | 'Disc' | 'Decimal';
  /** True for the head of a table's column. */
  readonly heads?: boolean;
  /** What it covers, of a picture or table. */
  readonly area?: Area;
}

/** A branch of the tree, or a leaf: a number of marked content, or a link's annotation. */
export type Branch = Element | { readonly mcid: number } | { readonly link: number };

/** What a line, or a stretch of its runs, comes to in the tree. */
export type Leaves = (box: number, line: number, runs?: readonly number[]) => readonly Branch[];

/** Is there anything to hear? An empty cell of a table is kept: it holds its column. */
export const isFull = (branch: Branch): boolean =>
  !('children' in branch) || branch.children.length > 0 || branch.tag === 'TD' || branch.tag === 'TH';
