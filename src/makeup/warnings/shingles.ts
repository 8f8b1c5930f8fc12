/** The shingles of a text: its stretches of a few characters, found again by a hash of numbers, since an issue has hundreds of thousands. */

/** Characters to a shingle: five Han characters tell a phrase, fewer are found everywhere. */
const SHINGLE = 5;
/** Places of a table for each character: half of them stay free, so that looking ends soon. */
const ROOM = 2;

/** Each different shingle of a text once. */
export class Shingles {
  readonly #text: string;
  /** Where in the text a shingle begins, plus one, at its hash or the next free place; 0 where none stands. */
  readonly #places: Int32Array;
  /** Where each begins, in the order of the text. */
  readonly #starts: number[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, text.length * ROOM))));
    for (let at = 0; at + SHINGLE <= text.length; at += 1) {
      const place = this.#find(text, at);
      if (this.#places[place] !== 0) continue;
      this.#places[place] = at + 1;
      this.#starts.push(at);
    }
  }

  get size(): number {
    return this.#starts.length;
  }

  /** True when so many of these shingles, or more, are found in the others. */
  sharesWith(others: Shingles, wanted: number): boolean {
    let shared = 0;
    let left = this.size;
    for (const at of this.#starts) {
      if (others.#places[others.#find(this.#text, at)] !== 0) shared += 1;
      left -= 1;
      // Most pairs have little in common: the answer is known long before the last shingle.
      if (shared >= wanted) return true;
      if (shared + left < wanted) return false;
    }
    return false;
  }

  /** The place of the shingle that begins in a text, or the free one where it would stand. */
  #find(text: string, at: number): number {
    const last = this.#places.length - 1;
    let place = hashOf(text, at) & last;
    for (; ; place = (place + 1) & last) {
      const start = (this.#places[place] as number) - 1;
      if (start < 0 || isSame(this.#text, start, text, at)) return place;
    }
  }
}

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + SHINGLE; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x5bd1e995);
  return hash ^ (hash >>> 15);
}

function isSame(one: string, from: number, other: string, at: number): boolean {
  for (let index = 0; index < SHINGLE; index += 1)
    if (one.charCodeAt(from + index) !== other.charCodeAt(at + index)) return false;
  return true;
}
