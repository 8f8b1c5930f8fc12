/** The loops of `ink.ts`: interleaved CMYK, one byte a plate, four pixels at a time. */

/** The sums of the plates of four pixels. */
// @ts-ignore: decorator
@inline
export function sums(pixels: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(pixels));
}

/** The greatest of four numbers. */
// @ts-ignore: decorator
@inline
export function greatest(numbers: v128): i32 {
  const two = i32x4.max_s(numbers, i32x4.shuffle(numbers, numbers, 2, 3, 0, 1));
  return i32x4.extract_lane(i32x4.max_s(two, i32x4.shuffle(two, two, 1, 0, 3, 2)), 0);
}

/**
 * Holds every pixel's sum under a limit; black stays.
 * @param count pixels, a multiple of four
 * @returns whether any changed
 */
export function limitSums(inks: usize, count: i32, most: i32): i32 {
  const limit = i32x4.splat(most);
  let changed = 0;
  for (const end = inks + (<usize>count << 2); inks < end; inks += 16) {
    const over = i32x4.bitmask(i32x4.gt_s(sums(v128.load(inks)), limit));
    if (over === 0) continue;
    changed = 1;
    lightenFour(inks, over, most);
  }
  return changed;
}

/** Brings those of four pixels that the mask names down to a sum; black alone may still be more. */
function lightenFour(inks: usize, over: i32, most: i32): void {
  do {
    const at = inks + (<usize>ctz(over) << 2);
    const colours = <i32>load<u8>(at) + <i32>load<u8>(at, 1) + <i32>load<u8>(at, 2);
    // Black alone can be over the limit, with no colour to take.
    const share = <f64>max(0, most - <i32>load<u8>(at, 3)) / <f64>max(1, colours);
    store<u8>(at, <i32>(<f64>load<u8>(at) * share));
    store<u8>(at, <i32>(<f64>load<u8>(at, 1) * share), 1);
    store<u8>(at, <i32>(<f64>load<u8>(at, 2) * share), 2);
    over &= over - 1;
  } while (over !== 0);
}
