/**
 * Third step: where the lines of a paragraph end, the whole paragraph at once. Dynamic programming over the places
 * where a line may end: the first pass finds the cheapest way, and the lines it tried are kept; the second goes over
 * the same lines once more and counts them, for the cheapest way with a line fewer and a line more.
 */
import type { Px } from '../units.ts';
import { FORBIDDEN, FORCED } from './breaks.ts';
import { isAlphabetic, LATIN } from './classes.ts';
import { NO_SPACE } from './collect.ts';
import { COSTS, closestWidth, endCost, IMPOSSIBLE, leastWidth, lineCost, naturalWidth, needCost } from './cost.ts';
import { WORD } from './hyphenate.ts';
import type { Strip } from './strip.ts';

/** The room that a paragraph is set in. */
export interface Shape {
  readonly measure: Px;
  /** Left free at the first line. */
  readonly indent: Px;
  /** Ragged text: lines are not brought to the measure. */
  readonly ragged?: boolean;
  /** First character, 0 by default; later where a paragraph goes on from another page. */
  readonly start?: number;
}

/** One way to break a paragraph. */
export interface Setting {
  readonly looseness: -1 | 0 | 1;
  /** Demerits over the best setting. */
  readonly cost: number;
  /** Where each line ends: index of the character after its last. */
  readonly ends: Int32Array;
  /** True when no setting keeps every rule: a line stays short, a word is torn. */
  readonly strained: boolean;
}

/** How far rules give way when a paragraph cannot be set by them. */
type Relaxed = 0 | 1 | 2;

/** Line counts kept around the best: two either way, so that one fewer and one more are exact. */
const SPREAD = 5;
const MIDDLE = 2;

/** The best setting, and those with one line fewer and one more where they exist, cheapest first. */
export function breakParagraph(strip: Strip, shape: Shape): readonly Setting[] {
  for (const relaxed of [0, 1, 2] as const) {
    const graph = drawLines(strip, shape, relaxed);
    if (graph) return countLines(strip, graph, relaxed > 0);
  }
  throw new Error(`bug: a paragraph of ${strip.count} characters cannot be broken at ${shape.measure} px`);
}

/** The lines that can be made, in the order of their beginnings. */
interface Graph {
  readonly edges: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cost: Float64Array;
  /** Lines on the cheapest way to a place. */
  readonly count: Int32Array;
  readonly best: number;
}

/** Grown when needed and used again: paragraphs are set one after the other. */
const scratch = {
  nodes: new Int32Array(0),
  penalty: new Int32Array(0),
  best: new Float64Array(0),
  count: new Int32Array(0),
  from: new Int32Array(0),
  to: new Int32Array(0),
  cost: new Float64Array(0),
  ways: new Float64Array(0),
  origin: new Int32Array(0),
};

function drawLines(strip: Strip, shape: Shape, relaxed: Relaxed): Graph | undefined {
  const start = shape.start ?? 0;
  const nodes = findNodes(strip, shape, relaxed);
  const { best, count, nodes: places, penalty } = scratch;
  best.fill(IMPOSSIBLE, 0, nodes + 1);
  best[0] = 0;
  count[0] = 0;
  let edges = 0;
  let first = 1;
  const line: Candidate = {
    from: 0,
    to: 0,
    measure: 0,
    isEnd: false,
    opens: false,
    relaxed,
    ragged: shape.ragged ?? false,
  };
  for (let node = 0; node < nodes; node += 1) {
    const reached = best[node] ?? IMPOSSIBLE;
    if (reached === IMPOSSIBLE) continue;
    const from = places[node] ?? 0;
    const measure = shape.measure - (from === start ? shape.indent : 0);
    first = Math.max(first, node + 1);
    line.from = from;
    line.measure = measure;
    line.opens = from === start;
    let anyLine = false;
    for (let next = first; next <= nodes; next += 1) {
      const to = places[next] ?? 0;
      const isEnd = next === nodes || penalty[next] === FORCED;
      line.to = to;
      line.isEnd = isEnd;
      const cost = costOf(strip, line);
      if (cost === IMPOSSIBLE && closestWidth(strip, from, to) > measure) break;
      // Too short for a line here is too short for every line that begins later, except after an indent.
      if (cost === IMPOSSIBLE && !anyLine && !isEnd && node > 0) first = next + 1;
      if (cost !== IMPOSSIBLE) {
        anyLine = true;
        const total = cost + Math.max(0, penalty[next] ?? 0);
        if (edges === scratch.from.length) growEdges();
        scratch.from[edges] = node;
        scratch.to[edges] = next;
        scratch.cost[edges] = total;
        edges += 1;
        if (reached + total < (best[next] ?? IMPOSSIBLE)) {
          best[next] = reached + total;
          count[next] = (count[node] ?? 0) + 1;
        }
      }
      if (isEnd) break;
    }
  }
  if ((best[nodes] ?? IMPOSSIBLE) === IMPOSSIBLE) return undefined;
  return { edges, from: scratch.from, to: scratch.to, cost: scratch.cost, count, best: nodes };
}

/** The line that is judged: one for all of a paragraph, since there are so many. */
interface Candidate {
  from: number;
  to: number;
  measure: Px;
  isEnd: boolean;
  readonly relaxed: Relaxed;
  readonly ragged: boolean;
  /** The paragraph begins here. */
  opens: boolean;
}

function costOf(strip: Strip, line: Candidate): number {
  const { from, to, measure, isEnd, relaxed } = line;
  if (isEnd) {
    const cost = endCost(strip, from, to, measure);
    if (cost !== IMPOSSIBLE && !line.opens && isLone(strip, from, to)) return relaxed ? cost + COSTS.lone : IMPOSSIBLE;
    if (cost !== IMPOSSIBLE) return cost + (line.opens ? 0 : shortEnd(strip, from, to));
  } else {
    const cost = line.ragged ? raggedCost(strip, line) : lineCost(strip, from, to, measure);
    if (cost !== IMPOSSIBLE) return cost;
    const need = relaxed ? needCost(strip, from, to, measure) : IMPOSSIBLE;
    if (need !== IMPOSSIBLE) return need;
  }
  // A single character wider than the measure stands alone and sticks out.
  return relaxed === 2 && to === from + 1 ? COSTS.forbidden : IMPOSSIBLE;
}

/** Ragged lines cost by the square of what they leave free. */
function raggedCost(strip: Strip, { from, to, measure }: Candidate): number {
  const spare = measure - naturalWidth(strip, from, to);
  return spare < -1e-6 ? IMPOSSIBLE : COSTS.stretch * (spare / measure) ** 2;
}

const shortEnd = (strip: Strip, from: number, to: number): number =>
  naturalWidth(strip, from, to) < SHORT_END * strip.size ? COSTS.shortEnd : 0;

/** Characters below which a last line costs something. */
const SHORT_END = 3;

/** 孤字不成行: a last line, not the only one, with a single Han character or letter besides marks. */
function isLone(strip: Strip, from: number, to: number): boolean {
  if (to - from > 8) return false;
  let words = 0;
  for (let at = from; at < to; at += 1) {
    const cls = strip.classes[at] ?? 0;
    if (cls === 0 || isAlphabetic(cls)) words += 1;
  }
  return words < 2;
}

/** Lists the places where a line may end, with what that costs; the last is the paragraph's end. */
function findNodes(strip: Strip, shape: Shape, relaxed: Relaxed): number {
  const { count, breaks } = strip;
  const { start = 0, measure, indent } = shape;
  if (scratch.nodes.length < count + 2) growNodes(count + 2);
  let nodes = 0;
  // Up to here runs a piece without a break that is wider than the measure.
  let wide = relaxed > 0 ? wideUntil(strip, start, measure - indent) : 0;
  scratch.nodes[0] = start;
  scratch.penalty[0] = 0;
  for (let at = start + 1; at < count; at += 1) {
    let penalty = breaks.cost[at] ?? FORBIDDEN;
    if (relaxed > 0) {
      if (penalty !== FORBIDDEN) wide = wideUntil(strip, at, measure);
      else if (at < wide && inWord(strip, at)) penalty = strip.latin ? COSTS.tornLatin : COSTS.torn;
      else if (relaxed === 2) penalty = COSTS.forbidden;
    }
    if (penalty === FORBIDDEN) continue;
    nodes += 1;
    scratch.nodes[nodes] = at;
    scratch.penalty[nodes] = penalty;
  }
  nodes += 1;
  scratch.nodes[nodes] = count;
  scratch.penalty[nodes] = 0;
  return nodes;
}

/** Where a piece without a place to break ends that is wider than the measure; 0 for one that fits: a word is torn only where it would stick out. */
function wideUntil(strip: Strip, from: number, measure: Px): number {
  let to = from + 1;
  while (to < strip.count && strip.breaks.cost[to] === FORBIDDEN) to += 1;
  return leastWidth(strip, from, to) > measure ? to : 0;
}

/** Between two letters of a word, two or more before it and three behind: as a word is divided. */
function inWord({ classes, characters }: Strip, at: number): boolean {
  for (let near = at - WORD.before; near < at + WORD.after; near += 1) {
    if (classes[near] !== LATIN || !WORD.letter.test(characters.text[near] ?? '')) return false;
    if (near > at - WORD.before && characters.space[near - 1] !== NO_SPACE) return false;
  }
  return true;
}

function growNodes(length: number): void {
  const room = Math.max(length, scratch.nodes.length * 2);
  scratch.nodes = new Int32Array(room);
  scratch.penalty = new Int32Array(room);
  scratch.best = new Float64Array(room);
  scratch.count = new Int32Array(room);
  scratch.ways = new Float64Array(room * SPREAD);
  scratch.origin = new Int32Array(room * SPREAD);
}

function growEdges(): void {
  const room = Math.max(1024, scratch.from.length * 2);
  const grow = <T extends Int32Array | Float64Array>(old: T, fresh: T): T => {
    fresh.set(old);
    return fresh;
  };
  scratch.from = grow(scratch.from, new Int32Array(room));
  scratch.to = grow(scratch.to, new Int32Array(room));
  scratch.cost = grow(scratch.cost, new Float64Array(room));
}

/** A line more or fewer is not offered when it costs more than this: it would break a rule that the best setting keeps. */
const MOST_EXTRA = 1000;

/** Counts lines along the edges: way `place * SPREAD + MIDDLE` has as many as the cheapest one, its neighbours one less and more. */
function countLines(strip: Strip, graph: Graph, strained: boolean): readonly Setting[] {
  const { edges, from, to, cost, count, best: end } = graph;
  const { ways, origin } = scratch;
  ways.fill(IMPOSSIBLE, 0, (end + 1) * SPREAD);
  ways[MIDDLE] = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const here = from[edge] ?? 0;
    const there = to[edge] ?? 0;
    const shift = (count[here] ?? 0) + 1 - (count[there] ?? 0);
    const price = cost[edge] ?? 0;
    for (let way = Math.max(0, -shift); way < Math.min(SPREAD, SPREAD - shift); way += 1) {
      const total = (ways[here * SPREAD + way] ?? IMPOSSIBLE) + price;
      const target = there * SPREAD + way + shift;
      if (total < (ways[target] ?? IMPOSSIBLE)) {
        ways[target] = total;
        origin[target] = here * SPREAD + way;
      }
    }
  }
  const least = ways[end * SPREAD + MIDDLE] ?? IMPOSSIBLE;
  const settings: Setting[] = [];
  for (const looseness of [0, -1, 1] as const) {
    const way = end * SPREAD + MIDDLE + looseness;
    const total = ways[way] ?? IMPOSSIBLE;
    if (total - least > MOST_EXTRA || total === IMPOSSIBLE) continue;
    settings.push({ looseness, cost: total - least, ends: trace(way), strained });
  }
  return strip.count === 0 ? settings.slice(0, 1) : settings.sort(cheapestFirst);
}

const cheapestFirst = (a: Setting, b: Setting): number => a.cost - b.cost;

function trace(last: number): Int32Array {
  const { nodes, origin } = scratch;
  let lines = 0;
  for (let way = last; way >= SPREAD; way = origin[way] ?? 0) lines += 1;
  const ends = new Int32Array(lines);
  for (let way = last; way >= SPREAD; way = origin[way] ?? 0) {
    lines -= 1;
    ends[lines] = nodes[Math.floor(way / SPREAD)] ?? 0;
  }
  return ends;
}
