/** The loops of `sharpen.ts`, a row at a time; what they compute is told there. */
import {
  APART_AT,
  BYTE_AT,
  FROM_AT,
  GAIN_AT,
  LIGHT_AT,
  ROOT_AT,
  XZ_BLUE_AT,
  XZ_GREEN_AT,
  XZ_RED_AT,
  Y_BLUE_AT,
  Y_GREEN_AT,
  Y_RED_AT,
} from './layout';

/** A Gaussian of sigma 1, cut off under a tenth of its height, in 1,024ths. */
const OUTER: i16 = 61;
const INNER: i16 = 246;
const MIDDLE: i16 = 410;
const SHIFT: i32 = 10;
const HALF: i16 = 512;

/** White's root. */
const ROOTS: i32 = 1 << 13;
/** Where no light stands among the bytes, and half a step for rounding. */
const NEAREST: f64 = 3 * 32768 + 0.5;

// @ts-ignore: decorator
@inline
function word(table: usize, byte: usize): i32 {
  return load<i32>(table + (byte << 2));
}

// @ts-ignore: decorator
@inline
function rootOf(light: usize): i32 {
  return load<i16>(ROOT_AT + (light << 1));
}

/** Eight sums of five neighbours: the outer two, the inner two, the middle one; roots, so that two of them fit 16 bits. */
// @ts-ignore: decorator
@inline
function blurred(outer: v128, inner: v128, middle: v128): v128 {
  const sides = i16x8(OUTER, INNER, OUTER, INNER, OUTER, INNER, OUTER, INNER);
  const centre = i16x8(MIDDLE, HALF, MIDDLE, HALF, MIDDLE, HALF, MIDDLE, HALF);
  const one = i16x8.splat(1);
  const low = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.shuffle(outer, inner, 0, 8, 1, 9, 2, 10, 3, 11), sides),
    i32x4.dot_i16x8_s(i16x8.shuffle(middle, one, 0, 8, 1, 9, 2, 10, 3, 11), centre),
  );
  const high = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.shuffle(outer, inner, 4, 12, 5, 13, 6, 14, 7, 15), sides),
    i32x4.dot_i16x8_s(i16x8.shuffle(middle, one, 4, 12, 5, 13, 6, 14, 7, 15), centre),
  );
  return i16x8.narrow_i32x4_s(i32x4.shr_s(low, SHIFT), i32x4.shr_s(high, SHIFT));
}

/**
 * The root of each pixel's lightness, and the row blurred along itself; beyond its ends the last pixels go on.
 * @param light two roots of room before it, ten behind the row
 * @param soft room to the next eight pixels
 */
export function measureRow(rgb: usize, light: usize, soft: usize, width: i32): void {
  const end = light + (<usize>width << 1);
  for (let to = light; to < end; to += 2, rgb += 3) {
    const y = word(Y_RED_AT, load<u8>(rgb)) + word(Y_GREEN_AT, load<u8>(rgb, 1)) + word(Y_BLUE_AT, load<u8>(rgb, 2));
    store<i16>(to, <i16>rootOf(y));
  }
  const first: u32 = load<u16>(light);
  const last: u32 = load<u16>(end - 2);
  store<u32>(light - 4, first | (first << 16));
  store<u32>(end, last | (last << 16));
  for (let at = light; at < end; at += 16, soft += 16) {
    const outer = i16x8.add(v128.load(at - 4), v128.load(at, 4));
    const inner = i16x8.add(v128.load(at - 2), v128.load(at, 2));
    v128.store(soft, blurred(outer, inner, v128.load(at)));
  }
}

/**
 * Changes a row's lightness by what it gains against its surroundings, its colour kept.
 * @param high, above, here, below, low blurred rows: two before, the row's own, two behind
 * @param quiet no pixel gains that differs by so many roots or fewer
 */
export function sharpenRow(
  rgb: usize,
  light: usize,
  high: usize,
  above: usize,
  here: usize,
  below: usize,
  low: usize,
  width: i32,
  quiet: i32,
): void {
  const most = i16x8.splat(<i16>quiet);
  for (let x: i32 = 0; x < width; x += 8) {
    const at = <usize>x << 1;
    const outer = i16x8.add(v128.load(high + at), v128.load(low + at));
    const inner = i16x8.add(v128.load(above + at), v128.load(below + at));
    const apart = i16x8.sub(v128.load(light + at), blurred(outer, inner, v128.load(here + at)));
    let loud = i16x8.bitmask(i16x8.gt_s(i16x8.abs(apart), most));
    if (width - x < 8) loud &= (1 << (width - x)) - 1;
    if (loud === 0) continue;
    lightenEight(rgb + <usize>x * 3, light + at, apart, loud);
  }
}

/** Lightens those of eight pixels that the mask names. */
function lightenEight(rgb: usize, light: usize, apart: v128, loud: i32): void {
  v128.store(APART_AT, apart);
  do {
    const lane = <usize>ctz(loud);
    const root: i32 = load<i16>(light + (lane << 1));
    const difference: i32 = load<i16>(APART_AT + (lane << 1));
    const wanted = root + <i32>load<i16>(GAIN_AT + (<usize>(difference + ROOTS) << 1));
    const gain = max(<i32>load<i16>(ROOT_AT), min(ROOTS, wanted)) - root;
    if (gain !== 0) lighten(rgb + lane * 3, root, gain);
    loud &= loud - 1;
  } while (loud !== 0);
}

/** a* and b* are differences of roots, so all roots move alike. */
// @ts-ignore: decorator
@inline
function lighten(rgb: usize, root: i32, gain: i32): void {
  const xz =
    word(XZ_RED_AT, load<u8>(rgb)) + word(XZ_GREEN_AT, load<u8>(rgb, 1)) + word(XZ_BLUE_AT, load<u8>(rgb, 2));
  const x = LIGHT_AT + (<usize>(rootOf(<u32>xz >>> 16) + gain) << 3);
  const y = LIGHT_AT + (<usize>(root + gain) << 3);
  const z = LIGHT_AT + (<usize>(rootOf(xz & 0xffff) + gain) << 3);
  // Red and green side by side; blue alone.
  const both = i32x4.trunc_sat_f64x2_s_zero(
    f64x2.add(
      f64x2.add(
        f64x2.add(
          f64x2.mul(v128.load64_splat(x), v128.load(FROM_AT)),
          f64x2.mul(v128.load64_splat(y), v128.load(FROM_AT, 16)),
        ),
        f64x2.mul(v128.load64_splat(z), v128.load(FROM_AT, 32)),
      ),
      f64x2.splat(NEAREST),
    ),
  );
  const blue = load<f64>(x) * load<f64>(FROM_AT, 48) + load<f64>(y) * load<f64>(FROM_AT, 56) + load<f64>(z) * load<f64>(FROM_AT, 64);
  store<u8>(rgb, load<u8>(BYTE_AT + <usize>i32x4.extract_lane(both, 0)));
  store<u8>(rgb, load<u8>(BYTE_AT + <usize>i32x4.extract_lane(both, 1)), 1);
  store<u8>(rgb, load<u8>(BYTE_AT + <usize>(<i32>(blue + NEAREST))), 2);
}
