/**
 * What was added to a text and what was taken away, character by character: the shortest edit script of E. W. Myers, “An
 * O(ND) difference algorithm and its variations”, Algorithmica 1 (1986), greedy form with the trace kept. Then changes that
 * nearly touch are joined, because a reader marks words and not letters that two words happen to share.
 */

/** A change: characters `from` to `to` of the old text are now characters `at` to `until` of the new one. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly until: number;
}

/** Longest edit script that is looked for; a text that is still more different was written anew. */
const MOST_EDITS = 1500;
/** Equal characters between two changes that are too few to be read as kept. */
const ISLAND = 1;

/** Changes in order, none touching another. */
export function changesOf(before: readonly string[], after: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const middle = editScript(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return joined(
    middle.map(({ from, to, at, until }) => ({ from: from + head, to: to + head, at: at + head, until: until + head })),
  );
}

function editScript(before: readonly string[], after: readonly string[]): readonly Change[] {
  const whole = { from: 0, to: before.length, at: 0, until: after.length };
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0 || after.length === 0) return [whole];
  const trace = furthest(before, after);
  return trace === undefined ? [whole] : readBack(trace, before.length, after.length);
}

/** For each number of edits the furthest old position on every diagonal, up to the end of both texts. */
function furthest(before: readonly string[], after: readonly string[]): readonly Int32Array[] | undefined {
  const limit = Math.min(before.length + after.length, MOST_EDITS);
  const reach = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const below = reach[middle + diagonal - 1] ?? 0;
      const above = reach[middle + diagonal + 1] ?? 0;
      const isAdded = diagonal === -edits || (diagonal !== edits && below < above);
      let old = isAdded ? above : below + 1;
      while (old < before.length && old - diagonal < after.length && before[old] === after[old - diagonal]) old += 1;
      reach[middle + diagonal] = old;
      if (old >= before.length && old - diagonal >= after.length) {
        trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
        return trace;
      }
    }
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
  }
  return undefined;
}

/** Walks the trace from the end; each step is one character more or less. */
function readBack(trace: readonly Int32Array[], before: number, after: number): readonly Change[] {
  const changes: Change[] = [];
  let old = before;
  let now = after;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits - 1] as Int32Array;
    const at = (diagonal: number): number => reach[edits + diagonal] ?? -1;
    const diagonal = old - now;
    const isAdded = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previous = diagonal + (isAdded ? 1 : -1);
    const from = at(previous);
    const to = from - previous;
    changes.push(isAdded ? { from, to: from, at: to, until: to + 1 } : { from, to: from + 1, at: to, until: to });
    old = from;
    now = to;
  }
  return changes.reverse();
}

function joined(changes: readonly Change[]): readonly Change[] {
  const result: Change[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last !== undefined && change.from - last.to <= ISLAND && change.at - last.until <= ISLAND)
      result[result.length - 1] = { ...last, to: change.to, until: change.until };
    else result.push(change);
  }
  return result;
}
