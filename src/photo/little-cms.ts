/**
 * Little CMS, in WebAssembly: colours between the screen and a press profile. Starting it and making one transform take a
 * fifth of a second, so the built-in profile's numbers are kept (`kept-link.ts`) and nothing is made before it is used.
 */
import type { Lcms } from 'lcms-wasm';

/** Interleaved colours, all bits set = full light or full ink. */
type Colours = Uint8Array | Uint16Array;

/** From sRGB to the inks of a profile. */
export type ToPress = <Depth extends Colours>(rgb: Depth) => Depth;

/** A press profile, opened in Little CMS. Relative colorimetric throughout. */
export interface PressColours {
  /** sRGB to CMYK with the black point compensated; makes the transform. */
  toPress(bits: 8 | 16): ToPress;
  /**
   * 8-bit CMYK to the sRGB that the print looks like; makes the transform.
   * @param compensated white paper = white, the press's darkest = black; without: what the print reflects beside its own paper
   */
  toScreen(compensated: boolean): (cmyk: Uint8Array) => Uint8Array;
}

const engine: { lcms?: Promise<Lcms> } = {};

/**
 * Opens a CMYK profile in Little CMS.
 * @param shown the profile as an error names it
 * @throws Error, here or from the transforms, when Little CMS cannot make a transform of it
 */
export async function openPressColours(icc: Uint8Array, shown: string): Promise<PressColours> {
  const cms = await import('lcms-wasm');
  engine.lcms ??= cms.instantiate();
  const lcms = await engine.lcms;
  const press = openProfile(lcms, icc);
  const screen = lcms.cmsCreate_sRGBProfile();
  const transform = (from: readonly [number, number], to: readonly [number, number], flags: number): number => {
    const made = press === 0 ? 0 : lcms.cmsCreateTransform(...from, ...to, cms.INTENT_RELATIVE_COLORIMETRIC, flags);
    if (made === 0) throw new Error(`${shown} is no CMYK profile that colours can be converted with`);
    return made;
  };
  return {
    toPress: (bits) => {
      const [rgb, cmyk] = bits === 8 ? [cms.TYPE_RGB_8, cms.TYPE_CMYK_8] : [cms.TYPE_RGB_16, cms.TYPE_CMYK_16];
      const made = transform([screen, rgb], [press, cmyk], cms.cmsFLAGS_BLACKPOINTCOMPENSATION);
      return (colours) => lcms.cmsDoTransform(made, colours, colours.length / 3);
    },
    toScreen: (compensated) => {
      const flags = compensated ? cms.cmsFLAGS_BLACKPOINTCOMPENSATION : 0;
      const made = transform([press, cms.TYPE_CMYK_8], [screen, cms.TYPE_RGB_8], flags);
      return (cmyk) => lcms.cmsDoTransform(made, cmyk, cmyk.length / 4);
    },
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
