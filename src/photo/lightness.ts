/**
 * Tables between sRGB bytes and CIE L*a*b* in whole numbers, for loops over pixels. Light counts to {@link FINE}, a
 * tenth of the darkest byte's; the roots of which L*, a* and b* are made count to {@link ROOTS}, 71 to 1 L*.
 */

/** White's light. */
const FINE = 1 << 15;
/** White's root. */
export const ROOTS = 1 << 13;
/** Roots beyond white that the tables still know: 8.5 L*. */
const BEYOND = 600;

/** The root of light (CIE 15:2004, 8.2.1), white = 1: cubic, and straight near black. L* is 116 roots less 16. */
const rootOf = (light: number): number =>
  light > 216 / 24_389 ? Math.cbrt(light) : (light * 24_389) / 27 / 116 + 16 / 116;
const lightOf = (root: number): number => (root > 24 / 116 ? root ** 3 : ((root - 16 / 116) * 116 * 27) / 24_389);

/** Light of an sRGB byte, white = 1 (IEC 61966-2-1). */
const decoded = (byte: number): number =>
  byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;

/** Root of each light; a few more, since three rounded shares may come to a little more than white. */
export const ROOT = new Int16Array(FINE + 4);
for (let light = 0; light < ROOT.length; light++) ROOT[light] = Math.round(rootOf(light / FINE) * ROOTS);

/** Light of each root; roots under black's have less than none. */
export const LIGHT = new Float64Array(ROOTS + BEYOND);
for (let root = 0; root < LIGHT.length; root++) LIGHT[root] = lightOf(root / ROOTS) * FINE;

/** Where no light stands in {@link BYTE}: colours that no screen can show have channels under it, and over white. */
export const DARK = 3 * FINE;
/** The nearest sRGB byte to each light, from −{@link DARK} to four times white's: wide enough for every X, Y, Z of {@link LIGHT}. */
export const BYTE = new Uint8Array(DARK + 4 * FINE);
for (let byte = 1; byte < 256; byte++) BYTE.fill(byte, DARK + Math.ceil(decoded(byte - 0.5) * FINE));

type Three = readonly [number, number, number];

/** X, Y and Z of linear red, green and blue, each for white = 1 (IEC 61966-2-1). */
const X: Three = [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505];
const Y: Three = [0.2126, 0.7152, 0.0722];
const Z: Three = [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089];

/** The light that a byte of one channel adds to X, Y or Z. */
const shareOf = (weights: Three, channel: 0 | 1 | 2): Int32Array =>
  Int32Array.from({ length: 256 }, (_, byte) => Math.round(FINE * decoded(byte) * weights[channel]));
/** Shares of Y: of a byte of red, of green, of blue. */
export const Y_RED = shareOf(Y, 0);
export const Y_GREEN = shareOf(Y, 1);
export const Y_BLUE = shareOf(Y, 2);

/** X in the upper 16 bits, Z in the lower: three such shares are added at once. */
const beside = (x: Int32Array, z: Int32Array): Int32Array => x.map((share, byte) => (share << 16) | (z[byte] ?? 0));
const pairOf = (channel: 0 | 1 | 2): Int32Array => beside(shareOf(X, channel), shareOf(Z, channel));
/** Shares of X and Z together: of a byte of red, of green, of blue. */
export const XZ_RED = pairOf(0);
export const XZ_GREEN = pairOf(1);
export const XZ_BLUE = pairOf(2);

const crossed = (a: Three, b: Three): Three => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const scaled = ([r, g, b]: Three): Three => {
  const [x, y, z] = crossed(Y, Z);
  const whole = X[0] * x + X[1] * y + X[2] * z;
  return [r / whole, g / whole, b / whole];
};
/** Linear red, green and blue of one X, one Y, one Z: the inverse. */
export const FROM_X = scaled(crossed(Y, Z));
export const FROM_Y = scaled(crossed(Z, X));
export const FROM_Z = scaled(crossed(X, Y));
