/**
 * What JPEG makes of one block of 8 × 8 pixels of four plates: libjpeg's default transform (“islow”, after C. Loeffler, A.
 * Ligtenberg and G. Moschytz, “Practical Fast 1-D DCT Algorithms with 11 Multiplications”, 1989), quantisation, and back,
 * in the same whole numbers, so that the answer is what a decoder will see. The four plates go side by side.
 */
import { greatest, sums } from './ink';
import { BLOCK_AT, DIVISORS_AT } from './layout';

/** Fractional bits of the constants, and of what the first pass hands on. */
const CONST_BITS: i32 = 13;
const PASS_BITS: i32 = 2;

/** The constants of the paper, times 2^{@link CONST_BITS}. */
const F0_298: i32 = 2446;
const F0_390: i32 = 3196;
const F0_541: i32 = 4433;
const F0_765: i32 = 6270;
const F0_899: i32 = 7373;
const F1_175: i32 = 9633;
const F1_501: i32 = 12299;
const F1_847: i32 = 15137;
const F1_961: i32 = 16069;
const F2_053: i32 = 16819;
const F2_562: i32 = 20995;
const F3_072: i32 = 25172;

/** Bytes from a sample to the next, and from a row to the next. */
const ACROSS: usize = 16;
const DOWN: usize = 128;
const BYTES: usize = 1024;

// @ts-ignore: decorator
@inline
function times(numbers: v128, factor: i32): v128 {
  return i32x4.mul(numbers, i32x4.splat(factor));
}

/**
 * The block as it comes out of the JPEG, as samples: Adobe's inverted inks.
 * @param inks its upper left pixel
 * @param stride bytes from a row of pixels to the next
 */
function compress(inks: usize, stride: usize): void {
  for (let to = BLOCK_AT; to < BLOCK_AT + BYTES; to += DOWN, inks += stride) {
    lay(to, v128.load(inks));
    lay(to + 4 * ACROSS, v128.load(inks, 16));
  }
  for (let row = BLOCK_AT; row < BLOCK_AT + BYTES; row += DOWN) forward(row, ACROSS, 0, CONST_BITS - PASS_BITS, PASS_BITS);
  for (let column = BLOCK_AT; column < BLOCK_AT + DOWN; column += ACROSS) forward(column, DOWN, PASS_BITS, CONST_BITS + PASS_BITS, 0);
  for (let at: usize = 0; at < BYTES; at += ACROSS) {
    v128.store(BLOCK_AT + at, quantised(v128.load(BLOCK_AT + at), v128.load32_splat(DIVISORS_AT + (at >> 2))));
  }
  for (let column = BLOCK_AT; column < BLOCK_AT + DOWN; column += ACROSS) inverse(column, DOWN, CONST_BITS - PASS_BITS);
  for (let row = BLOCK_AT; row < BLOCK_AT + BYTES; row += DOWN) inverse(row, ACROSS, CONST_BITS + PASS_BITS + 3);
}

/** Four pixels as libjpeg takes them: inverted, around nothing. */
// @ts-ignore: decorator
@inline
function lay(to: usize, inks: v128): void {
  const middle = i16x8.splat(127);
  const left = i16x8.sub(middle, i16x8.extend_low_i8x16_u(inks));
  const right = i16x8.sub(middle, i16x8.extend_high_i8x16_u(inks));
  v128.store(to, i32x4.extend_low_i16x8_s(left));
  v128.store(to, i32x4.extend_high_i16x8_s(left), ACROSS);
  v128.store(to, i32x4.extend_low_i16x8_s(right), 2 * ACROSS);
  v128.store(to, i32x4.extend_high_i16x8_s(right), 3 * ACROSS);
}

/** Four pixels of the block as bytes. */
// @ts-ignore: decorator
@inline
function samples(at: usize): v128 {
  const middle = i32x4.splat(128);
  const left = i16x8.narrow_i32x4_s(i32x4.add(v128.load(at), middle), i32x4.add(v128.load(at, ACROSS), middle));
  const right = i16x8.narrow_i32x4_s(
    i32x4.add(v128.load(at, 2 * ACROSS), middle),
    i32x4.add(v128.load(at, 3 * ACROSS), middle),
  );
  return i8x16.narrow_i16x8_u(left, right);
}

/** The block behind the compression, inks again; 64 pixels in a row. */
export function throughJpeg(inks: usize, to: usize): void {
  compress(inks, 32);
  for (let at = BLOCK_AT; at < BLOCK_AT + BYTES; at += 4 * ACROSS, to += 16) v128.store(to, v128.not(samples(at)));
}

/** The sum of the heaviest pixel of a block behind the compression, of the pixels that belong to the picture. */
export function peakAfter(inks: usize, stride: usize, width: i32, height: i32): i32 {
  compress(inks, stride);
  const left = i32x4.gt_s(i32x4.splat(width), i32x4(0, 1, 2, 3));
  const right = i32x4.gt_s(i32x4.splat(width), i32x4(4, 5, 6, 7));
  const full = i32x4.splat(4 * 255);
  let most = i32x4.splat(0);
  for (let row = BLOCK_AT; row < BLOCK_AT + <usize>height * DOWN; row += DOWN) {
    most = i32x4.max_s(most, v128.and(left, i32x4.sub(full, sums(samples(row)))));
    most = i32x4.max_s(most, v128.and(right, i32x4.sub(full, sums(samples(row + 4 * ACROSS)))));
  }
  return greatest(most);
}

/**
 * To the nearest multiple; the transform's numbers are eight times what they stand for. Numbers of under 24 bits: no quotient
 * is rounded up to a whole one.
 */
// @ts-ignore: decorator
@inline
function quantised(values: v128, divisor: v128): v128 {
  const step = i32x4.shl(divisor, 3);
  const size = i32x4.add(i32x4.abs(values), i32x4.shr_s(step, 1));
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.div(f32x4.convert_i32x4_s(size), f32x4.convert_i32x4_s(step)));
  const multiple = i32x4.mul(whole, divisor);
  const sign = i32x4.shr_s(values, 31);
  return i32x4.sub(v128.xor(multiple, sign), sign);
}

/** Eight samples, `step` apart, into frequencies. */
// @ts-ignore: decorator
@inline
function forward(start: usize, step: usize, down: i32, descale: i32, up: i32): void {
  const s0 = v128.load(start);
  const s1 = v128.load(start + step);
  const s2 = v128.load(start + 2 * step);
  const s3 = v128.load(start + 3 * step);
  const s4 = v128.load(start + 4 * step);
  const s5 = v128.load(start + 5 * step);
  const s6 = v128.load(start + 6 * step);
  const s7 = v128.load(start + 7 * step);
  const outer = i32x4.add(s0, s7);
  const inner = i32x4.add(s3, s4);
  const second = i32x4.add(s1, s6);
  const third = i32x4.add(s2, s5);
  const even0 = i32x4.add(outer, inner);
  const even3 = i32x4.sub(outer, inner);
  const even1 = i32x4.add(second, third);
  const even2 = i32x4.sub(second, third);
  const half = i32x4.splat((1 << descale) >> 1);
  const halfDown = i32x4.splat((1 << down) >> 1);
  v128.store(start, i32x4.shr_s(i32x4.add(i32x4.shl(i32x4.add(even0, even1), up), halfDown), down));
  v128.store(start + 4 * step, i32x4.shr_s(i32x4.add(i32x4.shl(i32x4.sub(even0, even1), up), halfDown), down));
  const turn = i32x4.add(times(i32x4.add(even2, even3), F0_541), half);
  v128.store(start + 2 * step, i32x4.shr_s(i32x4.add(turn, times(even3, F0_765)), descale));
  v128.store(start + 6 * step, i32x4.shr_s(i32x4.sub(turn, times(even2, F1_847)), descale));
  const odd4 = i32x4.sub(s3, s4);
  const odd5 = i32x4.sub(s2, s5);
  const odd6 = i32x4.sub(s1, s6);
  const odd7 = i32x4.sub(s0, s7);
  const sum46 = i32x4.add(odd4, odd6);
  const sum57 = i32x4.add(odd5, odd7);
  const z5 = i32x4.add(times(i32x4.add(sum46, sum57), F1_175), half);
  const z1 = times(i32x4.add(odd4, odd7), -F0_899);
  const z2 = times(i32x4.add(odd5, odd6), -F2_562);
  const z3 = i32x4.add(times(sum46, -F1_961), z5);
  const z4 = i32x4.add(times(sum57, -F0_390), z5);
  v128.store(start + 7 * step, i32x4.shr_s(i32x4.add(i32x4.add(times(odd4, F0_298), z1), z3), descale));
  v128.store(start + 5 * step, i32x4.shr_s(i32x4.add(i32x4.add(times(odd5, F2_053), z2), z4), descale));
  v128.store(start + 3 * step, i32x4.shr_s(i32x4.add(i32x4.add(times(odd6, F3_072), z2), z3), descale));
  v128.store(start + step, i32x4.shr_s(i32x4.add(i32x4.add(times(odd7, F1_501), z1), z4), descale));
}

/** Eight frequencies, `step` apart, into samples. */
// @ts-ignore: decorator
@inline
function inverse(start: usize, step: usize, descale: i32): void {
  const half = i32x4.splat((1 << descale) >> 1);
  const f0 = v128.load(start);
  const f1 = v128.load(start + step);
  const f2 = v128.load(start + 2 * step);
  const f3 = v128.load(start + 3 * step);
  const f4 = v128.load(start + 4 * step);
  const f5 = v128.load(start + 5 * step);
  const f6 = v128.load(start + 6 * step);
  const f7 = v128.load(start + 7 * step);
  const turn = times(i32x4.add(f2, f6), F0_541);
  const even2 = i32x4.sub(turn, times(f6, F1_847));
  const even3 = i32x4.add(turn, times(f2, F0_765));
  const even0 = i32x4.add(i32x4.shl(i32x4.add(f0, f4), CONST_BITS), half);
  const even1 = i32x4.add(i32x4.shl(i32x4.sub(f0, f4), CONST_BITS), half);
  const sum37 = i32x4.add(f7, f3);
  const sum15 = i32x4.add(f5, f1);
  const z5 = times(i32x4.add(sum37, sum15), F1_175);
  const z1 = times(i32x4.add(f7, f1), -F0_899);
  const z2 = times(i32x4.add(f5, f3), -F2_562);
  const z3 = i32x4.add(times(sum37, -F1_961), z5);
  const z4 = i32x4.add(times(sum15, -F0_390), z5);
  const odd0 = i32x4.add(i32x4.add(times(f7, F0_298), z1), z3);
  const odd1 = i32x4.add(i32x4.add(times(f5, F2_053), z2), z4);
  const odd2 = i32x4.add(i32x4.add(times(f3, F3_072), z2), z3);
  const odd3 = i32x4.add(i32x4.add(times(f1, F1_501), z1), z4);
  const sum03 = i32x4.add(even0, even3);
  const sum12 = i32x4.add(even1, even2);
  const less12 = i32x4.sub(even1, even2);
  const less03 = i32x4.sub(even0, even3);
  v128.store(start, i32x4.shr_s(i32x4.add(sum03, odd3), descale));
  v128.store(start + 7 * step, i32x4.shr_s(i32x4.sub(sum03, odd3), descale));
  v128.store(start + step, i32x4.shr_s(i32x4.add(sum12, odd2), descale));
  v128.store(start + 6 * step, i32x4.shr_s(i32x4.sub(sum12, odd2), descale));
  v128.store(start + 2 * step, i32x4.shr_s(i32x4.add(less12, odd1), descale));
  v128.store(start + 5 * step, i32x4.shr_s(i32x4.sub(less12, odd1), descale));
  v128.store(start + 3 * step, i32x4.shr_s(i32x4.add(less03, odd0), descale));
  v128.store(start + 4 * step, i32x4.shr_s(i32x4.sub(less03, odd0), descale));
}
