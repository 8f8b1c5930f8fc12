/**
 * TrueType files read just as far as typesetting needs: which tables there are, which glyph a character has, how wide
 * it is. Offsets and formats as in ISO/IEC 14496-22 (OpenType), big-endian throughout.
 */
import { open } from 'node:fs/promises';

/** Where a table lies in its file. */
export interface TableEntry {
  readonly offset: number;
  readonly length: number;
}

const HEADER = 12;
const ENTRY = 16;

/** The table directory at the head of a font file; `bytes` may be only that head. */
export function tableDirectory(bytes: Uint8Array): ReadonlyMap<string, TableEntry> {
  const view = viewOf(bytes);
  const entries = new Map<string, TableEntry>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = HEADER + index * ENTRY;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    entries.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  return entries;
}

/** Reads some tables of a font file and leaves the rest, outlines above all, on the disk. */
export async function readTables(path: string, tags: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  await using file = await open(path);
  const head = new Uint8Array(HEADER + 64 * ENTRY);
  await file.read(head, 0, head.length, 0);
  const directory = tableDirectory(head);
  const wanted = tags.flatMap((tag) => {
    const entry = directory.get(tag);
    return entry ? [{ tag, entry }] : [];
  });
  const read = wanted.map(async ({ tag, entry }) => {
    const table = new Uint8Array(entry.length);
    await file.read(table, 0, entry.length, entry.offset);
    return [tag, table] as const;
  });
  return new Map(await Promise.all(read));
}

/** The same out of bytes that are already in memory. */
export function tablesOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = [...tableDirectory(bytes)];
  return new Map(entries.map(([tag, { offset, length }]) => [tag, bytes.subarray(offset, offset + length)]));
}

/**
 * A font file of these tables, checksums and all: the same tables give the same bytes.
 * @param order tags in the order in which the tables themselves stand; that of the directory, by tag, when absent
 */
export function assembleFont(tables: ReadonlyMap<string, Uint8Array>, order?: readonly string[]): Uint8Array {
  const tags = [...tables.keys()].sort();
  const starts = new Map<string, number>();
  let end = HEADER + tags.length * ENTRY;
  for (const tag of order ?? tags) {
    starts.set(tag, end);
    end += padded(tables.get(tag)?.length ?? 0);
  }
  const bytes = new Uint8Array(end);
  const view = viewOf(bytes);
  const power = Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, 2 ** power * ENTRY);
  view.setUint16(8, power);
  view.setUint16(10, (tags.length - 2 ** power) * ENTRY);
  tags.forEach((tag, index) => {
    const table = tables.get(tag) ?? new Uint8Array();
    const start = starts.get(tag) ?? 0;
    bytes.set(table, start);
    const at = HEADER + index * ENTRY;
    for (let letter = 0; letter < 4; letter += 1) bytes[at + letter] = tag.charCodeAt(letter);
    view.setUint32(at + 4, checksum(view, start, padded(table.length)));
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, table.length);
  });
  return bytes;
}

const padded = (length: number): number => (length + 3) & ~3;

/** Sum of a table's 32-bit words; its length is padded to them. */
export function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Glyph 0 draws what a font does not have. */
export const NOTDEF = 0;

/** A subtable's answer; undefined where it has none. */
type Lookup = (code: number) => number | undefined;

/** Characters whose answers are kept in one array. */
const BLOCK = 256;
/** A character that was not asked for yet. */
const UNKNOWN = -1;

/**
 * Character → glyph. Formats 12 and 4 of the Unicode subtables, the last that has an answer. A face has tens of thousands of
 * characters, an issue two thousand: each is looked up when it is first asked for.
 */
export class CharacterMap {
  readonly #subtables: readonly Lookup[];
  readonly #known = new Map<number, Int32Array>();

  constructor(table: Uint8Array) {
    const view = viewOf(table);
    const offsets = new Set<number>();
    for (let index = 0; index < view.getUint16(2); index += 1) {
      const platform = view.getUint16(4 + index * 8);
      if (platform === 0 || platform === 3) offsets.add(view.getUint32(8 + index * 8));
    }
    this.#subtables = [...offsets].reverse().flatMap((offset): readonly Lookup[] => {
      const format = view.getUint16(offset);
      if (format === 12) return [(code) => glyphInGroups(view, offset, code)];
      return format === 4 ? [(code) => glyphInSegments(view, offset, code)] : [];
    });
  }

  glyph(code: number): number {
    const block = this.#known.get(code >> 8) ?? new Int32Array(BLOCK).fill(UNKNOWN);
    this.#known.set(code >> 8, block);
    const known = block[code & 0xff] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const glyph = this.#lookUp(code);
    block[code & 0xff] = glyph;
    return glyph;
  }

  #lookUp(code: number): number {
    for (const subtable of this.#subtables) {
      const glyph = subtable(code);
      if (glyph !== undefined) return glyph;
    }
    return NOTDEF;
  }
}

/** Index of the first of `count` sorted entries that does not end before the code. */
function firstNotBefore(count: number, endOf: (index: number) => number, code: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(middle) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Format 12: groups of characters whose glyphs follow each other. */
function glyphInGroups(view: DataView, offset: number, code: number): number | undefined {
  const count = view.getUint32(offset + 12);
  const at = (group: number): number => offset + 16 + group * 12;
  const group = firstNotBefore(count, (index) => view.getUint32(at(index) + 4), code);
  if (group === count) return undefined;
  const first = view.getUint32(at(group));
  return code < first ? undefined : view.getUint32(at(group) + 8) + code - first;
}

/** Format 4: segments of the basic plane with a shift each, or an array of glyphs. */
function glyphInSegments(view: DataView, offset: number, code: number): number | undefined {
  if (code >= 0xffff) return undefined;
  const segments = view.getUint16(offset + 6);
  const array = (number: number): number => offset + 14 + number * segments + (number > 0 ? 2 : 0);
  const segment = firstNotBefore(segments / 2, (index) => view.getUint16(array(0) + 2 * index), code);
  const at = 2 * segment;
  if (at >= segments) return undefined;
  const first = view.getUint16(array(1) + at);
  if (code < first) return undefined;
  const range = view.getUint16(array(3) + at);
  const raw = range === 0 ? code : view.getUint16(array(3) + at + range + (code - first) * 2);
  return raw === 0 ? undefined : (raw + view.getUint16(array(2) + at)) & 0xffff;
}

/** Advance width of every glyph, font units. */
export function advancesOf(tables: ReadonlyMap<string, Uint8Array>): Uint16Array {
  const count = viewOf(need(tables, 'maxp')).getUint16(4);
  const long = viewOf(need(tables, 'hhea')).getUint16(34);
  const metrics = viewOf(need(tables, 'hmtx'));
  const advances = new Uint16Array(count);
  for (let glyph = 0; glyph < count; glyph += 1) advances[glyph] = metrics.getUint16(Math.min(glyph, long - 1) * 4);
  return advances;
}

/** A table that every font must have. */
export function need(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (table === undefined) throw new RangeError(`Expected a TrueType font with a table “${tag}”.`);
  return table;
}

/** Big-endian access to bytes. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
