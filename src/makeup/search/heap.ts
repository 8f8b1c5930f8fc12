/** A binary heap, least first; equal keys leave in the order in which they came, so that results never depend on chance. */
export class Heap<T> {
  readonly #values: T[] = [];
  readonly #keys: number[] = [];
  readonly #orders: number[] = [];
  #order = 0;

  get least(): T | undefined {
    return this.#values[0];
  }

  /** Key of the least, infinite when the heap is empty. */
  get leastKey(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY;
  }

  push(value: T, key: number): void {
    const order = this.#order;
    this.#order += 1;
    let at = this.#keys.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] as number) <= key) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, value, key, order);
  }

  pop(): T | undefined {
    const first = this.#values[0];
    const value = this.#values.pop();
    const key = this.#keys.pop() as number;
    const order = this.#orders.pop() as number;
    const count = this.#keys.length;
    if (count === 0) return first;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.#isBefore(child + 1, this.#keys[child] as number, this.#orders[child] as number))
        child += 1;
      if (!this.#isBefore(child, key, order)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, value as T, key, order);
    return first;
  }

  #isBefore(at: number, key: number, order: number): boolean {
    const own = this.#keys[at] as number;
    return own < key || (own === key && (this.#orders[at] as number) < order);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#values[from] as T, this.#keys[from] as number, this.#orders[from] as number);
  }

  #set(at: number, value: T, key: number, order: number): void {
    this.#values[at] = value;
    this.#keys[at] = key;
    this.#orders[at] = order;
  }
}
