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

it('never where the edition would take the place of the issue’s own folder', () => {
  expect(() => jobFor(desk, issue, { output: 'issues' })).toThrow('--output holds the folder of the issue');
});

it.each(['web，press', 'Web、PRESS', 'web press', ' web , press'])('parts are written in any way: %s', (only) => {
  expect([...jobFor(desk, issue, { output: 'out', only }).parts]).toEqual(['web', 'press']);
});

it('a part that is none is told with the one that was meant', () => {
  expect(() => jobFor(desk, issue, { output: 'out', only: 'wbe' })).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ hint: expect.stringContaining('“web”?') })] }),
  );
  expect(() => jobFor(desk, issue, { output: 'out', only: '' })).toThrow('lacks a part');
});

it.each(['out', '.', '../out', 'issues/2026-01-08-out'])('anywhere else: %s', (output) => {
  expect(jobFor(desk, issue, { output }).output).toBe(path.resolve('/paper', output));
});
