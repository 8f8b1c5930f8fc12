/** The issues that a command is about: by path, by date, by date and edition, or the newest. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findIssues } from '../../src/cli/paper.ts';
import { FaultError } from '../../src/fault.ts';
import { makePaper } from './paper.ts';

async function papered(first: string, ...more: readonly string[]): Promise<string> {
  const { paper } = await makePaper({}, first);
  for (const name of more) await mkdir(path.join(paper, 'issues', name));
  return paper;
}

async function found(paper: string, ...names: readonly string[]): Promise<readonly string[]> {
  return (await findIssues(paper, names)).issues.map((folder) => path.relative(path.join(paper, 'issues'), folder));
}

async function refused(paper: string, ...names: readonly string[]): Promise<readonly string[]> {
  const error = await findIssues(paper, names).catch((thrown: unknown) => thrown);
  return error instanceof FaultError ? error.faults.map(({ name }) => name) : [];
}

describe('an issue is named', () => {
  it('by its date, and by date and edition', async () => {
    const paper = await papered('2026-03-01', '2026-03-02-A', '2026-03-02-B');
    expect(await found(paper, '2026-03-01', '2026-03-02-B')).toEqual(['2026-03-01', '2026-03-02-B']);
    expect(await found(paper, 'issues/2026-03-02-A')).toEqual(['2026-03-02-A']);
    expect(await found(paper, '2026-03-01/', 'issues/2026-03-02-A/')).toEqual(['2026-03-01', '2026-03-02-A']);
    expect(await refused(paper, '2026-03-02', '2026-03-01-A', 'yesterday')).toEqual(Array(3).fill('issue-not-found'));
  });

  it('wrongly, and is told which was meant', async () => {
    const paper = await papered('2026-03-01', '2026-03-17');
    const error = await findIssues(paper, ['2026-3-17', 'march']).catch((thrown: unknown) => thrown);
    const hints = error instanceof FaultError ? error.faults.map(({ hint }) => hint) : [];
    expect(hints).toEqual([
      expect.stringMatching(/^Did you mean “2026-03-17”\?/),
      expect.stringMatching(/^Give the path/),
    ]);
  });

  it('by the folder that holds it, or by a story of it, and is told its own', async () => {
    const paper = await papered('2026-03-01');
    expect(await refused(paper, '.', 'issues')).toEqual(['issue-not-found', 'issue-not-found']);
    const error = await findIssues(paper, ['issues/2026-03-01/pier.md']).catch((thrown: unknown) => thrown);
    expect(error instanceof FaultError && error.faults[0]?.hint).toMatch(/^Did you mean “issues\/2026-03-01”\?/);
  });

  it('by no folder, and is told which one was meant', async () => {
    const hintsIn = async (folder: string): Promise<unknown> => {
      const error = await findIssues(folder, []).catch((thrown: unknown) => thrown);
      return error instanceof FaultError ? error.faults.map(({ hint }) => hint) : error;
    };
    expect(await hintsIn(await papered('2026-3-17'))).toEqual([
      'Rename the folder “issues/2026-3-17” to “issues/2026-03-17”.',
    ]);
    expect(await hintsIn(await papered('20260317'))).toEqual([
      'Rename the folder “issues/20260317” to “issues/2026-03-17”.',
    ]);
    const paper = await papered('drafts');
    expect(await hintsIn(paper)).toEqual([expect.stringMatching(/^Make one/)]);
    await rm(path.join(paper, 'issues'), { recursive: true });
    await mkdir(path.join(paper, '2026-03-17'));
    expect(await hintsIn(paper)).toEqual(['Rename the folder “2026-03-17” to “issues/2026-03-17”.']);
    await rename(path.join(paper, '2026-03-17'), path.join(paper, 'Issues'));
    expect(await hintsIn(paper)).toEqual(['Rename the folder “Issues” to “issues”.']);
    await rename(path.join(paper, 'newspaper.yaml'), path.join(paper, 'newspaper.yml'));
    expect(await hintsIn(paper)).toEqual(['Rename “newspaper.yml” to newspaper.yaml.']);
  });

  it('not at all, and folders that look like issues are told, with their right names', async () => {
    const paper = await papered(
      '2026-01-08',
      '2026-01-07',
      '2026-1-8',
      '2026-01-32',
      '20260109',
      '2026年1月5日',
      'drafts',
    );
    await writeFile(path.join(paper, 'issues', '2026-02-01'), 'a file is no issue');
    const { issues, faults } = await findIssues(paper, []);
    expect(issues.map((folder) => path.basename(folder))).toEqual(['2026-01-08']);
    expect(faults.map(({ name, severity, place, hint }) => [name, severity, place?.file, hint])).toEqual([
      ['issue-misnamed', 'warning', 'issues/2026-01-32', expect.stringMatching(/^Rename it by the date of the issue/)],
      ['issue-misnamed', 'warning', 'issues/2026-1-8', expect.stringMatching(/^There is “issues\/2026-01-08” already/)],
      ['issue-misnamed', 'warning', 'issues/20260109', 'Rename the folder “issues/20260109” to “issues/2026-01-09”.'],
      ['issue-misnamed', 'warning', 'issues/2026年1月5日', expect.stringContaining('to “issues/2026-01-05”.')],
    ]);
    const lost = await findIssues(paper, ['2026-01-09']).catch((thrown: unknown) => thrown);
    expect(lost instanceof FaultError && lost.faults[0]?.hint).toBe(
      'Rename the folder “issues/20260109” to “issues/2026-01-09”.',
    );
  });

  it('not at all, and a story that lies in no issue is told', async () => {
    const paper = await papered('2026-01-08');
    await writeFile(path.join(paper, 'issues', 'late.md'), '正文。');
    const { faults } = await findIssues(paper, []);
    expect(faults.map(({ name, place }) => [name, place?.file])).toEqual([['file-misplaced', 'issues/late.md']]);
  });

  it('by the edition that only issue.yaml states', async () => {
    const paper = await papered('2026-03-03');
    await writeFile(path.join(paper, 'issues', '2026-03-03', 'issue.yaml'), 'edition: B\n');
    expect(await found(paper, '2026-03-03-B', '2026-03-03')).toEqual(['2026-03-03']);
    expect(await refused(paper, '2026-03-03-A')).toEqual(['issue-not-found']);
  });

  it('not at all, and is the newest, editions included', async () => {
    expect(await found(await papered('2026-03-02-B', '2026-03-02-A'))).toEqual(['2026-03-02-B']);
    expect(await found(await papered('2026-03-02', '2026-03-03-A', 'drafts'))).toEqual(['2026-03-03-A']);
    expect(await refused(await papered('drafts'))).toEqual(['issue-none']);
  });
});
