/** Web and mail addresses in a text: they break at their joints, without a hyphen that a reader would type. */
import { isAlphabetic } from './classes.ts';
import { type Characters, NO_SPACE } from './collect.ts';

/** Addresses of a text. */
export interface Addresses {
  /** Characters before which an address may break. */
  readonly joints: readonly number[];
  inside(at: number): boolean;
}

const NONE: Addresses = { joints: [], inside: () => false };

/** What makes a stretch of letters an address. */
const ADDRESS = /[a-z][a-z\d+.-]*:\/\/\S|^www\.\S|\S@\S+\.\S/iu;
/** Fewest characters before the first joint and after the last. */
const KEPT = 3;

/** Finds them by their looks. */
export function findAddresses(characters: Characters, classes: Uint8Array): Addresses {
  const { count, text, space } = characters;
  const joints: number[] = [];
  const found: (readonly [number, number])[] = [];
  for (let start = 0; start < count; start += 1) {
    if (!isAlphabetic(classes[start] ?? 0)) continue;
    let end = start + 1;
    while (end < count && isAlphabetic(classes[end] ?? 0) && space[end - 1] === NO_SPACE) end += 1;
    if (end - start > 2 * KEPT && ADDRESS.test(text.slice(start, end).join(''))) {
      found.push([start, end]);
      for (let at = start + KEPT; at <= end - KEPT; at += 1) if (isJoint(text, at)) joints.push(at);
    }
    start = end - 1;
  }
  return found.length === 0 ? NONE : { joints, inside: (at) => found.some(([from, to]) => at > from && at < to) };
}

/** After a slash or a colon, before any other mark (The Chicago Manual of Style, 14.18); never between two marks. */
function isJoint(text: readonly string[], at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at] ?? '';
  if ('/:'.includes(before)) return !'/:'.includes(after);
  return '.?#&=%@_-~,'.includes(after) && /[\p{L}\d]/u.test(before);
}
