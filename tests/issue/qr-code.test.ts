/** Codes of addresses, read back by another program. */
import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { fitsQrCode, LONGEST_QR_ADDRESS, QUIET_ZONE, qrSquares } from '../../src/issue/qr-code.ts';

/** What a telephone reads from squares of four pixels. */
function readBack(squares: readonly string[]): string | undefined {
  const scale = 4;
  const side = (squares.length + 2 * QUIET_ZONE) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / scale) - QUIET_ZONE, Math.floor(x / scale) - QUIET_ZONE];
      if (squares[row]?.[column] === '1') pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return jsQR.default(pixels, side, side)?.data;
}

describe('a QR code', () => {
  it('is read back as its address, whatever the address', () => {
    fc.assert(
      fc.property(fc.webPath({ size: 'small' }), (path) => {
        const address = `https://example.org${path}`;
        fc.pre(fitsQrCode(address));
        expect(readBack(qrSquares(address))).toBe(address);
      }),
      { numRuns: 12 },
    );
  });

  it('is the same each time, and square', () => {
    const squares = qrSquares('https://example.org/2026/01/08/bus');
    expect(qrSquares('https://example.org/2026/01/08/bus')).toEqual(squares);
    expect(new Set(squares.map((row) => row.length))).toEqual(new Set([squares.length]));
  });

  it('holds the longest address in 45 squares, and bytes are counted, not characters', () => {
    const longest = `https://example.org/${'a'.repeat(LONGEST_QR_ADDRESS - 20)}`;
    expect(fitsQrCode(longest)).toBe(true);
    expect(qrSquares(longest)).toHaveLength(45);
    expect(readBack(qrSquares(longest))).toBe(longest);
    expect(fitsQrCode(`${longest}a`)).toBe(false);
    expect(fitsQrCode(`https://example.org/${'春'.repeat(35)}`)).toBe(false);
  });
});
