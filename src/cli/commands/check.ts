/** `broadsheet check`: validate, typeset and make up, write the report and nothing else. */
import path from 'node:path';
import { jobFor } from '../build/job.ts';
import { makePages } from '../build/pages.ts';
import { cacheFor } from '../build/paper-cache.ts';
import { publishReport, reportOf } from '../build/report.ts';
import { verdict } from '../build/verdict.ts';
import { type Command, type Desk, joinOutcomes, type Options, type Outcome } from '../desk.ts';
import { findIssues } from '../paper.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const outcomes: Outcome[] = [];
  for (const folder of await findIssues(desk.cwd, names)) outcomes.push(await checkIssue(desk, folder, options));
  return joinOutcomes(outcomes);
};

async function checkIssue(desk: Desk, folder: string, options: Options): Promise<Outcome> {
  const { output } = jobFor(desk, folder, options);
  const cache = await cacheFor(folder, true);
  const { issue, plan, faults, released } = await makePages(folder, desk, { draft: false, cache });
  const terms = { draft: false, released: new Set(released.keys()), known: faults };
  const all = [...faults, ...(plan === undefined ? [] : verdict(plan, terms))];
  const report = reportOf(issue?.id ?? path.basename(folder), { faults: all, ...(plan ? { plan } : {}) });
  const files = await publishReport(output, report, issue);
  return { faults: all, results: files.map((file) => path.relative(desk.cwd, path.join(output, file))) };
}
