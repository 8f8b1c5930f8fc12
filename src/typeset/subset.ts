/**
 * Font files with just the characters that are wanted: static TrueType, no kerning or substitution where the face is
 * measured without, so that a browser cannot draw what was not measured. The same characters give the same bytes.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Face, fileIn } from './faces.ts';
import { graft } from './font/graft.ts';
import { assembleFont, need, tablesOf, viewOf } from './font/sfnt.ts';
import { Slices } from './font/slices.ts';

/** HarfBuzz's subsetter, as its WebAssembly exports it; it knows how to keep the kerning of the glyphs that stay. */
interface Program {
  readonly memory: WebAssembly.Memory;
  malloc(size: number): number;
  free(at: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** HB_MEMORY_MODE_WRITABLE: the blob may use our memory as its own. */
const WRITABLE = 2;
/** HB_SUBSET_FLAGS_NO_HINTING: paper and screens of today do without. */
const NO_HINTING = 1;
/** HB_SUBSET_FLAGS_RETAIN_GIDS. */
const RETAIN_GLYPH_IDS = 2;

/** Tables that a subset of a Latin face keeps: outlines, widths, kerning and ligatures. */
const KEPT = ['GDEF', 'GPOS', 'GSUB', 'OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

let program: Promise<Program> | undefined;

/** How a face is cut. */
export interface SubsetOptions {
  /**
   * Keep the glyphs' numbers of the whole face, so that they do not hang on the other characters: what is drawn with
   * the font comes out the same whatever else it holds. The file is larger.
   */
  readonly stable?: boolean;
}

/** A static TrueType font with the characters of `text` that the face has. */
export async function subsetFace(face: Face, text: string, options: SubsetOptions = {}): Promise<Uint8Array> {
  const { stable = false } = options;
  const codes = codesOf(text);
  if (face.source.kind === 'slices') return subsetSlices(face, codes, stable);
  const font = await readFile(fileIn(face.source.module));
  // A Han face is drawn without kerning and substitution: its glyphs are all there is to take.
  if (face.script === 'han') return graft([{ font, codes }], font, stable ? glyphCount(font) : undefined);
  program ??= loadProgram();
  return trim(subset(await program, font, codes, stable ? NO_HINTING | RETAIN_GLYPH_IDS : NO_HINTING));
}

/** The characters of a text, each once, in their order. */
const codesOf = (text: string): readonly number[] =>
  [...new Set(text)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);

const glyphCount = (font: Uint8Array): number => viewOf(need(tablesOf(font), 'maxp')).getUint16(4);

/** Glyphs that no slice of a web font exceeds; the numbers of 97 slices fit into 16 bits. */
const SLICE_ROOM = 600;

async function subsetSlices(face: Face, codes: readonly number[], stable: boolean): Promise<Uint8Array> {
  const slices = await Slices.open(face);
  const bySlice = new Map<number, number[]>();
  for (const code of codes) {
    const slice = slices.sliceOf(code);
    if (slice !== undefined) bySlice.set(slice, [...(bySlice.get(slice) ?? []), code]);
  }
  const parts = [...bySlice]
    .sort(([a], [b]) => a - b)
    .map(([slice, wanted]) => ({ font: slices.bytes(slice), codes: wanted, base: slice * SLICE_ROOM }));
  const stock = slices.bytes(slices.sliceOf(0x30) ?? 0);
  return graft(parts, stock, stable ? slices.count * SLICE_ROOM : undefined);
}

/** A smaller subset of a font that is itself a subset: cheap, since the whole face need not be read again. */
export async function subsetFont(face: Face, font: Uint8Array, text: string): Promise<Uint8Array> {
  const codes = codesOf(text);
  if (face.script === 'han') return graft([{ font, codes }], font, undefined);
  program ??= loadProgram();
  return trim(subset(await program, font, codes, NO_HINTING));
}

async function loadProgram(): Promise<Program> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const exports = instance.exports as unknown as Program & { _initialize?: () => void };
  exports._initialize?.();
  return exports;
}

function subset(hb: Program, font: Uint8Array, codes: readonly number[], flags: number): Uint8Array {
  const data = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const code of codes) hb.hb_set_add(wanted, code);
  hb.hb_subset_input_set_flags(input, flags);
  const subsetted = hb.hb_subset_or_fail(face, input);
  if (subsetted === 0) throw new Error('bug: HarfBuzz cannot subset this font');
  const result = hb.hb_face_reference_blob(subsetted);
  const at = hb.hb_blob_get_data(result, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(at, at + hb.hb_blob_get_length(result));
  hb.hb_blob_destroy(result);
  hb.hb_face_destroy(subsetted);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(data);
  return bytes;
}

function trim(font: Uint8Array): Uint8Array {
  return assembleFont(new Map([...tablesOf(font)].filter(([tag]) => KEPT.includes(tag))));
}
