/** How the faults of the room are made: one sentence of what happened, one of what to do. */
import type { ExitCode, Fault, Place, Telling } from '../../fault.ts';

interface Details extends Telling {
  readonly name: string;
  readonly zh: Telling;
  readonly place?: Place;
  readonly page?: number | undefined;
  readonly severity?: Fault['severity'];
  readonly exit?: ExitCode;
}

/** A fault; an error that leads to exit code 1 unless it says otherwise. */
export const fault = ({ name, message, hint, zh, place, page, severity = 'error', exit = 1 }: Details): Fault => ({
  name,
  exit,
  severity,
  message,
  hint,
  zh,
  ...(place && { place }),
  ...(page !== undefined && { page }),
});

/** Names for a sentence. */
export const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

export const quotedInChinese = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** The guess, as a sentence before the hint. */
export const didYouMean = (guess: string | undefined): string =>
  guess === undefined ? '' : `Did you mean “${guess}”? `;

export const didYouMeanInChinese = (guess: string | undefined): string =>
  guess === undefined ? '' : `是不是“${guess}”？`;
