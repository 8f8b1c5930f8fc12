/**
 * The loops over pixels of press twins, compiled ahead: WebAssembly with SIMD, from the AssemblyScript in `kernels/`. A build is
 * over before V8 has compiled such loops of JavaScript well. `npm run kernels:photo` makes the file; a test makes it again.
 */
import { readFileSync } from 'node:fs';

/** Where the compiled loops are kept. */
export const KERNELS = new URL('./kernels.wasm', import.meta.url);

type Place = WebAssembly.Global;

/** What the module exports: loops, told where they lie, and places of tables (`kernels/layout.ts`). Addresses are bytes. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly WORK_AT: Place;
  readonly DIVISORS_AT: Place;
  readonly GRID_AT: Place;
  readonly ROOT_AT: Place;
  readonly GAIN_AT: Place;
  readonly LIGHT_AT: Place;
  readonly BYTE_AT: Place;
  readonly FROM_AT: Place;
  readonly Y_RED_AT: Place;
  readonly Y_GREEN_AT: Place;
  readonly Y_BLUE_AT: Place;
  readonly XZ_RED_AT: Place;
  readonly XZ_GREEN_AT: Place;
  readonly XZ_BLUE_AT: Place;
  measureRow(rgb: number, light: number, soft: number, width: number): void;
  sharpenRow(
    rgb: number,
    light: number,
    high: number,
    above: number,
    here: number,
    below: number,
    low: number,
    width: number,
    quiet: number,
  ): void;
  throughLink(rgb: number, inks: number, count: number): void;
  limitSums(inks: number, count: number, most: number): number;
  throughJpeg(inks: number, to: number): void;
  foreseeBand(band: number, stride: number, width: number, height: number, most: number, gain: number): number;
}

let instance: Kernels | undefined;

/** The loops, one instance a thread. */
export function openKernels(): Kernels {
  instance ??= new WebAssembly.Instance(new WebAssembly.Module(readFileSync(KERNELS))).exports as unknown as Kernels;
  return instance;
}

/** Where pixels may lie, and the whole memory, grown to have so many bytes there. Growing makes earlier views void. */
export function workspace(bytes: number): { readonly at: number; readonly memory: Uint8Array } {
  const { memory, WORK_AT } = openKernels();
  const missing = WORK_AT.value + bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return { at: WORK_AT.value, memory: new Uint8Array(memory.buffer) };
}

/** Bytes by which WebAssembly's memory grows. */
const PAGE = 1 << 16;

/** Lays a table where the loops look for it. */
export function layTable(place: Place, table: Int16Array | Int32Array | Float64Array | Uint8Array): void {
  const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
  workspace(0).memory.set(bytes, place.value);
}
