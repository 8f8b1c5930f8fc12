/** `broadsheet build`: everything for these issue folders. */
import { buildIssue } from '../build/build.ts';
import { jobFor, partsOf } from '../build/job.ts';
import { type Command, joinOutcomes, type Outcome } from '../desk.ts';
import { findIssues } from '../paper.ts';

export const run: Command['run'] = async (desk, names, options) => {
  // Of `--only web, press` the second part would be taken for an issue.
  partsOf(options['only']);
  const { issues, faults } = await findIssues(desk.cwd, names);
  const jobs = issues.map((folder) => jobFor(desk, folder, options));
  const outcomes: Outcome[] = [{ faults, results: [] }];
  for (const job of jobs) outcomes.push(await buildIssue(desk, job));
  return joinOutcomes(outcomes);
};
