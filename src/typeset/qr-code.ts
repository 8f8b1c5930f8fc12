/**
 * A QR code at the foot of a story: blank rows that the make-up draws it in, and under them a line that says what it is
 * for and is itself a link.
 */
import { QUIET_ZONE, qrSquares } from '../issue/qr-code.ts';
import { mmToPx, PITCH, type Px, type Rows } from '../units.ts';
import { flow, StackVariant } from './flow.ts';
import type { SetBlock } from './model.ts';
import { blockOf } from './set-block.ts';
import type { Setter } from './setter.ts';

/** Least side of a square on newsprint: a telephone reads 0.4 mm from white paper, half as much again allows for the ink that spreads (house). */
const LEAST_SQUARE = mmToPx(0.6);
/** The line under the code: 六号. */
const LINE_SIZE: Px = 10;
/** Cost of a blank row over the code that a column may need to close. */
const LOOSE = 6;

/** A code as it stands on the page. */
export interface QrCode {
  /** Rows of squares, `1` dark and `0` light. */
  readonly squares: readonly string[];
  /** Rows of the grid that it takes, quiet zone included. */
  readonly rows: Rows;
  /** Side of the dark part, in the middle of those rows. */
  readonly side: Px;
}

/** As many whole rows as its squares need, and the squares as large as the rows allow. */
export function qrCodeOf(address: string): QrCode {
  const squares = qrSquares(address);
  const across = squares.length + 2 * QUIET_ZONE;
  const rows = Math.ceil((across * LEAST_SQUARE) / PITCH);
  return { squares, rows, side: (rows * PITCH * squares.length) / across };
}

/** The block of a code: never cut, and willing to give a column one row. */
export function setQrCode(address: string, index: number, setter: Setter, measure: Px): readonly SetBlock[] {
  const { palette } = setter;
  const style = { face: palette.credit, size: LINE_SIZE, href: address };
  const texts = [{ text: palette.latin ? 'Scan for more' : '扫码看更多', style, inserted: true }];
  const [line] = flow(setter.strip(texts, LINE_SIZE), { measure, indent: 0, ragged: true, align: 'center' });
  if (line === undefined) return [];
  const { rows } = qrCodeOf(address);
  const variants = [
    new StackVariant([rows, line], { looseness: 0, cost: 0 }),
    new StackVariant([1 + rows, line], { looseness: 1, cost: LOOSE }),
  ];
  return [blockOf({ kind: 'qr', block: index, variants, whole: true }, measure)];
}
