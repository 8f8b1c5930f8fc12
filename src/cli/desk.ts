/** What every command is given, and what it gives back. */
import type { ExitCode, Fault, Phrase } from '../fault.ts';
import type { Reporter } from './reporter.ts';

/** The desk that a command works at. */
export interface Desk {
  /** Absolute path of the folder that the command was typed in. */
  readonly cwd: string;
  /** Aborted by Ctrl-C and by a termination request. */
  readonly signal: AbortSignal;
  /** Work that Ctrl-C waits for: renames that belong together. */
  uninterrupted<T>(work: () => Promise<T>): Promise<T>;
  readonly reporter: Reporter;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What came of a command. */
export interface Outcome {
  readonly faults: readonly Fault[];
  /** Lines for standard output: what was made, one a line. */
  readonly results: readonly Phrase[];
  /** What one does next, where all went well. */
  readonly advice?: Phrase;
  /** Further facts for `--json`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A command's options as commander hands them over: option name → value. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The door of every file in `commands/`. */
export interface Command {
  run(desk: Desk, operands: readonly string[], options: Options): Promise<Outcome>;
}

/** A command that was interrupted ends with this code: 128 + SIGINT, as shells expect. */
export const INTERRUPTED = 130;

/**
 * The exit code that a set of faults leads to: usage before environment before the issue's own faults before the
 * press, because each makes the later ones moot. Warnings never fail a run.
 */
export function exitCodeOf(faults: readonly Fault[]): 0 | ExitCode {
  const codes = new Set(faults.filter((fault) => fault.severity === 'error').map((fault) => fault.exit));
  const order: readonly ExitCode[] = [2, 3, 1, 4];
  return order.find((code) => codes.has(code)) ?? 0;
}

/** Joins the outcomes of several issues into one. */
export function joinOutcomes(outcomes: readonly Outcome[]): Outcome {
  const advice = outcomes.at(-1)?.advice;
  return {
    ...(advice === undefined ? {} : { advice }),
    faults: outcomes.flatMap((outcome) => outcome.faults),
    results: outcomes.flatMap((outcome) => outcome.results),
    facts: Object.assign({}, ...outcomes.map((outcome) => outcome.facts ?? {})),
  };
}
