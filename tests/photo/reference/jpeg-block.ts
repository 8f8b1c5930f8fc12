/** What `src/photo/kernels/jpeg-block.ts` computes, as plain loops of TypeScript: the reference that it is compared with, byte by byte. */

/** Edge of a block, samples. */
export const BLOCK = 8;

/** Fractional bits of the constants, and of what the first pass hands on. */
const CONST_BITS = 13;
const PASS_BITS = 2;

/** The constants of the paper, times 2^{@link CONST_BITS}. */
const F0_298 = 2446;
const F0_390 = 3196;
const F0_541 = 4433;
const F0_765 = 6270;
const F0_899 = 7373;
const F1_175 = 9633;
const F1_501 = 12_299;
const F1_847 = 15_137;
const F1_961 = 16_069;
const F2_053 = 16_819;
const F2_562 = 20_995;
const F3_072 = 25_172;

/**
 * The block as it comes out of the JPEG, in place.
 * @param block 64 samples, 0–255, row by row
 * @param table 64 divisors, row by row
 */
export function throughJpeg(block: Int32Array, table: Int32Array): void {
  for (let at = 0; at < 64; at++) block[at] = (block[at] as number) - 128;
  for (let row = 0; row < 64; row += 8) forward(block, row, 1, 0, CONST_BITS - PASS_BITS, PASS_BITS);
  for (let column = 0; column < 8; column++) forward(block, column, 8, PASS_BITS, CONST_BITS + PASS_BITS, 0);
  for (let at = 0; at < 64; at++) block[at] = quantised(block[at] as number, table[at] as number);
  for (let column = 0; column < 8; column++) inverse(block, column, 8, CONST_BITS - PASS_BITS);
  for (let row = 0; row < 64; row += 8) inverse(block, row, 1, CONST_BITS + PASS_BITS + 3);
  for (let at = 0; at < 64; at++) block[at] = Math.max(0, Math.min(255, (block[at] as number) + 128));
}

/** To the nearest multiple; the transform's numbers are eight times what they stand for. */
function quantised(value: number, divisor: number): number {
  const step = divisor << 3;
  const size = ((Math.abs(value) + (step >> 1)) / step) | 0;
  return (value < 0 ? -size : size) * divisor;
}

/** Eight samples, `step` apart, into frequencies. */
function forward(block: Int32Array, start: number, step: number, down: number, descale: number, up: number): void {
  const s0 = block[start] as number;
  const s1 = block[start + step] as number;
  const s2 = block[start + 2 * step] as number;
  const s3 = block[start + 3 * step] as number;
  const s4 = block[start + 4 * step] as number;
  const s5 = block[start + 5 * step] as number;
  const s6 = block[start + 6 * step] as number;
  const s7 = block[start + 7 * step] as number;
  const even0 = s0 + s7 + s3 + s4;
  const even3 = s0 + s7 - s3 - s4;
  const even1 = s1 + s6 + s2 + s5;
  const even2 = s1 + s6 - s2 - s5;
  const half = (1 << descale) >> 1;
  const halfDown = (1 << down) >> 1;
  block[start] = (((even0 + even1) << up) + halfDown) >> down;
  block[start + 4 * step] = (((even0 - even1) << up) + halfDown) >> down;
  const turn = (even2 + even3) * F0_541 + half;
  block[start + 2 * step] = (turn + even3 * F0_765) >> descale;
  block[start + 6 * step] = (turn - even2 * F1_847) >> descale;
  const odd4 = s3 - s4;
  const odd5 = s2 - s5;
  const odd6 = s1 - s6;
  const odd7 = s0 - s7;
  const z5 = (odd4 + odd6 + odd5 + odd7) * F1_175 + half;
  const z1 = (odd4 + odd7) * -F0_899;
  const z2 = (odd5 + odd6) * -F2_562;
  const z3 = (odd4 + odd6) * -F1_961 + z5;
  const z4 = (odd5 + odd7) * -F0_390 + z5;
  block[start + 7 * step] = (odd4 * F0_298 + z1 + z3) >> descale;
  block[start + 5 * step] = (odd5 * F2_053 + z2 + z4) >> descale;
  block[start + 3 * step] = (odd6 * F3_072 + z2 + z3) >> descale;
  block[start + step] = (odd7 * F1_501 + z1 + z4) >> descale;
}

/** Eight frequencies, `step` apart, into samples. */
function inverse(block: Int32Array, start: number, step: number, descale: number): void {
  const half = (1 << descale) >> 1;
  const f1 = block[start + step] as number;
  const f2 = block[start + 2 * step] as number;
  const f3 = block[start + 3 * step] as number;
  const f5 = block[start + 5 * step] as number;
  const f6 = block[start + 6 * step] as number;
  const f7 = block[start + 7 * step] as number;
  const turn = (f2 + f6) * F0_541;
  const even2 = turn - f6 * F1_847;
  const even3 = turn + f2 * F0_765;
  const even0 = (((block[start] as number) + (block[start + 4 * step] as number)) << CONST_BITS) + half;
  const even1 = (((block[start] as number) - (block[start + 4 * step] as number)) << CONST_BITS) + half;
  const z5 = (f7 + f3 + f5 + f1) * F1_175;
  const z1 = (f7 + f1) * -F0_899;
  const z2 = (f5 + f3) * -F2_562;
  const z3 = (f7 + f3) * -F1_961 + z5;
  const z4 = (f5 + f1) * -F0_390 + z5;
  const odd0 = f7 * F0_298 + z1 + z3;
  const odd1 = f5 * F2_053 + z2 + z4;
  const odd2 = f3 * F3_072 + z2 + z3;
  const odd3 = f1 * F1_501 + z1 + z4;
  block[start] = (even0 + even3 + odd3) >> descale;
  block[start + 7 * step] = (even0 + even3 - odd3) >> descale;
  block[start + step] = (even1 + even2 + odd2) >> descale;
  block[start + 6 * step] = (even1 + even2 - odd2) >> descale;
  block[start + 2 * step] = (even1 - even2 + odd1) >> descale;
  block[start + 5 * step] = (even1 - even2 - odd1) >> descale;
  block[start + 3 * step] = (even0 - even3 + odd0) >> descale;
  block[start + 4 * step] = (even0 - even3 - odd0) >> descale;
}
