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

/** What a fault says in one language. */
export interface Telling {
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly hint: string;
}

/** One fault of a run; it speaks English by itself. */
export interface Fault extends FaultKind, Telling {
  readonly severity: 'error' | 'warning';
  /** The same in Chinese, as a night editor says it. */
  readonly zh: Telling;
  readonly place?: Place;
  /** Page number, where one is concerned. */
  readonly page?: number;
}

/**
 * A part of a sentence, English and Chinese. A plain string is the same in both: a name, a number, or the words of
 * another program.
 */
export type Phrase = string | { readonly en: string; readonly zh: string };

/** A phrase in both languages. */
export const both = (en: string, zh: string): Phrase => ({ en, zh });

/** The phrase in one of its languages. */
export const inEnglish = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.en);
export const inChinese = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.zh);

/** A number and its noun in English: 1 change, 2 changes. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** True for the tags of Chinese, BCP 47 (`zh-CN`) or POSIX (`zh_CN.UTF-8`). */
export const isChinese = (language: string): boolean => /^zh(?![a-z])/i.test(language);

/** True for the tags of Chinese that are written in traditional characters, by their script or their country. */
export const isTraditional = (language: string): boolean => /^zh-(?:\w+-)*(?:Hant|TW|HK|MO)\b/i.test(language);

/** What a fault says in a language: Chinese for Chinese, English for all others. */
export const told = (fault: Fault, language: string): Telling => (isChinese(language) ? fault.zh : fault);

/** What a finding says in a language; one kept by an earlier version may speak English alone. */
export const said = (
  finding: { readonly message: string; readonly zh?: Pick<Telling, 'message'> },
  language: string,
): string => (isChinese(language) ? finding.zh?.message : undefined) ?? finding.message;

/** Thrown where a stage cannot go on; carries every fault that it found. */
export class FaultError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => fault.message).join('\n'));
    this.name = 'FaultError';
    this.faults = faults;
  }
}
