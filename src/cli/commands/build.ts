/** `broadsheet build`: everything for these issue folders. */
import { buildIssue } from '../build/build.ts';
import { jobFor } from '../build/job.ts';
import { type Command, joinOutcomes, type Outcome } from '../desk.ts';
import { findIssues } from '../paper.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const jobs = (await findIssues(desk.cwd, names)).map((folder) => jobFor(desk, folder, options));
  const outcomes: Outcome[] = [];
  for (const job of jobs) outcomes.push(await buildIssue(desk, job));
  return joinOutcomes(outcomes);
};
