/** A picture as a PDF image stream wants it (ISO 32000-1, 8.9.5). */
import { deflateSync } from 'node:zlib';

export interface PressTwin {
  /** The stream's bytes, already encoded with `filter`. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly colourSpace: 'DeviceCMYK' | 'DeviceGray';
  /** BitsPerComponent. */
  readonly bits: 1 | 8;
  /** Decode array, where it is not the usual one. */
  readonly decode?: readonly number[];
  /** DecodeParms of the Flate filter, where it has any. */
  readonly decodeParms?: {
    readonly Predictor: 15;
    readonly Colors: number;
    readonly BitsPerComponent: 8;
    readonly Columns: number;
  };
}

/** PNG filter type 2 (“Up”, RFC 2083, 6.4): a row as its difference from the one above; suits drawings and gradients. */
const UP = 2;

/** Samples compressed without loss: rows of whole bytes, 1-bit rows already packed. */
export function deflated(
  samples: Uint8Array,
  shape: Pick<PressTwin, 'width' | 'height' | 'colourSpace' | 'bits'>,
): PressTwin {
  if (shape.bits === 1) return { ...shape, bytes: deflateSync(samples, { level: 9 }), filter: 'FlateDecode' };
  const colours = shape.colourSpace === 'DeviceCMYK' ? 4 : 1;
  const row = shape.width * colours;
  const filtered = new Uint8Array((row + 1) * shape.height);
  for (let y = 0; y < shape.height; y++) {
    const to = y * (row + 1);
    filtered[to] = UP;
    for (let x = 0; x < row; x++) {
      const above = y === 0 ? 0 : (samples[(y - 1) * row + x] ?? 0);
      filtered[to + 1 + x] = (samples[y * row + x] ?? 0) - above;
    }
  }
  const decodeParms = { Predictor: 15, Colors: colours, BitsPerComponent: 8, Columns: shape.width } as const;
  return { ...shape, bytes: deflateSync(filtered, { level: 6 }), filter: 'FlateDecode', decodeParms };
}
