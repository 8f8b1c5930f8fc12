/** Where things lie in the kernels' memory, bytes. What the program fills in it reads the places of, as exported globals. */

/** A block behind JPEG's transform: 64 pixels of four plates, 32 bits each. */
export const BLOCK_AT: usize = 0;
/** JPEG's 64 divisors, 32 bits each, row by row. */
export const DIVISORS_AT: usize = 1024;
/** Tables of `lightness.ts`, by its names; the shares are 256 numbers of 32 bits each. */
export const Y_RED_AT: usize = 2048;
export const Y_GREEN_AT: usize = 3072;
export const Y_BLUE_AT: usize = 4096;
export const XZ_RED_AT: usize = 5120;
export const XZ_GREEN_AT: usize = 6144;
export const XZ_BLUE_AT: usize = 7168;
/** Linear red and green of one X, one Y, one Z, then blue of the three; 64-bit floats. */
export const FROM_AT: usize = 8192;
/** Differences of eight roots. */
export const APART_AT: usize = 8448;
/** The table of roots. */
export const ROOT_AT: usize = 0x4000;
/** What a difference of roots gains (`sharpen.ts`), 16 bits each. */
export const GAIN_AT: usize = 0x16000;
/** The tables of light and of bytes. */
export const LIGHT_AT: usize = 0x20000;
export const BYTE_AT: usize = 0x34000;
/** The link's inks, 16 bits each, less 32,768. */
export const GRID_AT: usize = 0x70000;
/** From here on the pixels that are worked at. */
export const WORK_AT: usize = 0xc0000;
