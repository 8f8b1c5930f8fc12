/** QR codes as outlines: the same squares, and no more. */
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { codePath } from '#src/edition/draw/code.ts';

const SIDE = 4;

/** The squares that a browser's rule of filling makes of a path: black where its middle is. */
async function filled(path: string, across: number): Promise<string[]> {
  const size = across * SIDE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): string => {
    const [middleX, middleY] = [x * SIDE + SIDE / 2, y * SIDE + SIDE / 2];
    return (data[(middleY * info.width + middleX) * info.channels] ?? 0) < 128 ? '1' : '0';
  };
  return Array.from({ length: across }, (_, y) => Array.from({ length: across }, (__, x) => at(x, y)).join(''));
}

const pathOf = (squares: readonly string[]): string =>
  codePath({
    kind: 'code',
    x: 0,
    y: 0,
    width: squares.length * SIDE,
    height: squares.length * SIDE,
    ink: { black: 1 },
    squares,
  });

describe('the outlines of a code', () => {
  it('go round each dark field once, holes the other way', () => {
    expect(pathOf(['110', '110', '001'])).toBe('M0 0h8v8h-8v-8zM8 8h4v4h-4v-4z');
    expect(pathOf(['111', '101', '111'])).toBe('M0 0h12v12h-12v-12zM8 4h-4v4h4v-4z');
    expect(pathOf(['000', '000', '000'])).toBe('');
  });

  it('fill the dark squares and no others', async () => {
    const grid = fc.integer({ min: 1, max: 12 }).chain((across) =>
      fc.array(
        fc
          .array(fc.boolean(), { minLength: across, maxLength: across })
          .map((row) => row.map((dark) => (dark ? '1' : '0')).join('')),
        { minLength: across, maxLength: across },
      ),
    );
    await fc.assert(
      fc.asyncProperty(grid, async (squares) => {
        expect(await filled(pathOf(squares), squares.length)).toEqual(squares);
      }),
      { numRuns: 60 },
    );
  });
});
