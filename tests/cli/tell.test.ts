/** How a build ends: what was left out is said before somebody seals it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { jobFor } from '../../src/cli/build/job.ts';
import { conclude } from '../../src/cli/build/tell.ts';
import type { Desk } from '../../src/cli/desk.ts';
import { inChinese, inEnglish } from '../../src/fault.ts';
import { DATE, makePaper } from './paper.ts';

it('says when the archive’s records were left out, and that a draft is not for the printer', async () => {
  const { issue } = await makePaper({});
  const output = await mkdtemp(path.join(tmpdir(), 'broadsheet-told-'));
  const desk = { cwd: output } as Desk;
  const adviceOf = async (only: Readonly<Record<string, string | boolean>>) => {
    const job = jobFor(desk, issue, { output, ...only });
    const { advice = '' } = await conclude(desk, job, {} as Parameters<typeof conclude>[2], {
      faults: [],
      findings: [],
    });
    return advice;
  };
  for (const only of ['press', 'web', 'web,press']) {
    const advice = await adviceOf({ only });
    expect(inEnglish(advice)).toContain(`run \`broadsheet build ${DATE}\` without --only before \`seal\``);
    expect(inChinese(advice)).toContain('归档记录这次没有重做');
  }
  expect(inChinese(await adviceOf({}))).toContain('交印刷厂');
  expect(inChinese(await adviceOf({ draft: true }))).toMatch(/标“草样”的版不可付印。$/);
  expect(inEnglish(await adviceOf({ draft: true }))).not.toContain('for the printer');
  expect(inEnglish(await adviceOf({}))).not.toContain('archive');
  expect(inEnglish(await adviceOf({ only: 'press,archive' }))).not.toContain('were not made');
});
