/** Inks: what a screen colour becomes on the plates. */

/** Cyan, magenta, yellow, black as shares 0–1. */
export type Ink = readonly [number, number, number, number];

/** A screen colour as `#rrggbb`, small letters: 8 bits a channel, which is all that CSS and Chromium carry. */
export type Hex = string;

/** Red, green and blue 0–1 as `#rrggbb`. */
export const hexOf = (red: number, green: number, blue: number): Hex => `#${byte(red)}${byte(green)}${byte(blue)}`;

/** A share as two hexadecimal digits. */
const byte = (share: number): string =>
  Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .padStart(2, '0');

/** The three channels 0–255. */
export function channels(hex: Hex): readonly [number, number, number] {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

/** Ink on the black plate alone, and some of it. */
export const isBlackOnly = (ink: Ink): boolean => ink[0] === 0 && ink[1] === 0 && ink[2] === 0 && ink[3] > 0;

/**
 * A grey on the black plate, in whole percent: designers and the plan speak in whole percent, CSS in 255ths
 * (K 10 % is drawn as 230/255 and must come back as 10 %, not 9.8 %).
 */
export const blackOf = (light: number): Ink => [0, 0, 0, Math.round((1 - light) * 100) / 100];

/** Lightness of a colour as a grey of the same screen: Rec. 709 luma of the gamma-encoded channels, 0–1. */
export function lumaOf(hex: Hex): number {
  const [red, green, blue] = channels(hex);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
