/** Bytes in big-endian order, as fonts write them. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  u16(value: number): void {
    this.u8(value >> 8);
    this.u8(value);
  }

  u32(value: number): void {
    this.u16(value >>> 16);
    this.u16(value);
  }

  bytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** UIntBase128 (WOFF2, section 4.1): seven bits a byte, high ones first, the top bit of all but the last set. */
  base128(value: number): void {
    let groups = 1;
    while (value >= 2 ** (7 * groups)) groups++;
    for (let group = groups - 1; group >= 0; group--) {
      this.u8((Math.floor(value / 2 ** (7 * group)) & 0x7f) | (group === 0 ? 0 : 0x80));
    }
  }

  /** 255UInt16 (WOFF2, section 4.1): small numbers in one byte. */
  short(value: number): void {
    if (value < 253) this.u8(value);
    else if (value < 506) {
      this.u8(255);
      this.u8(value - 253);
    } else if (value < 762) {
      this.u8(254);
      this.u8(value - 506);
    } else {
      this.u8(253);
      this.u16(value);
    }
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #room(wanted: number): void {
    if (this.#length + wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + wanted, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
