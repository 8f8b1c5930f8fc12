/**
 * How wide characters are, straight from the font files. Only the tables that say so are read: the outlines, nine
 * tenths of a Chinese font, stay on the disk.
 */
import { FaultError } from '../../fault.ts';
import type { Mils, Px } from '../../units.ts';
import { FACES, type Face, fileIn } from '../faces.ts';
import { fontMissing } from '../faults.ts';
import type { FaceId } from '../model.ts';
import { advancesOf, assembleFont, CharacterMap, NOTDEF, need, readTables, tablesOf, viewOf } from './sfnt.ts';
import { Slices } from './slices.ts';

/** One face, measured. */
export interface FaceMetrics {
  readonly face: Face;
  /** Above the baseline, as browsers take it for the content area (`hhea`). */
  readonly ascent: Mils;
  /** Below the baseline, positive. */
  readonly descent: Mils;
  has(code: number): boolean;
  /** Advance of one character, unkerned; of a missing one 0. */
  advance(code: number): Mils;
  /** Advances of every UTF-16 unit of a text as drawn on one line: kerned, a ligature's (if there are to be any) on its first character. */
  shape(text: string, ligatures?: boolean): Float64Array;
}

/** Every face of the catalogue. */
export type Metrics = Readonly<Record<FaceId, FaceMetrics>>;

/** HarfBuzz, loaded with the first face that it shapes. */
type HarfBuzz = typeof import('harfbuzzjs');

const METRIC_TABLES = ['head', 'hhea', 'maxp', 'hmtx', 'cmap'];
/** What kerning and ligatures need besides. */
const SHAPING_TABLES = ['GDEF', 'GPOS', 'GSUB'];

let opened: Promise<Metrics> | undefined;

/**
 * Measures every face of the catalogue; done once in a process, since font files do not change under it.
 * @throws FaultError `font-missing` (exit 3), one for each package that is not there
 */
export function openMetrics(): Promise<Metrics> {
  opened ??= openFaces(Object.values(FACES));
  return opened;
}

async function openFaces(faces: readonly Face[]): Promise<Metrics> {
  const found = await Promise.allSettled(faces.map(openFace));
  const missing = faces.filter((_, index) => found[index]?.status === 'rejected');
  const faults = missing.map(({ source }) => fontMissing(source.module));
  if (faults.length > 0) throw new FaultError([...new Map(faults.map((fault) => [fault.message, fault])).values()]);
  const measured = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return Object.fromEntries(measured.map((metrics) => [metrics.face.id, metrics]));
}

async function openFace(face: Face): Promise<FaceMetrics> {
  if (face.source.kind === 'slices') return slicedMetrics(face, await Slices.open(face));
  const path = fileIn(face.source.module);
  const tables = await readTables(
    path,
    face.script === 'latin' ? [...METRIC_TABLES, ...SHAPING_TABLES] : METRIC_TABLES,
  );
  return fileMetrics(face, tables, face.script === 'latin' ? await import('harfbuzzjs') : undefined);
}

/** @param hb absent where no kerning is wanted */
function fileMetrics(face: Face, tables: ReadonlyMap<string, Uint8Array>, hb: HarfBuzz | undefined): FaceMetrics {
  const { perEm, ascent, descent } = verticals(tables);
  const map = new CharacterMap(need(tables, 'cmap'));
  const widths = advancesOf(tables);
  const advance = (code: number): Mils => {
    const glyph = map.glyph(code);
    return glyph === NOTDEF ? 0 : ((widths[glyph] ?? 0) * 1000) / perEm;
  };
  return {
    face,
    ascent,
    descent,
    has: (code) => map.glyph(code) !== NOTDEF,
    advance,
    shape: hb === undefined ? (text) => unshaped(text, advance) : shaper(hb, tables, perEm),
  };
}

/**
 * The common Han characters are there and one em in every slice (a test holds every one to it). Of others the slice says it: the
 * sheet names hundreds of signs that no slice has, and a browser draws white for them.
 */
const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;
const isHan = (code: number): boolean => code >= HAN_FIRST && code <= HAN_LAST;

function slicedMetrics(face: Face, slices: Slices): FaceMetrics {
  const measured = new Map<number, { readonly map: CharacterMap; readonly widths: Uint16Array }>();
  const { perEm, ascent, descent } = verticals(tablesOf(slices.bytes(slices.sliceOf(0x30) ?? 0)));
  const measuredSlice = (slice: number) => {
    const known = measured.get(slice);
    if (known) return known;
    const tables = tablesOf(slices.bytes(slice));
    const fresh = { map: new CharacterMap(need(tables, 'cmap')), widths: advancesOf(tables) };
    measured.set(slice, fresh);
    return fresh;
  };
  const advance = (code: number): Mils => {
    const slice = slices.sliceOf(code);
    if (slice === undefined) return 0;
    if (isHan(code)) return 1000;
    const { map, widths } = measuredSlice(slice);
    return ((widths[map.glyph(code)] ?? 0) * 1000) / perEm;
  };
  const has = (code: number): boolean => {
    const slice = slices.sliceOf(code);
    return slice !== undefined && (isHan(code) || measuredSlice(slice).map.glyph(code) !== NOTDEF);
  };
  return {
    face,
    ascent,
    descent,
    has,
    advance,
    shape: (text) => unshaped(text, advance),
  };
}

function verticals(tables: ReadonlyMap<string, Uint8Array>) {
  const perEm = viewOf(need(tables, 'head')).getUint16(18);
  const hhea = viewOf(need(tables, 'hhea'));
  return { perEm, ascent: (hhea.getInt16(4) * 1000) / perEm, descent: (-hhea.getInt16(6) * 1000) / perEm };
}

function unshaped(text: string, advance: (code: number) => Mils): Float64Array {
  const advances = new Float64Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    advances[at] = advance(code);
    if (code > 0xffff) at += 1;
  }
  return advances;
}

/** HarfBuzz over the font's metric and layout tables; it asks for no outline. */
function shaper(hb: HarfBuzz, tables: ReadonlyMap<string, Uint8Array>, perEm: number): FaceMetrics['shape'] {
  const font = new hb.Font(new hb.Face(new hb.Blob(assembleFont(tables))));
  const buffer = new hb.Buffer();
  const apart = [new hb.Feature('liga', 0), new hb.Feature('clig', 0)];
  return (text, ligatures = true) => {
    buffer.clearContents();
    buffer.addText(text);
    // Source Serif has the same kerning in every script, so figures alone come out as they do among words.
    buffer.setScript('Latn');
    buffer.setLanguage('en');
    buffer.setDirection(hb.Direction.LTR);
    hb.shape(font, buffer, ligatures ? [] : apart);
    const advances = new Float64Array(text.length);
    const infos = buffer.getGlyphInfos();
    buffer.getGlyphPositions().forEach((position, index) => {
      const cluster = infos[index]?.cluster ?? 0;
      advances[cluster] = (advances[cluster] ?? 0) + (position.xAdvance * 1000) / perEm;
    });
    return advances;
  };
}

/** Chromium's layout unit: every inline box is widened to a whole number of them. */
export const LAYOUT_UNIT: Px = 1 / 64;
/** Slack for sums in single precision, far below a layout unit. */
const SINGLE: Px = 1e-6;

/**
 * Width of an inline box of `advance` (mils of the size) as Chromium lays it out. FreeType scales an em by a 16.16
 * factor to a 16.16 advance, so that a Han character of 12 px has 12.0001; the box is rounded up to a layout unit.
 */
export function drawnWidth(advance: Mils, size: Px, spacing: Px = 0): Px {
  const factor = Math.round((size * 64 * 65536) / 1000);
  const em = Math.round((1000 * factor) / 64) / 65536;
  return Math.ceil(((advance * em) / 1000 + spacing - SINGLE) / LAYOUT_UNIT) * LAYOUT_UNIT;
}
