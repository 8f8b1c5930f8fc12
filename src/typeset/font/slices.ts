/**
 * A face that comes as woff2 slices, one for each group of characters, as web fonts of Chinese do: which slice holds a
 * character, and its TrueType bytes when they are wanted. A slice is unpacked once.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Face } from '../faces.ts';
import { fileIn } from '../faces.ts';
import { unpackWoff2 } from './woff2.ts';

interface Slice {
  readonly file: string;
  bytes?: Uint8Array;
}

const opened = new Map<string, Promise<Slices>>();

/** The slices of one face. */
export class Slices {
  readonly #slices: readonly Slice[];
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #owners: Uint16Array;

  private constructor(ranges: readonly Range[], files: readonly string[]) {
    this.#slices = files.map((file) => ({ file }));
    this.#starts = Uint32Array.from(ranges, ({ first }) => first);
    this.#ends = Uint32Array.from(ranges, ({ last }) => last);
    this.#owners = Uint16Array.from(ranges, ({ slice }) => slice);
  }

  /** The slices of a face, read once: its style sheet lists them. */
  static open(face: Face): Promise<Slices> {
    const known = opened.get(face.id) ?? Slices.#read(face);
    opened.set(face.id, known);
    return known;
  }

  static async #read(face: Face): Promise<Slices> {
    const { source } = face;
    if (source.kind !== 'slices') throw new RangeError(`Expected a face of slices, got “${face.id}”.`);
    const sheet = await readFile(fileIn(source.module, source.sheet), 'utf8');
    const rules = [...sheet.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([rule]) => rule);
    const files = rules.map((rule) => fileIn(source.module, /url\(['"]?([^'")]+)/.exec(rule)?.[1] ?? ''));
    const ranges = rules.flatMap((rule, slice) => rangesOf(rule, slice)).sort((a, b) => a.first - b.first);
    return new Slices(ranges, files);
  }

  /** How many there are. */
  get count(): number {
    return this.#slices.length;
  }

  /** Index of the slice that holds a character; undefined when none does. */
  sliceOf(code: number): number | undefined {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (code < (this.#starts[middle] ?? 0)) high = middle - 1;
      else if (code > (this.#ends[middle] ?? 0)) low = middle + 1;
      else return this.#owners[middle];
    }
    return undefined;
  }

  /** TrueType bytes of a slice. */
  bytes(slice: number): Uint8Array {
    const found = this.#slices[slice];
    if (found === undefined) throw new RangeError(`Expected a slice below ${this.#slices.length}, got ${slice}.`);
    found.bytes ??= unpackWoff2(readFileSync(found.file));
    return found.bytes;
  }
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly slice: number;
}

function rangesOf(rule: string, slice: number): readonly Range[] {
  const list = /unicode-range:([^;}]*)/.exec(rule)?.[1] ?? '';
  return [...list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, first = '', last = first]) => ({
    first: Number.parseInt(first, 16),
    last: Number.parseInt(last, 16),
    slice,
  }));
}
