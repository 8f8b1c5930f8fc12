/**
 * The shingles of texts: their stretches of a few characters, by an inverted index, since an issue has hundreds of
 * thousands, and its stories as many pairs as half their number squared.
 */

/** Characters to a shingle: five Han characters tell a phrase, fewer are found everywhere. */
const SHINGLE = 5;
/** Places of the table for each character: half of them stay free, so that looking ends soon. */
const ROOM = 2;

/** Which of some texts hold which shingle; texts are read one after the other. */
export class ShingleIndex {
  /** All texts in one, so that a shingle is known by where it begins. */
  readonly #text: string;
  /** Where each text begins, and where the last one ends. */
  readonly #begins: readonly number[];
  /** Where the shingle at a hash, or at the next free place, was read first, plus one; 0 where none stands. */
  readonly #places: Int32Array;
  /** By where a shingle was read first: the last text that holds it, as an entry of the two below. */
  readonly #entries: Int32Array;
  /** Text of each entry, and the entry of the same shingle before it; entry 0 stands for none. */
  readonly #holders: Int32Array;
  readonly #before: Int32Array;
  #count = 1;
  #read = 0;

  constructor(texts: readonly string[]) {
    this.#text = texts.join('');
    const begins = [0];
    for (const text of texts) begins.push((begins.at(-1) ?? 0) + text.length);
    this.#begins = begins;
    const characters = this.#text.length;
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, characters * ROOM))));
    this.#entries = new Int32Array(characters);
    this.#holders = new Int32Array(characters + 1);
    this.#before = new Int32Array(characters + 1);
  }

  /** Reads the next text: how many different shingles it has, and how many of them each text before it holds. */
  next(): { readonly size: number; readonly shared: Int32Array } {
    const number = this.#read;
    this.#read += 1;
    const shared = new Int32Array(number);
    let size = 0;
    const end = this.#begins[number + 1] as number;
    for (let at = this.#begins[number] as number; at + SHINGLE <= end; at += 1) {
      const first = this.#firstRead(at);
      const latest = this.#entries[first] as number;
      if (latest !== 0 && this.#holders[latest] === number) continue;
      size += 1;
      for (let entry = latest; entry !== 0; entry = this.#before[entry] as number) {
        const holder = this.#holders[entry] as number;
        shared[holder] = (shared[holder] as number) + 1;
      }
      this.#holders[this.#count] = number;
      this.#before[this.#count] = latest;
      this.#entries[first] = this.#count;
      this.#count += 1;
    }
    return { size, shared };
  }

  /** Where the shingle that begins here was read first: here, when it is new. */
  #firstRead(at: number): number {
    const last = this.#places.length - 1;
    let place = this.#hash(at) & last;
    for (; ; place = (place + 1) & last) {
      const first = (this.#places[place] as number) - 1;
      if (first >= 0 && !this.#isSame(first, at)) continue;
      if (first < 0) this.#places[place] = at + 1;
      return first < 0 ? at : first;
    }
  }

  #hash(at: number): number {
    let hash = 0;
    for (let index = at; index < at + SHINGLE; index += 1)
      hash = Math.imul(hash ^ this.#text.charCodeAt(index), 0x5bd1e995);
    return hash ^ (hash >>> 15);
  }

  #isSame(one: number, other: number): boolean {
    for (let index = 0; index < SHINGLE; index += 1)
      if (this.#text.charCodeAt(one + index) !== this.#text.charCodeAt(other + index)) return false;
    return true;
  }
}
