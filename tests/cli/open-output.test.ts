/** Trying the output folder leaves nothing in it at which an interruption could come. */
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openOutput } from '../../src/cli/build/open-output.ts';

const LONG_AGO = new Date('2026-01-08T00:00:00Z');

it('in no turn of the process does the folder hold what it is tried with', async () => {
  const output = mkdtempSync(path.join(tmpdir(), 'broadsheet-tried-'));
  utimesSync(output, LONG_AGO, LONG_AGO);
  let isTried = false;
  const seen = new Set<string>();
  const trying = openOutput(output).then(() => {
    isTried = true;
  });
  while (!isTried) {
    for (const name of readdirSync(output)) seen.add(name);
    await setImmediate();
  }
  await trying;
  expect([...seen]).toEqual([]);
  expect(statSync(output).mtime, 'when something was last made in it').not.toEqual(LONG_AGO);
  rmSync(output, { recursive: true });
});
