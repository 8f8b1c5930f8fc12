/** The QR code of a story in the rows that its leg keeps for it. */
import { qrCodeOf } from '../../typeset/qr-code.ts';
import { PITCH } from '../../units.ts';
import type { Box, LegBox } from '../plan.ts';

/** The code over the line that the compositor set under it, on white where the story is tinted; none in a leg without that line. */
export function drawQrCode(leg: LegBox, address: string | undefined, tinted: boolean): readonly Box[] {
  const line = leg.lines.find(({ kind }) => kind === 'qr');
  if (line === undefined || address === undefined) return [];
  const { squares, rows, side } = qrCodeOf(address);
  const taken = rows * PITCH;
  const ground = {
    x: leg.x + (leg.width - taken) / 2,
    y: leg.y + line.row * PITCH - taken,
    width: taken,
    height: taken,
  };
  const inset = (taken - side) / 2;
  const at = { x: ground.x + inset, y: ground.y + inset, width: side, height: side };
  return [
    ...(tinted ? [{ kind: 'fill', ...ground, ink: { black: 0 } } as const] : []),
    { kind: 'code', ...at, ink: { black: 1 }, squares },
  ];
}
