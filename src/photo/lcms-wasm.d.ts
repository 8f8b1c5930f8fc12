/** The part of lcms-wasm that the photo room uses; the package has no types of its own. */
declare module 'lcms-wasm' {
  export const TYPE_RGB_8: number;
  export const TYPE_RGB_16: number;
  export const TYPE_CMYK_8: number;
  export const TYPE_CMYK_16: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export interface Lcms {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    ccall(name: string, returns: 'number', types: readonly 'number'[], values: readonly number[]): number;
    cmsCreate_sRGBProfile(): number;
    cmsCreateTransform(
      from: number,
      fromFormat: number,
      to: number,
      toFormat: number,
      intent: number,
      flags: number,
    ): number;
    cmsDoTransform<Depth extends Uint8Array | Uint16Array>(transform: number, pixels: Depth, count: number): Depth;
  }
  export function instantiate(): Promise<Lcms>;
}
