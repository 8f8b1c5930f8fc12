/** One folder for all temporary files of a test run; it goes when the run ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Called by vitest before its workers start, which inherit the environment; what it answers is called at the end. */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
