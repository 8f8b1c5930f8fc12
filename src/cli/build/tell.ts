/** How a build ends: the report is written, and what there is is told. */
import path from 'node:path';
import type { Desk, Outcome } from '../desk.ts';
import type { Job } from './job.ts';
import { isRefused, type Made } from './pages.ts';
import type { Products } from './ready.ts';
import { publishReport, type Report, reportOf, type Subject } from './report.ts';
import { warningsOfYesterday } from './yesterday.ts';

/** Ends a build that made nothing. */
export function conclude(
  desk: Desk,
  job: Job,
  { issue, paper, plan }: Pick<Made, 'issue' | 'paper' | 'plan'>,
  products: Products,
): Promise<Outcome> {
  const id = issue?.id ?? path.basename(job.issue);
  const report = reportOf(id, { ...products, ...(plan === undefined ? {} : { plan }) });
  return tell(desk, job, { report, issue, paper });
}

/** Writes the run's report, and says what there is. */
export async function tell(
  desk: Desk,
  job: Job,
  { report: own, ...subject }: Subject & { readonly report: Report },
): Promise<Outcome> {
  const report = { ...own, faults: [...own.faults, ...(await warningsOfYesterday(job.issue, subject.issue))] };
  const files = await publishReport(job.output, report, subject);
  const published = isRefused(report.faults) ? [] : [report.issue];
  const results = [...published, ...files].map((file) => path.relative(desk.cwd, path.join(job.output, file)));
  return { faults: report.faults, results };
}
