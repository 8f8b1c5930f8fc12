/**
 * Colour through the press profile, by Little CMS: from sRGB to the four inks, and from inks back to what a reader
 * sees. Relative colorimetric with black point compensation: newsprint's black reflects an eighth of its paper's
 * light, so without compensation every tone under that would be one black (sharp has no such compensation).
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type Lcms,
  TYPE_CMYK_8,
  TYPE_RGB_8,
} from 'lcms-wasm';

/** A press profile, opened. */
export interface Separation {
  /** SHA-256 of the profile, hex. */
  readonly sha256: string;
  /** Interleaved 8-bit sRGB to interleaved CMYK, one byte a plate, 255 = full ink. The ink limit is the profile's. */
  inks(rgb: Uint8Array): Uint8Array;
  /** Interleaved CMYK to the sRGB that the print looks like, white paper = white, the press's darkest = black. */
  proof(cmyk: Uint8Array): Uint8Array;
  /** The same without compensation: what the print reflects beside its own paper. */
  seen(cmyk: Uint8Array): Uint8Array;
}

const engine: { lcms?: Promise<Lcms> } = {};
const opened = new Map<string, Promise<Separation>>();

/**
 * Opens a CMYK profile; the same profile is opened once.
 * @param profile absolute path
 * @throws Error when Little CMS cannot make a transform of it; the press room checks profiles before
 */
export async function openSeparation(profile: string): Promise<Separation> {
  const icc = await readFile(profile);
  const sha256 = createHash('sha256').update(icc).digest('hex');
  const separation = opened.get(sha256) ?? prepare(icc, sha256, profile);
  opened.set(sha256, separation);
  return separation;
}

async function prepare(icc: Uint8Array, sha256: string, profile: string): Promise<Separation> {
  engine.lcms ??= instantiate();
  const lcms = await engine.lcms;
  const press = openProfile(lcms, icc);
  const screen = lcms.cmsCreate_sRGBProfile();
  const link = (from: number, to: number, flags: number): ((pixels: Uint8Array) => Uint8Array) => {
    const formats = [from === press ? TYPE_CMYK_8 : TYPE_RGB_8, to === press ? TYPE_CMYK_8 : TYPE_RGB_8] as const;
    const transform =
      press === 0 ? 0 : lcms.cmsCreateTransform(from, formats[0], to, formats[1], INTENT_RELATIVE_COLORIMETRIC, flags);
    if (transform === 0) throw new Error(`${profile} is no CMYK profile that colours can be converted with`);
    const channels = from === press ? 4 : 3;
    return (pixels) => convert(lcms, transform, pixels, channels);
  };
  return {
    sha256,
    inks: link(screen, press, cmsFLAGS_BLACKPOINTCOMPENSATION),
    proof: link(press, screen, cmsFLAGS_BLACKPOINTCOMPENSATION),
    seen: link(press, screen, 0),
  };
}

/** Through the heap: the package's own way puts the profile on the stack, which a large one overflows. */
function openProfile(lcms: Lcms, icc: Uint8Array): number {
  const at = lcms._malloc(icc.length);
  lcms.HEAPU8.set(icc, at);
  const handle = lcms.ccall('cmsOpenProfileFromMem', 'number', ['number', 'number'], [at, icc.length]);
  lcms._free(at);
  return handle;
}

/** Pixels converted at a time: keeps the engine's memory, which never shrinks, under 10 MB. */
const SLICE = 1 << 20;

function convert(lcms: Lcms, transform: number, pixels: Uint8Array, channels: 3 | 4): Uint8Array {
  const count = pixels.length / channels;
  const out = new Uint8Array(count * (7 - channels));
  for (let from = 0; from < count; from += SLICE) {
    const to = Math.min(count, from + SLICE);
    const slice = pixels.subarray(from * channels, to * channels);
    out.set(lcms.cmsDoTransform(transform, slice, to - from), from * (7 - channels));
  }
  return out;
}
