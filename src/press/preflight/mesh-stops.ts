/** The colours of the corners of a mesh (ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8): between them it runs no further. */
import { type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { asNumber, asNumbers, bytesOf, dig } from './objects.ts';

/** Points of a patch, by the kind of mesh: of one that begins anew, and of one that continues another; then their colours. */
const PATCHES: Readonly<Record<number, readonly [number, number]>> = { 6: [12, 8], 7: [16, 12] };
const COLOURS = [4, 2] as const;

/** Components of each corner; none of what is no mesh. */
export function meshStops(shading: PDFObject): readonly (readonly number[])[] {
  const kind = asNumber(dig(shading, 'ShadingType')) ?? 0;
  if (!(shading instanceof PDFRawStream) || kind < 4 || kind > 7) return [];
  const bits = (name: string): number => asNumber(dig(shading, name)) ?? 0;
  const [coordinate, component, flag] = [bits('BitsPerCoordinate'), bits('BitsPerComponent'), bits('BitsPerFlag')];
  const reach = asNumbers(dig(shading, 'Decode')).slice(4);
  const reader = new BitReader(bytesOf(shading));
  const colour = (): readonly number[] =>
    Array.from({ length: reach.length / 2 }, (_, at) => {
      const [low = 0, high = 1] = reach.slice(at * 2, at * 2 + 2);
      return low + (reader.read(component) / (2 ** component - 1)) * (high - low);
    });
  const stops: (readonly number[])[] = [];
  while (reader.has(coordinate * 2 + component)) {
    const patch = PATCHES[kind];
    const goesOn = (kind === 5 ? 0 : reader.read(flag) & 3) === 0 ? 0 : 1;
    reader.skip(coordinate * 2 * (patch?.[goesOn] ?? 1));
    const colours = patch === undefined ? 1 : COLOURS[goesOn];
    for (let at = 0; at < colours; at += 1) stops.push(colour());
    reader.toByte();
  }
  return stops;
}

/** Numbers of any length, the highest bit first. */
class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Are there so many bits more? */
  has(bits: number): boolean {
    return bits > 0 && this.#at + bits <= this.#bytes.length * 8;
  }

  read(bits: number): number {
    let value = 0;
    for (let left = bits; left > 0; left -= 1, this.#at += 1)
      value = value * 2 + (((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1);
    return value;
  }

  skip(bits: number): void {
    this.#at += bits;
  }

  toByte(): void {
    this.#at = Math.ceil(this.#at / 8) * 8;
  }
}
