/** The loop of `device-link.ts`: four colours at a time, their channels side by side. */
import { GRID_AT } from './layout';

/** From a grid point to the next of each channel, bytes. */
const BLUE: i32 = 8;
const GREEN: i32 = 33 * BLUE;
const RED: i32 = 33 * GREEN;
const FAR: i32 = RED + GREEN + BLUE;

/** Bytes' worth of colour from one grid point to the next. */
const UNIT: i32 = 255;

/**
 * How far into its cell a byte lies, of {@link UNIT}, in the upper 16 bits: byte × 32 − (byte >> 3) × 255, which is the byte
 * turned by three bits. Below it the way to the cell's next point.
 */
// @ts-ignore: decorator
@inline
function within(byte: v128, step: i32): v128 {
  const turned = v128.or(v128.and(i32x4.shl(byte, 21), i32x4.splat(0xe0 << 16)), i32x4.shl(i32x4.shr_u(byte, 3), 16));
  return v128.or(turned, i32x4.splat(step));
}

/** Inks of one colour, times 255, from the points at the ends of three edges. */
// @ts-ignore: decorator
@inline
function mixed(near: usize, one: usize, two: usize, first: v128, second: v128): v128 {
  const low = i16x8.shuffle(v128.load64_zero(near, GRID_AT), v128.load64_zero(one, GRID_AT), 0, 8, 1, 9, 2, 10, 3, 11);
  const high = i16x8.shuffle(v128.load64_zero(two, GRID_AT), v128.load64_zero(near, GRID_AT + FAR), 0, 8, 1, 9, 2, 10, 3, 11);
  const sum = i32x4.add(i32x4.dot_i16x8_s(low, first), i32x4.dot_i16x8_s(high, second));
  // What was taken from each ink to fit 16 bits, and half of 65,535; then divided by 65,535.
  const whole = i32x4.add(sum, i32x4.splat(UNIT * 0x8000 + 0x8000));
  return i32x4.shr_u(i32x4.add(whole, i32x4.shr_u(whole, 16)), 16);
}

/**
 * Colours through the link.
 * @param rgb interleaved 8-bit sRGB; room for 16 bytes more
 * @param inks interleaved CMYK, 255 = full ink; room for three pixels more
 */
export function throughLink(rgb: usize, inks: usize, count: i32): void {
  const upper = i32x4.splat(0xffff0000);
  const lower = i32x4.splat(0xffff);
  const byte = i32x4.splat(0xff);
  for (const end = inks + (<usize>count << 2); inks < end; inks += 16, rgb += 12) {
    const bytes = v128.load(rgb);
    const pixels = i8x16.shuffle(bytes, bytes, 0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 11);
    const r = v128.and(pixels, byte);
    const g = v128.and(i32x4.shr_u(pixels, 8), byte);
    const b = v128.and(i32x4.shr_u(pixels, 16), byte);
    const near = i32x4.add(
      i32x4.add(
        i32x4.mul(i32x4.shr_u(r, 3), i32x4.splat(RED)),
        i32x4.mul(i32x4.shr_u(g, 3), i32x4.splat(GREEN)),
      ),
      v128.and(b, i32x4.splat(0xf8)),
    );
    const x = within(r, RED);
    const y = within(g, GREEN);
    const z = within(b, BLUE);
    const high = i32x4.max_s(x, y);
    const low = i32x4.min_s(x, y);
    const most = i32x4.max_s(high, z);
    const least = i32x4.min_s(low, z);
    const middle = i32x4.max_s(low, i32x4.min_s(high, z));
    const one = i32x4.add(near, v128.and(most, lower));
    const two = i32x4.sub(i32x4.add(near, i32x4.splat(FAR)), v128.and(least, lower));
    // Two weights in each number: the near corner and the first edge's end, the second edge's and the far corner.
    const first = v128.or(
      i32x4.sub(v128.and(most, upper), v128.and(middle, upper)),
      i32x4.sub(i32x4.splat(UNIT), i32x4.shr_u(most, 16)),
    );
    const second = v128.or(v128.and(least, upper), i32x4.sub(i32x4.shr_u(middle, 16), i32x4.shr_u(least, 16)));
    const a = mixed(
      i32x4.extract_lane(near, 0),
      i32x4.extract_lane(one, 0),
      i32x4.extract_lane(two, 0),
      i32x4.shuffle(first, first, 0, 0, 0, 0),
      i32x4.shuffle(second, second, 0, 0, 0, 0),
    );
    const c = mixed(
      i32x4.extract_lane(near, 1),
      i32x4.extract_lane(one, 1),
      i32x4.extract_lane(two, 1),
      i32x4.shuffle(first, first, 1, 1, 1, 1),
      i32x4.shuffle(second, second, 1, 1, 1, 1),
    );
    const d = mixed(
      i32x4.extract_lane(near, 2),
      i32x4.extract_lane(one, 2),
      i32x4.extract_lane(two, 2),
      i32x4.shuffle(first, first, 2, 2, 2, 2),
      i32x4.shuffle(second, second, 2, 2, 2, 2),
    );
    const e = mixed(
      i32x4.extract_lane(near, 3),
      i32x4.extract_lane(one, 3),
      i32x4.extract_lane(two, 3),
      i32x4.shuffle(first, first, 3, 3, 3, 3),
      i32x4.shuffle(second, second, 3, 3, 3, 3),
    );
    v128.store(inks, i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_u(a, c), i16x8.narrow_i32x4_u(d, e)));
  }
}
