/**
 * A drawing's inks. A drawing has few colours and many pixels, so each colour goes through the profile once; and
 * neutral colours go to the black plate alone, so that letters and rules in a drawing cannot show colour fringes.
 */
import type { Separation } from './separation.ts';
import type { Tone } from './tone.ts';

/** All colours of 8-bit RGB. */
const COLOURS = 1 << 24;

/**
 * The inks of RGB pixels, colour by colour.
 * @param rgb interleaved, three bytes a pixel
 * @returns interleaved CMYK, 255 = full ink
 */
export function inkDrawing(rgb: Uint8Array, separation: Separation, tone: Tone): Uint8Array {
  const { colours, numbers } = countColours(rgb);
  const palette = inkColours(colours, separation, tone);
  const inks = new Uint32Array(rgb.length / 3);
  for (let pixel = 0; pixel < inks.length; pixel++) inks[pixel] = palette[numbers[colourAt(rgb, pixel)] ?? 0] ?? 0;
  return new Uint8Array(inks.buffer);
}

const colourAt = (rgb: Uint8Array, pixel: number): number =>
  ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);

/** The distinct colours in the order of their first pixel, and the number of each by its RGB value. */
function countColours(rgb: Uint8Array): { readonly colours: readonly number[]; readonly numbers: Int32Array } {
  const numbers = new Int32Array(COLOURS).fill(-1);
  const colours: number[] = [];
  for (let pixel = 0; pixel * 3 < rgb.length; pixel++) {
    const colour = colourAt(rgb, pixel);
    if ((numbers[colour] ?? 0) >= 0) continue;
    numbers[colour] = colours.length;
    colours.push(colour);
  }
  return { colours, numbers };
}

/** The four inks of each colour, packed as they lie in memory. */
function inkColours(colours: readonly number[], separation: Separation, tone: Tone): Uint32Array {
  const inks = separation.inks(
    Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
  );
  colours.forEach((colour, index) => {
    const [r, g, b] = [colour >> 16, (colour >> 8) & 255, colour & 255];
    if (r === g && g === b) inks.set([0, 0, 0, tone[r] ?? 0], index * 4);
  });
  return new Uint32Array(inks.buffer);
}
