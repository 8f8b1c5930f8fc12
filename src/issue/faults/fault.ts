/** How the faults of the room are made: one sentence of what happened, one of what to do. */
import type { ExitCode, Fault, Place } from '../../fault.ts';

interface Details {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
  readonly place?: Place;
  readonly page?: number | undefined;
  readonly severity?: Fault['severity'];
  readonly exit?: ExitCode;
}

/** A fault; an error that leads to exit code 1 unless it says otherwise. */
export const fault = ({ name, message, hint, place, page, severity = 'error', exit = 1 }: Details): Fault => ({
  name,
  exit,
  severity,
  message,
  hint,
  ...(place && { place }),
  ...(page !== undefined && { page }),
});

/** Names for a sentence. */
export const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
/** The guess, as a sentence before the hint. */
export const didYouMean = (guess: string | undefined): string =>
  guess === undefined ? '' : `Did you mean “${guess}”? `;
