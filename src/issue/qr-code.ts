/** The QR code of a story's `qr:` address: its dark and light squares, without the quiet zone (ISO/IEC 18004). */
import { encode } from 'uqr';

/**
 * Bytes of the longest address: what version 7 holds at error correction M (ISO/IEC 18004, table 7). Its 45 squares and
 * their quiet zone still stand in the narrowest leg, eleven characters, at the least size for newsprint.
 */
export const LONGEST_QR_ADDRESS = 122;
const LARGEST_VERSION = 7;

/** Light squares that stay free on every side (ISO/IEC 18004, 6.3.8). */
export const QUIET_ZONE = 4;

/** True when the code of an address can be printed. */
export const fitsQrCode = (address: string): boolean => Buffer.byteLength(address, 'utf8') <= LONGEST_QR_ADDRESS;

/** Rows of squares from the top: `1` is dark, `0` light. The address must fit (`fitsQrCode`). */
export function qrSquares(address: string): readonly string[] {
  const { data } = encode(address, { ecc: 'M', boostEcc: true, maxVersion: LARGEST_VERSION, border: 0 });
  return data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
}
