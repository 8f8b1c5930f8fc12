/**
 * What the make-up knows of a galley before it pours it: how many rows it can take, and the least that each number of
 * rows costs. Both are bounds that a pour can never beat, so that a search by them proves something.
 */
import type { Galley, SetBlock, Variant } from '../../typeset/model.ts';
import { pour } from '../../typeset/pour.ts';
import type { Rows } from '../../units.ts';
import { ownLinesPoints } from './terms.ts';

/** Bounds of one galley. */
export interface GalleyBounds {
  readonly galley: Galley;
  /** Points of tables that the measure cannot hold, and of verse that it turns over (R69). */
  readonly ownLines: number;
  /** Fewest and most rows of text in `legs` legs, blank rows at leg heads dropped. */
  least(legs: number): Rows;
  readonly most: Rows;
  /** Least demerits of a pour into a capacity of `rows` in `legs` legs, the shortfall of the last included; infinite where none exists. */
  cost(rows: Rows, legs: number): number;
  /** The same of legs of one depth: exact where a table or a stanza that a leg should hold whole leaves the text little freedom. */
  evenCost(depth: Rows, legs: number): number;
}

/** Most legs that a story has. */
const MOST_LEGS = 40;

/** Reads the bounds out of the variants of the blocks; `shortCost` is what each row costs that the last leg is short. */
export function boundsOf(galley: Galley, shortCost: number): GalleyBounds {
  const { saving, adding } = deltas(galley);
  const airs = galley.blocks.map(droppedAtHead).filter((air) => air > 0);
  const dropped = sums(airs.sort((a, b) => b - a));
  const best = galley.rows.best;
  const droppedIn = (legs: number): Rows => dropped[Math.min(legs, dropped.length - 1)] ?? 0;
  const least = (legs: number): Rows => galley.rows.min - droppedIn(legs);
  /** Of a number of rows that the galley can take. */
  const set = (rows: Rows, air: Rows): number => {
    const squeeze = best - rows - air;
    if (squeeze > 0) return saving[Math.min(squeeze, saving.length - 1)] ?? 0;
    return rows > best ? (adding[Math.min(rows - best, adding.length - 1)] ?? 0) : 0;
  };
  const known: Float64Array[] = [];
  const cost = (rows: Rows, legs: number): number => {
    if (rows < 0 || rows > galley.rows.max + MOST_LEGS) return Number.POSITIVE_INFINITY;
    known[legs] ??= new Float64Array(galley.rows.max + MOST_LEGS + 1).fill(Number.NaN);
    const kept = known[legs][rows] as number;
    if (!Number.isNaN(kept)) return kept;
    const air = droppedIn(legs);
    const shortest = galley.rows.min - air;
    let cheapest = Number.POSITIVE_INFINITY;
    for (let short = Math.max(0, rows - galley.rows.max); short < legs && rows - short >= shortest; short += 1)
      cheapest = Math.min(cheapest, set(rows - short, air) + short * shortCost);
    known[legs][rows] = cheapest;
    return cheapest;
  };
  const isStiff = galley.blocks.some(({ parted = 0 }) => parted > 0);
  const poured = new Map<number, number>();
  const evenCost = (depth: Rows, legs: number): number => {
    const bound = cost(depth * legs, legs);
    if (!isStiff || bound === Number.POSITIVE_INFINITY) return bound;
    const key = depth * MOST_LEGS + legs;
    const exact = poured.get(key) ?? pourCost(galley, new Array<Rows>(legs).fill(depth), shortCost);
    poured.set(key, exact);
    return Math.max(bound, exact);
  };
  return { galley, ownLines: ownLinesPoints(galley), least, most: galley.rows.max, cost, evenCost };
}

/** Demerits of the pour into legs; infinite where there is none. */
function pourCost(galley: Galley, legs: readonly Rows[], shortCost: number): number {
  const made = pour(galley, legs);
  return made ? made.cost + made.short * shortCost : Number.POSITIVE_INFINITY;
}

/** Rows that a block takes less, at least, where it opens a leg. */
function droppedAtHead({ variants }: SetBlock): Rows {
  const atHead = variants.map(({ rows, headAir = 0 }) => rows - headAir);
  return Math.min(...variants.map(({ rows }) => rows)) - Math.min(...atHead);
}

/** Least demerits for n rows fewer, and n rows more, than the best setting: cheapest blocks first. */
function deltas(galley: Galley): { saving: readonly number[]; adding: readonly number[] } {
  const fewer: number[] = [];
  const more: number[] = [];
  for (const { variants } of galley.blocks) {
    addPrices(variants, -1, fewer);
    addPrices(variants, 1, more);
  }
  return { saving: sums(fewer.sort((a, b) => a - b)), adding: sums(more.sort((a, b) => a - b)) };
}

/** Adds what each row costs that a block can give in a direction, at least. */
function addPrices([usual, ...others]: readonly Variant[], direction: -1 | 1, prices: number[]): void {
  if (!usual) return;
  let reach = 0;
  let cheapest = Number.POSITIVE_INFINITY;
  for (const { rows, cost } of others) {
    const given = direction * (rows - usual.rows);
    if (given <= 0) continue;
    reach = Math.max(reach, given);
    cheapest = Math.min(cheapest, cost - usual.cost);
  }
  for (let row = 0; row < reach; row += 1) prices.push(Math.max(0, cheapest / reach));
}

/** Sums of the first n numbers. */
function sums(numbers: readonly number[]): readonly number[] {
  const running = [0];
  let sum = 0;
  for (const number of numbers) {
    sum += number;
    running.push(sum);
  }
  return running;
}

/** Lines that a jumped story shows at least before the jump, and after it (R40: four and six inches). */
export const JUMP_LINES = { before: 24, after: 36 } as const;
/** Points of carrying the whole story over; a part of it costs its share. */
const CARRY_DEMERITS = 150;

/**
 * Bounds of a story that goes on elsewhere: any capacity that leaves lines enough on both sides. The last row of the
 * last leg is the jump line's.
 */
export function openBounds(bounds: GalleyBounds): GalleyBounds {
  const total = bounds.galley.rows.best;
  const most = total - JUMP_LINES.after + 1;
  const cost = (rows: Rows): number =>
    rows <= JUMP_LINES.before || rows > most ? Number.POSITIVE_INFINITY : CARRY_DEMERITS * (1 - rows / total);
  const evenCost = (depth: Rows, legs: number): number => cost(depth * legs);
  return { ...bounds, least: () => JUMP_LINES.before + 1, most, cost, evenCost };
}
