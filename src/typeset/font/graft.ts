/**
 * One TrueType font out of glyphs of several: the slices of a web font put together again. Only static outlines
 * without hints; every glyph brings its width, composites their components. Layouts of tables as in ISO/IEC 14496-22.
 */
import { assembleFont, CharacterMap, need, tablesOf, viewOf } from './sfnt.ts';

/** Characters wanted from one font. */
export interface GraftPart {
  readonly font: Uint8Array;
  readonly codes: readonly number[];
  /** First number of its glyphs where they keep their numbers. */
  readonly base?: number;
}

/**
 * A font with these characters; vertical metrics, names and the rest come from `stock`.
 * @param room with it, glyphs keep the numbers of their sources (shifted by the part's `base`) among so many, so that
 *   no glyph's number hangs on which others were asked for
 */
export function graft(parts: readonly GraftPart[], stock: Uint8Array, room?: number): Uint8Array {
  const stocked = tablesOf(stock);
  const glyphs: Glyph[] = [new Source(stock).glyph(0)];
  if (room !== undefined) while (glyphs.length < room) glyphs.push(EMPTY);
  const codes: (readonly [number, number])[] = [];
  for (const part of parts) {
    const source = new Source(part.font);
    const taken = new Map<number, number>();
    const base = room === undefined ? undefined : (part.base ?? 0);
    for (const code of part.codes) {
      const glyph = source.map.glyph(code);
      if (glyph !== 0) codes.push([code, take(glyph, { source, taken, glyphs, base })]);
    }
  }
  codes.sort(([a], [b]) => a - b);
  return assembleFont(buildTables(stocked, glyphs, codes, room !== undefined));
}

/** A number without a glyph. */
const EMPTY: Glyph = { outline: new Uint8Array(), advance: 0, bearing: 0 };

/** A glyph: its TrueType outline, font units across. */
export interface Glyph {
  outline: Uint8Array;
  readonly advance: number;
  readonly bearing: number;
}

/** A font that glyphs are taken from. */
export class Source {
  /** Numbers of glyphs, used or not. */
  readonly count: number;
  readonly #cmap: Uint8Array;
  #map: CharacterMap | undefined;
  readonly #glyf: Uint8Array;
  readonly #loca: DataView;
  readonly #isLong: boolean;
  readonly #hmtx: DataView;
  readonly #longs: number;

  constructor(font: Uint8Array) {
    const tables = tablesOf(font);
    this.#cmap = need(tables, 'cmap');
    this.#glyf = need(tables, 'glyf');
    this.#loca = viewOf(need(tables, 'loca'));
    this.#isLong = viewOf(need(tables, 'head')).getInt16(50) === 1;
    this.#hmtx = viewOf(need(tables, 'hmtx'));
    this.#longs = viewOf(need(tables, 'hhea')).getUint16(34);
    this.count = viewOf(need(tables, 'maxp')).getUint16(4);
  }

  /** Its characters, read when they are asked for: a union of fonts asks for none. */
  get map(): CharacterMap {
    this.#map ??= new CharacterMap(this.#cmap);
    return this.#map;
  }

  /** Numbers of the glyphs that have an outline or a width. */
  present(): readonly number[] {
    const found: number[] = [];
    let here = this.#at(0);
    for (let index = 0; index < this.count; index += 1) {
      const next = this.#at(index + 1);
      if (here !== next || this.#advance(index) !== 0) found.push(index);
      here = next;
    }
    return found;
  }

  glyph(index: number): Glyph {
    const last = this.#longs - 1;
    const bearingAt = index <= last ? index * 4 + 2 : this.#longs * 4 + (index - this.#longs) * 2;
    return {
      outline: this.#glyf.slice(this.#at(index), this.#at(index + 1)),
      advance: this.#advance(index),
      bearing: this.#hmtx.getInt16(bearingAt),
    };
  }

  #at(index: number): number {
    return this.#isLong ? this.#loca.getUint32(index * 4) : this.#loca.getUint16(index * 2) * 2;
  }

  #advance(index: number): number {
    return this.#hmtx.getUint16(Math.min(index, this.#longs - 1) * 4);
  }
}

interface Taking {
  readonly source: Source;
  readonly taken: Map<number, number>;
  readonly glyphs: Glyph[];
  /** Added to the source's numbers; without it glyphs are numbered as they come. */
  readonly base: number | undefined;
}

/** Takes a glyph and what it is composed of; its index in the new font. */
function take(index: number, taking: Taking): number {
  const { source, taken, glyphs, base } = taking;
  const known = taken.get(index);
  if (known !== undefined) return known;
  const glyph = source.glyph(index);
  const fresh = base === undefined ? glyphs.length : base + index;
  glyphs[fresh] = glyph;
  taken.set(index, fresh);
  for (const at of componentsOf(glyph.outline)) {
    const view = viewOf(glyph.outline);
    view.setUint16(at, take(view.getUint16(at), taking));
  }
  return fresh;
}

/** Flags of a composite glyph's component. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Where a composite outline names its components. */
function componentsOf(outline: Uint8Array): readonly number[] {
  const view = viewOf(outline);
  const places: number[] = [];
  if (outline.length < 10 || view.getInt16(0) >= 0) return places;
  for (let at = 10; ; ) {
    const flags = view.getUint16(at);
    places.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
    if (!(flags & MORE)) return places;
  }
}

function buildTables(
  stock: ReadonlyMap<string, Uint8Array>,
  glyphs: readonly Glyph[],
  codes: readonly (readonly [number, number])[],
  isStable: boolean,
): ReadonlyMap<string, Uint8Array> {
  const tables = glyphTables(stock, glyphs);
  const maxp = need(tables, 'maxp');
  if (isStable) setAmple(maxp);
  else setLimits(maxp, glyphs);
  return new Map([
    ...tables,
    ['OS/2', need(stock, 'OS/2')],
    ['cmap', characterTable(codes)],
    ['name', need(stock, 'name')],
    ['post', namelessPost(need(stock, 'post'))],
  ]);
}

/** The tables of these glyphs, and those of the stock that count them. */
export function glyphTables(
  stock: ReadonlyMap<string, Uint8Array>,
  glyphs: readonly Glyph[],
): ReadonlyMap<string, Uint8Array> {
  const { glyf, loca } = outlines(glyphs);
  const head = need(stock, 'head').slice();
  viewOf(head).setInt16(50, 1);
  const hhea = need(stock, 'hhea').slice();
  viewOf(hhea).setUint16(34, glyphs.length);
  const maxp = need(stock, 'maxp').slice();
  viewOf(maxp).setUint16(4, glyphs.length);
  return new Map([
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metricsTable(glyphs)],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

/** The tables of outlines and of their places, these in their long form. */
function outlines(glyphs: readonly Glyph[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const loca = new Uint8Array((glyphs.length + 1) * 4);
  const view = viewOf(loca);
  let end = 0;
  let index = 0;
  for (const { outline } of glyphs) {
    end += (outline.length + 3) & ~3;
    index += 1;
    view.setUint32(index * 4, end);
  }
  const glyf = new Uint8Array(end);
  let start = 0;
  for (const { outline } of glyphs) {
    if (outline.length === 0) continue;
    glyf.set(outline, start);
    start += (outline.length + 3) & ~3;
  }
  return { glyf, loca };
}

/** Points and contours of the largest outline: a rasteriser makes room by them. The stock's own limits hold for its glyphs only. */
function setLimits(maxp: Uint8Array, glyphs: readonly Glyph[]): void {
  const view = viewOf(maxp);
  for (const { outline } of glyphs) {
    if (outline.length < 10) continue;
    const shape = viewOf(outline);
    const contours = shape.getInt16(0);
    if (contours <= 0) continue;
    const points = shape.getUint16(10 + (contours - 1) * 2) + 1;
    view.setUint16(6, Math.max(view.getUint16(6), points));
    view.setUint16(8, Math.max(view.getUint16(8), contours));
  }
  // Composites: ample room, since nothing is allocated that no glyph asks for.
  for (const at of [10, 12]) view.setUint16(at, Math.max(view.getUint16(at), 4 * view.getUint16(at - 4)));
  for (const at of [28, 30]) view.setUint16(at, Math.max(view.getUint16(at), at === 28 ? 16 : 4));
}

/** Limits that hold for every glyph of the faces of the house, whichever were taken: points, contours, components. */
function setAmple(maxp: Uint8Array): void {
  const view = viewOf(maxp);
  for (const at of [6, 10]) view.setUint16(at, 4000);
  for (const at of [8, 12]) view.setUint16(at, 400);
  view.setUint16(28, 16);
  view.setUint16(30, 4);
}

/** The table of widths, every glyph with its own. */
function metricsTable(glyphs: readonly Glyph[]): Uint8Array {
  const table = new Uint8Array(glyphs.length * 4);
  const view = viewOf(table);
  let at = 0;
  for (const { advance, bearing } of glyphs) {
    view.setUint16(at, advance);
    view.setInt16(at + 2, bearing);
    at += 4;
  }
  return table;
}

/** One subtable of format 12, which reaches every plane. */
function characterTable(codes: readonly (readonly [number, number])[]): Uint8Array {
  const groups: { first: number; last: number; glyph: number }[] = [];
  for (const [code, glyph] of codes) {
    const group = groups.at(-1);
    if (group && code === group.last + 1 && glyph === group.glyph + code - group.first) group.last = code;
    else groups.push({ first: code, last: code, glyph });
  }
  const table = new Uint8Array(12 + 16 + groups.length * 12);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + groups.length * 12);
  view.setUint32(24, groups.length);
  groups.forEach(({ first, last, glyph }, index) => {
    view.setUint32(28 + index * 12, first);
    view.setUint32(32 + index * 12, last);
    view.setUint32(36 + index * 12, glyph);
  });
  return table;
}

/** `post` of version 3: no glyph names. */
function namelessPost(post: Uint8Array): Uint8Array {
  const table = post.slice(0, 32);
  viewOf(table).setUint32(0, 0x00030000);
  return table;
}
