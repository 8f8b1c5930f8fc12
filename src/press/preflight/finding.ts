/** What the preflight says of a finished file. */
import type { Telling } from '../../fault.ts';
import type { Mm } from '../../units.ts';

/** What the preflight found, and where. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Permanent name of the rule. */
  readonly rule: string;
  /** Page number as printed; absent where the whole file is meant. */
  readonly page?: number;
  /** What is wrong and where on the page. */
  readonly message: string;
  /** The same in Chinese. */
  readonly zh: Pick<Telling, 'message'>;
}

/** What the file must keep to. */
export interface PreflightSettings {
  /** Printed numbers of the file's pages, in order. */
  readonly pages: readonly PreflightPage[];
  readonly bleed: Mm;
  /** Percent. */
  readonly inkLimit: number;
  readonly condition: string;
  /** Numbers of rules that differ from the table's, by rule name. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/** What a page was ordered as. */
export interface PreflightPage {
  readonly number: number;
  readonly trim: { readonly width: Mm; readonly height: Mm };
  /** False: ink on the black plate alone. */
  readonly color: boolean;
  /** Every character that the page may show; empty = unknown. */
  readonly characters: string;
}
