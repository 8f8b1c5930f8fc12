/** Operands as what they mean. */
import { type Hex, hexOf, type Ink } from '../colour/ink.ts';
import type { Operand } from './operations.ts';

/** The operand at an index as a number; 0 where it is none. */
export function numberAt(operands: readonly Operand[], at: number): number {
  const operand = operands[at];
  return operand?.kind === 'number' ? operand.value : 0;
}

/** The operand at an index as a name; empty where it is none. */
export function nameAt(operands: readonly Operand[], at: number): string {
  const operand = operands[at];
  return operand?.kind === 'name' ? operand.value : '';
}

/** Four numbers as ink. */
export const inkOfOperands = (operands: readonly Operand[]): Ink => [
  numberAt(operands, 0),
  numberAt(operands, 1),
  numberAt(operands, 2),
  numberAt(operands, 3),
];

/** Three numbers as a screen colour. */
export const hexOfOperands = (operands: readonly Operand[]): Hex =>
  hexOf(numberAt(operands, 0), numberAt(operands, 1), numberAt(operands, 2));

/** One number as a screen grey. */
export function greyOfOperands(operands: readonly Operand[]): Hex {
  const light = numberAt(operands, 0);
  return hexOf(light, light, light);
}
