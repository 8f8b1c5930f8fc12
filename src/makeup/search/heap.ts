/** A binary heap, least first; equal keys leave in the order in which they came, so that results never depend on chance. */
export class Heap<T> {
  readonly #key: (value: T) => number;
  readonly #values: { readonly value: T; readonly key: number; readonly order: number }[] = [];
  #order = 0;

  constructor(key: (value: T) => number) {
    this.#key = key;
  }

  get least(): T | undefined {
    return this.#values[0]?.value;
  }

  push(value: T): void {
    const heap = this.#values;
    const entry = { value, key: this.#key(value), order: this.#order };
    this.#order += 1;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (!above || !before(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  pop(): T | undefined {
    const heap = this.#values;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first?.value;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const child = left + 1 < heap.length && before(heap[left + 1], heap[left]) ? left + 1 : left;
      const below = heap[child];
      if (!below || !before(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return first.value;
  }
}

interface Keyed {
  readonly key: number;
  readonly order: number;
}

const before = (a: Keyed | undefined, b: Keyed | undefined): boolean =>
  a !== undefined && b !== undefined && (a.key < b.key || (a.key === b.key && a.order < b.order));
