/** From the issue's folder to its made-up pages: what `build`, `check`, `release` and `dev` begin with. */

import type { Fault } from '../../fault.ts';
import type { Issue, IssueFolder } from '../../issue/model.ts';
import { readIssue } from '../../issue/read.ts';
import type { MadeUp } from '../../makeup/make-up.ts';
import type { Plan } from '../../makeup/plan.ts';
import type { Picture } from '../../photo/model.ts';
import type { Reporter } from '../reporter.ts';
import { together } from './together.ts';

/** The pages of an issue, or why there are none. */
export interface Made {
  readonly folder: IssueFolder;
  /** Absent when the issue could not be read. */
  readonly issue?: Issue;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Absent when faults before the make-up left nothing to make up. */
  readonly plan?: Plan;
  readonly proposals?: MadeUp['proposals'];
  readonly faults: readonly Fault[];
}

/** True when nothing may be made of these faults. */
export const isRefused = (faults: readonly Fault[]): boolean => faults.some((fault) => fault.severity === 'error');

/** Reads, inspects, typesets and makes up one issue. Faults of a stage stop the later ones, never its own others. */
export async function makePages(
  issueFolder: string,
  reporter: Reporter,
  options: { readonly draft: boolean },
): Promise<Made> {
  const { draft } = options;
  const { issue, folder, faults } = await reporter.stage('reading', () => readIssue(issueFolder, { draft }));
  const read = { folder, pictures: new Map<string, Picture>(), faults };
  if (issue === undefined) return read;
  const [inspection, typesetter] = await together([inspect(folder, issue, reporter), typesetterFor(issue, reporter)]);
  const { pictures } = inspection;
  const known = [...faults, ...inspection.faults];
  if (isRefused(known)) return { ...read, issue, pictures, faults: known };
  const { makeUp } = await import('../../makeup/make-up.ts');
  const made = await reporter.stage('making up', () => makeUp({ issue, typesetter, pictures }));
  const { plan, proposals } = made;
  return { folder, issue, pictures, plan, proposals, faults: [...known, ...made.faults] };
}

const inspect = (folder: IssueFolder, issue: Issue, reporter: Reporter) =>
  reporter.stage('inspecting pictures', async () => {
    const { inspectPictures } = await import('../../photo/inspect.ts');
    return inspectPictures(folder, issue);
  });

const typesetterFor = (issue: Issue, reporter: Reporter) =>
  reporter.stage('opening fonts', async () => {
    const { openTypesetter } = await import('../../typeset/typesetter.ts');
    return openTypesetter(issue.paper);
  });
