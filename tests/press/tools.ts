/** Tests that need other people's tools: skipped where one is not installed; in CI it must be there. */
import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

/** A test that needs a tool of this name. */
export function testWith(tool: string) {
  const there = spawnSync('which', [tool]).status === 0;
  if (!there && process.env['CI']) throw new Error(`${tool} must be installed in CI`);
  return there ? test : test.skip;
}
