/** “Did you mean”: the known name nearest to one that is not known. */

/** Edits that turn `from` into `to`: insert, delete, replace, swap of neighbours (restricted Damerau–Levenshtein). */
function edits(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, last] = [last, next];
  }
  return last[to.length] ?? 0;
}

/** Letters that are compared: what is longer is no mistyped name, and edits grow with the square. */
const LONGEST = 200;
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '');

/**
 * The one of `known` that somebody who wrote `name` most likely meant; absent when none is near. Upper and lower
 * case, hyphens and the Unicode form count for nothing; otherwise a third of the letters may differ.
 */
export function closest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = plain(name);
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = edits(wanted, plain(candidate.slice(0, LONGEST)));
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best;
}
