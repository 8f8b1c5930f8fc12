/**
 * Fills legs with a galley, exactly: which variant each block takes, so that the rows come out even and no leg begins
 * or ends badly. Dynamic programming over (block, rows already poured); the make-up asks thousands of times, so the
 * galley is read once into flat arrays and lines are only touched when the answer is looked at.
 */
import type { Rows } from '../units.ts';
import type { Galley, Pour, SetBlock, Variant } from './model.ts';
import { cutOffset, Poured, type Way } from './poured.ts';

/** Costs of where legs end, in the demerits of `cost.ts`. All the house's; the rules are those of the make-up's list. */
export const LEG_COSTS = {
  /** A paragraph's last line, long enough to be allowed, opens a leg (R21). */
  widow: 30,
  /** A paragraph's first line alone at the foot of a leg (R21). */
  orphan: 10,
  /** A paragraph ends at the foot of a leg while the story goes on (R22). */
  fullStop: 3,
  /** The same at a jump, where it reads as the end of the story. */
  jumpStop: 25,
  /** Each row that stays free (R08). */
  short: 2,
} as const;

/** How text is poured. */
export interface PourOptions {
  /** Stop when the legs are full and say where the text goes on. */
  readonly open?: boolean;
}

/**
 * Fills legs of these heights. All may be short by as many rows together as there are legs but one: the last legs by a row
 * each, so that their feet are even, or where no setting does that, the last alone; undefined when no way of setting does.
 */
export function pour(galley: Galley, legs: readonly Rows[], options: PourOptions = {}): Pour | undefined {
  const flat = flatten(galley);
  const total = sumOf(legs);
  if (total <= 0 || flat.blocks.length === 0) return undefined;
  if (options.open) {
    const end = search(flat, legs, legs.length - 1, true);
    return end && new Poured(galley, legs, end, total - end.poured);
  }
  const usual = search(flat, legs, mostShort(legs));
  if (usual && total - usual.poured <= 1) return new Poured(galley, legs, usual, total - usual.poured);
  const even = evenFeet(flat, legs);
  if (even) return new Poured(galley, even.legs, even.way, total - even.way.poured);
  return usual && new Poured(galley, legs, usual, total - usual.poured);
}

const sumOf = (legs: readonly Rows[]): Rows => legs.reduce((sum, rows) => sum + rows, 0);

/** Rows that the last leg may be short: never all of them. */
const mostShort = (legs: readonly Rows[]): Rows => Math.min(legs.length - 1, Math.max(0, (legs.at(-1) ?? 0) - 1));

/** Legs that end within a row of each other, and the cheapest way to fill them. */
interface Even {
  readonly legs: readonly Rows[];
  readonly way: Way;
  readonly cost: number;
}

/** The cheapest of all fillings whose last legs are a row shorter than those before them. */
function evenFeet(flat: Flat, legs: readonly Rows[]): Even | undefined {
  let best: Even | undefined;
  for (let short = 0; short < legs.length; short += 1) {
    const shortened = legs.map((rows, leg) => (leg < legs.length - short ? rows : rows - 1));
    if (shortened.some((rows) => rows <= 0)) continue;
    const way = search(flat, shortened, 0);
    const cost = way ? way.cost + short * LEG_COSTS.short : NONE;
    if (way && cost < (best?.cost ?? NONE)) best = { legs: shortened, way: { ...way, cost }, cost };
  }
  return best;
}

/** A galley as numbers. */
interface Flat {
  readonly blocks: readonly SetBlock[];
  /** Index of each block's first variant, one more entry than blocks. */
  readonly first: Int32Array;
  readonly rows: Int32Array;
  readonly cost: Float64Array;
  /** Rows after which each variant may be cut, 1 = may. */
  readonly breaks: readonly Uint8Array[];
  readonly headAir: Uint8Array;
  readonly keep: Int32Array;
  readonly parted: Float64Array;
  /** Fewest and most rows of block i and all after it. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

const flats = new WeakMap<Galley, Flat>();

function flatten(galley: Galley): Flat {
  const known = flats.get(galley);
  if (known) return known;
  const { blocks } = galley;
  const variants = blocks.flatMap((block) => block.variants);
  const first = new Int32Array(blocks.length + 1);
  const least = new Int32Array(blocks.length + 1);
  const most = new Int32Array(blocks.length + 1);
  blocks.forEach((block, index) => {
    first[index + 1] = (first[index] ?? 0) + block.variants.length;
  });
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const rows = blocks[index]?.variants.map((variant) => variant.rows) ?? [];
    const atHead = blocks[index]?.variants.map((variant) => variant.rows - (variant.headAir ?? 0)) ?? [];
    least[index] = (least[index + 1] ?? 0) + Math.min(...atHead);
    most[index] = (most[index + 1] ?? 0) + Math.max(...rows);
  }
  const flat: Flat = {
    blocks,
    first,
    rows: Int32Array.from(variants, (variant) => variant.rows),
    cost: Float64Array.from(variants, (variant) => variant.cost),
    breaks: blocks.flatMap((block) =>
      block.variants.map((variant, at) => allowedRows(variant, block.breaks[at] ?? [])),
    ),
    headAir: Uint8Array.from(variants, (variant) => variant.headAir ?? 0),
    // A story may end with one line under its last subhead: no more can be asked to stand there.
    keep: Int32Array.from(blocks, ({ keepWithNext }, at) => Math.min(keepWithNext, least[at + 1] ?? 0)),
    parted: Float64Array.from(blocks, ({ parted = 0 }) => parted),
    least,
    most,
  };
  flats.set(galley, flat);
  return flat;
}

function allowedRows(variant: Variant, breaks: readonly Rows[]): Uint8Array {
  const allowed = new Uint8Array(variant.rows + 1);
  for (const row of breaks) allowed[row] = 1;
  return allowed;
}

const NONE = Number.POSITIVE_INFINITY;

/** Reused between calls; a state is a block and the rows poured before it. */
let bestCost = new Float64Array(0);
let cameFrom = new Int32Array(0);
let tookVariant = new Uint8Array(0);

/** Where a block that was placed ends, and what its leg ends cost; read right after `place`. */
const placed = { end: 0, cost: 0, cut: 0 };

/** The cheapest way to fill legs of which the last may be short by `slack` rows. */
function search(flat: Flat, legs: readonly Rows[], slack: Rows, open = false): Way | undefined {
  const total = sumOf(legs);
  const count = flat.blocks.length;
  if (!open && ((flat.least[0] ?? 0) > total || (flat.most[0] ?? 0) < total - slack)) return undefined;
  const legEnd = ends(legs, total);
  const width = total + 1;
  reset((count + 1) * width);
  bestCost[0] = 0;
  let cutWay:
    | {
        readonly cost: number;
        readonly block: number;
        readonly at: number;
        readonly variant: number;
        readonly row: number;
      }
    | undefined;
  for (let block = 0; block < count; block += 1) {
    const highest = open ? total : total - (flat.least[block] ?? 0);
    const lowest = open ? 0 : Math.max(0, total - slack - (flat.most[block] ?? 0));
    for (let at = lowest; at <= highest && at <= total; at += 1) {
      const reached = bestCost[block * width + at] ?? NONE;
      if (reached === NONE) continue;
      if (open && at === total) continue;
      for (let variant = flat.first[block] ?? 0; variant < (flat.first[block + 1] ?? 0); variant += 1) {
        if (!place(flat, block, variant, at, legEnd, total, open)) continue;
        const cost = reached + (flat.cost[variant] ?? 0) + placed.cost;
        if (placed.cut > 0) {
          if (cost < (cutWay?.cost ?? NONE)) cutWay = { cost, block, at, variant, row: placed.cut };
          continue;
        }
        const next = (block + 1) * width + placed.end;
        if (cost < (bestCost[next] ?? NONE)) {
          bestCost[next] = cost;
          cameFrom[next] = at;
          tookVariant[next] = variant - (flat.first[block] ?? 0);
        }
      }
    }
  }
  const whole = bestEnd(count, width, total, slack);
  if (!open || whole) return whole && trace(count, width, whole.at, whole.cost);
  const between = fullAt(flat, width, total);
  if (between && (!cutWay || between.cost <= cutWay.cost)) return trace(between.block, width, total, between.cost);
  if (!cutWay) return undefined;
  const before = trace(cutWay.block, width, cutWay.at, cutWay.cost);
  const last = cutWay.variant - (flat.first[cutWay.block] ?? 0);
  return { ...before, poured: total, variants: [...before.variants, last], cut: cutWay.row };
}

function reset(length: number): void {
  if (bestCost.length < length) {
    bestCost = new Float64Array(length * 2);
    cameFrom = new Int32Array(length * 2);
    tookVariant = new Uint8Array(length * 2);
  }
  bestCost.fill(NONE, 0, length);
}

let endsOfLegs = new Int32Array(0);

/** For every row: where the leg ends that it lies in. */
function ends(legs: readonly Rows[], total: Rows): Int32Array {
  if (endsOfLegs.length < total + 1) endsOfLegs = new Int32Array((total + 1) * 2);
  let row = 0;
  let end = 0;
  for (const leg of legs) {
    end += leg;
    for (; row < end; row += 1) endsOfLegs[row] = end;
  }
  endsOfLegs[total] = total;
  return endsOfLegs;
}

/** Puts a block after `at` rows; false when a leg would have to end where it must not. */
function place(
  flat: Flat,
  block: number,
  variant: number,
  at: Rows,
  legEnd: Int32Array,
  total: Rows,
  open: boolean,
): boolean {
  const rows = flat.rows[variant] ?? 0;
  const isHead = at === 0 || legEnd[at - 1] === at;
  let row = isHead ? (flat.headAir[variant] ?? 0) : 0;
  let position = at;
  placed.cost = 0;
  placed.cut = 0;
  for (;;) {
    if (position >= total) return open && row < rows && cutHere(flat, block, variant, row);
    const room = (legEnd[position] ?? total) - position;
    if (rows - row <= room) {
      placed.end = position + rows - row;
      break;
    }
    row += room;
    position += room;
    if (flat.breaks[variant]?.[row] !== 1) return false;
    if (position < total || open) {
      placed.cost += row === rows - 1 ? LEG_COSTS.widow : row === 1 ? LEG_COSTS.orphan : 0;
      placed.cost += flat.parted[block] as number;
    }
  }
  const { end } = placed;
  const left = end === total ? 0 : (legEnd[end - 1] ?? total) - end;
  if (left < (flat.keep[block] ?? 0)) return false;
  if (left === 0 && block < flat.blocks.length - 1)
    placed.cost += end === total ? LEG_COSTS.jumpStop : LEG_COSTS.fullStop;
  return true;
}

/** A jump inside a block: never carries over a last line alone, and only where the text says where it is. */
function cutHere(flat: Flat, block: number, variant: number, row: Rows): boolean {
  const set = flat.blocks[block];
  const rows = flat.rows[variant] ?? 0;
  if (!set || set.block < 0 || row >= rows - 1) return false;
  if (cutOffset(set, variant - (flat.first[block] ?? 0), row) === undefined) return false;
  placed.cut = row;
  return true;
}

function bestEnd(count: number, width: number, total: Rows, slack: Rows): { at: Rows; cost: number } | undefined {
  let best: { at: Rows; cost: number } | undefined;
  for (let at = total; at >= Math.max(0, total - slack); at -= 1) {
    const cost = (bestCost[count * width + at] ?? NONE) + (total - at) * LEG_COSTS.short;
    if (cost < (best?.cost ?? NONE)) best = { at, cost };
  }
  return best;
}

/** Legs full just before a block. */
function fullAt(flat: Flat, width: number, total: Rows): { block: number; cost: number } | undefined {
  let best: { block: number; cost: number } | undefined;
  for (let block = 1; block < flat.blocks.length; block += 1) {
    if ((flat.blocks[block]?.block ?? -1) < 0) continue;
    const cost = bestCost[block * width + total] ?? NONE;
    if (cost < (best?.cost ?? NONE)) best = { block, cost };
  }
  return best;
}

function trace(count: number, width: number, end: Rows, cost: number): Way {
  const variants: number[] = [];
  let at = end;
  for (let block = count; block > 0; block -= 1) {
    const state = block * width + at;
    variants.push(tookVariant[state] ?? 0);
    at = cameFrom[state] ?? 0;
  }
  return { cost, poured: end, variants: variants.reverse() };
}
