import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/desk.ts';
import { openReporter } from '../../src/cli/reporter.ts';
import { wordsFor } from '../../src/cli/words.ts';
import type { ExitCode, Fault } from '../../src/fault.ts';
import { keptStreams } from './streams.ts';

const fault = (over: Partial<Fault> = {}): Fault => ({
  name: 'photo-missing',
  exit: 1,
  severity: 'error',
  message: 'The photo is not there.',
  hint: 'Put it there.',
  zh: { message: '缺照片。', hint: '请把照片放到位。' },
  ...over,
});

const reporterOn = (streams: ReturnType<typeof keptStreams>, over: Partial<Parameters<typeof openReporter>[1]> = {}) =>
  openReporter(streams, { json: false, verbose: false, colour: false, words: wordsFor({}), ...over });

const ESCAPE = '\u001b';

describe('the reporter', () => {
  it('prints a fault with place, name, message and hint to standard error, results to standard output', () => {
    const streams = keptStreams();
    const place = { file: 'issues/2026-01-08/rig.md', line: 7 };
    reporterOn(streams).finish({ faults: [fault({ place })], results: ['output/x'] }, 1);
    expect(streams.stderr).toBe(
      'issues/2026-01-08/rig.md:7: fault: The photo is not there. [photo-missing]\n    → Put it there.\n1 fault.\n',
    );
    expect(streams.stdout).toBe('output/x\n');
  });

  it('draws one line again on a terminal and leaves nothing behind', async () => {
    const streams = keptStreams(true);
    const reporter = reporterOn(streams);
    await reporter.stage('printing', () => reporter.step(1, 8));
    reporter.finish({ faults: [], results: [] }, 0);
    expect(streams.stderr).toContain('printing …');
    expect(streams.stderr).toContain(' 1/8');
    expect(streams.stderr).not.toContain('\n');
    expect(streams.stderr.endsWith(`\r${ESCAPE}[2K`)).toBe(true);
  });

  it('is silent in a log unless asked, and has no escape codes without colour', async () => {
    const quiet = keptStreams();
    await reporterOn(quiet).stage('printing', () => undefined);
    expect(quiet.stderr).toBe('');
    const loud = keptStreams();
    await reporterOn(loud, { verbose: true }).stage('printing', () => undefined);
    expect(loud.stderr).toMatch(/^ +\d+ ms {2}printing\n$/);
    expect(loud.stderr).not.toContain(ESCAPE);
  });

  it('keeps the time of a stage that fails', async () => {
    const reporter = reporterOn(keptStreams());
    await expect(reporter.stage('printing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(reporter.times.map(({ stage }) => stage)).toEqual(['printing']);
  });
});

describe('the exit code', () => {
  const of = (...codes: ExitCode[]) => exitCodeOf(codes.map((exit) => fault({ exit })));

  it('is 0 without errors: warnings never fail a run', () => {
    expect(exitCodeOf([])).toBe(0);
    expect(exitCodeOf([fault({ severity: 'warning' }), fault({ severity: 'warning', exit: 4 })])).toBe(0);
  });

  it('is the code of what must be put right first', () => {
    expect([of(1), of(2), of(3), of(4)]).toEqual([1, 2, 3, 4]);
    expect([of(4, 1), of(1, 3), of(3, 2)]).toEqual([1, 3, 2]);
  });
});
