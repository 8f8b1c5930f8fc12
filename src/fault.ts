/**
 * Faults: what went wrong, where, and what to do. A fault is a value; all faults of a run are gathered and
 * reported together. Each room keeps its catalogue in its own `faults.ts`; names are permanent.
 */

/** The exit codes of the contract that a fault can lead to. */
export type ExitCode = 1 | 2 | 3 | 4;

/** One kind of fault, as a catalogue lists it. */
export interface FaultKind {
  /** Permanent name, kebab-case: `photo-missing`. */
  readonly name: string;
  /** The exit code that this fault leads to. */
  readonly exit: ExitCode;
}

/** A place in a file that a person can open. */
export interface Place {
  /** Path relative to the paper's folder, with forward slashes; never absolute. */
  readonly file: string;
  /** First line is 1. */
  readonly line?: number;
}

/** One fault of a run. */
export interface Fault extends FaultKind {
  readonly severity: 'error' | 'warning';
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly hint: string;
  readonly place?: Place;
  /** Page number, where one is concerned. */
  readonly page?: number;
}

/** Thrown where a stage cannot go on; carries every fault that it found. */
export class FaultError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => fault.message).join('\n'));
    this.name = 'FaultError';
    this.faults = faults;
  }
}
