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

/** Character → glyph. Formats 12 and 4 of the Unicode subtables; later subtables of the same kind add nothing. */
export class CharacterMap {
  readonly #plane = new Uint16Array(0x10000);
  readonly #beyond = new Map<number, number>();

  constructor(table: Uint8Array) {
    const view = viewOf(table);
    const offsets = new Set<number>();
    for (let index = 0; index < view.getUint16(2); index += 1) {
      const platform = view.getUint16(4 + index * 8);
      if (platform === 0 || platform === 3) offsets.add(view.getUint32(8 + index * 8));
    }
    for (const offset of offsets) {
      const format = view.getUint16(offset);
      if (format === 12) this.#readGroups(view, offset);
      else if (format === 4) this.#readSegments(view, offset);
    }
  }

  glyph(code: number): number {
    return code < 0x10000 ? (this.#plane[code] ?? NOTDEF) : (this.#beyond.get(code) ?? NOTDEF);
  }

  #set(code: number, glyph: number): void {
    if (code < 0x10000) this.#plane[code] = glyph;
    else this.#beyond.set(code, glyph);
  }

  #readGroups(view: DataView, offset: number): void {
    for (let group = 0; group < view.getUint32(offset + 12); group += 1) {
      const at = offset + 16 + group * 12;
      const first = view.getUint32(at);
      const glyph = view.getUint32(at + 8);
      for (let code = first; code <= view.getUint32(at + 4); code += 1) this.#set(code, glyph + code - first);
    }
  }

  #readSegments(view: DataView, offset: number): void {
    const segments = view.getUint16(offset + 6);
    const array = (number: number) => offset + 14 + number * segments + (number > 0 ? 2 : 0);
    for (let at = 0; at < segments; at += 2) {
      const last = view.getUint16(array(0) + at);
      const first = view.getUint16(array(1) + at);
      const delta = view.getUint16(array(2) + at);
      const range = view.getUint16(array(3) + at);
      for (let code = first; code <= last && code < 0xffff; code += 1) {
        const raw = range === 0 ? code : view.getUint16(array(3) + at + range + (code - first) * 2);
        if (raw !== 0) this.#set(code, (raw + delta) & 0xffff);
      }
    }
  }
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
