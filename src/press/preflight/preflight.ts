/**
 * The preflight: an independent look at the finished bytes before they go to the plant. It reads the file anew and shares
 * no code with the writer.
 */
import { both } from '../../fault.ts';
import { takeApart } from './facts.ts';
import type { Finding, PreflightSettings } from './finding.ts';
import { complaint } from './rule.ts';
import { RULES } from './table.ts';

export type { Finding, PreflightPage, PreflightSettings } from './finding.ts';

/** Checks a press file; an empty list says that every rule of the table holds. */
export async function preflight(bytes: Uint8Array, settings: PreflightSettings): Promise<readonly Finding[]> {
  let facts: Awaited<ReturnType<typeof takeApart>>;
  try {
    facts = await takeApart(bytes, settings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = both(`the file cannot be read as PDF (${reason})`, `不是读得通的 PDF（${reason}）`);
    return [{ severity: 'error', rule: 'readable', ...complaint(what) }];
  }
  return RULES.flatMap(({ name, severity, number = 0, check }) =>
    [...check(facts, settings.numbers?.[name] ?? number)].map((complaint) => ({ severity, rule: name, ...complaint })),
  );
}
