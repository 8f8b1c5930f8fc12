/** A growing run of bytes: what a rewritten content stream is collected in. */

const START = 1 << 16;

/** Bytes that are only ever appended to. */
export class ByteSink {
  #bytes = Buffer.alloc(START);
  #length = 0;

  /** Appends a part of other bytes. */
  copy(source: Uint8Array, from: number, to: number): void {
    this.#room(to - from);
    this.#bytes.set(source.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** Appends ASCII. */
  text(ascii: string): void {
    this.#room(ascii.length);
    this.#length += this.#bytes.write(ascii, this.#length, 'latin1');
  }

  /** A copy of everything so far. */
  bytes(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.#bytes, 0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const wider = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + more));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }
}

/** ASCII as bytes. */
export function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** A number as PDF writes it: at most `digits` decimals, no exponent, no trailing zeros. */
export function pdfNumber(value: number, digits = 4): string {
  const text = value.toFixed(digits).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
