/**
 * Tables between sRGB bytes and CIE L*a*b* in whole numbers, for loops over pixels. Light counts to {@link FINE}, a
 * twentieth of the darkest byte's; the roots of which L*, a* and b* are made count to {@link ROOTS}, 141 to 1 L*.
 */

/** White's light. */
export const FINE = 1 << 16;
/** White's root. */
export const ROOTS = 1 << 14;
/** Roots beyond white that the tables still know: 26 L*. */
const BEYOND = 3 << 10;

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

/** The nearest sRGB byte to each light. */
export const BYTE = new Uint8Array(FINE + 1);
for (let byte = 1; byte < 256; byte++) BYTE.fill(byte, Math.ceil(decoded(byte - 0.5) * FINE));

type Three = readonly [number, number, number];

/** X, Y and Z of linear red, green and blue, each for white = 1 (IEC 61966-2-1). */
const X: Three = [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505];
const Y: Three = [0.2126, 0.7152, 0.0722];
const Z: Three = [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089];

/** The light that a byte of one channel adds to X, Y and Z: three numbers a byte. */
const sharesOf = (channel: 0 | 1 | 2): Int32Array =>
  Int32Array.from({ length: 256 * 3 }, (_, at) =>
    Math.round(FINE * decoded(Math.floor(at / 3)) * ([X, Y, Z][at % 3] as Three)[channel]),
  );
export const RED = sharesOf(0);
export const GREEN = sharesOf(1);
export const BLUE = sharesOf(2);

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
