/**
 * The tone curve of black ink alone. A tint printed on newsprint comes out darker than its number (dot gain), so a
 * grey picture needs less ink than 1 − grey: the curve is read from the press profile.
 */
import type { Separation } from './separation.ts';

/** Black ink (0–255) for each sRGB grey (0–255). 0 → 255, 255 → 0, never rising. */
export type Tone = Uint8Array;

const known = new Map<string, Tone>();

/** The curve of a press profile: relative colorimetric with the black point compensated, on the black plate alone. */
export function toneOf(separation: Separation): Tone {
  const tone = known.get(separation.sha256) ?? measure(separation);
  known.set(separation.sha256, tone);
  return tone;
}

function measure(separation: Separation): Tone {
  const light = lightOfTints(separation);
  const [paper = 1, solid = 0] = [light[0], light[255]];
  const tone = new Uint8Array(256);
  let ink = 255;
  for (let grey = 0; grey < 256; grey++) {
    const wanted = solid + linear(grey) * (paper - solid);
    while (ink > 0 && (light[ink - 1] ?? 0) <= wanted) ink--;
    tone[grey] = ink > 0 && wanted - (light[ink] ?? 0) > (light[ink - 1] ?? 0) - wanted ? ink - 1 : ink;
  }
  tone[0] = 255;
  tone[255] = 0;
  return tone;
}

/** Light (linear, 1 = paper) that each of the 256 tints of black reflects; green stands for luminance, tints are all but neutral. */
function lightOfTints(separation: Separation): number[] {
  const seen = separation.tints();
  // Tints grow darker; where 8 bits or the profile's grid ripple, the running minimum keeps the curve one-way.
  let least = Number.POSITIVE_INFINITY;
  return Array.from({ length: 256 }, (_, ink) => {
    least = Math.min(least, linear(seen[ink * 3 + 1] ?? 0));
    return least;
  });
}

/** IEC 61966-2-1 (sRGB), decoding. */
function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
