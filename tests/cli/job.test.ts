/** Where the output of a build may lie. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { jobFor } from '../../src/cli/build/job.ts';
import type { Desk } from '../../src/cli/desk.ts';

const issue = path.resolve('/paper/issues/2026-01-08');
const desk = { cwd: path.resolve('/paper') } as Desk;

it.each(['issues/2026-01-08', 'issues/2026-01-08/out'])('never in the folder of the issue: %s', (output) => {
  expect(() => jobFor(desk, issue, { output })).toThrow('--output lies in the folder of the issue.');
});

it.each(['out', '.', '../out', 'issues/2026-01-08-out', 'issues'])('anywhere else: %s', (output) => {
  expect(jobFor(desk, issue, { output }).output).toBe(path.resolve('/paper', output));
});
