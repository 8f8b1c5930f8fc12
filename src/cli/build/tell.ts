/** How a build ends: the report is written, and what there is is told. */
import path from 'node:path';
import { damagedSnapshots } from '../../archive/archive-index.ts';
import { both, inChinese, inEnglish, type Phrase } from '../../fault.ts';
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
  const around = [
    ...(await warningsOfYesterday(job.issue, subject.issue)),
    ...(await damagedSnapshots(job.output, own.issue)),
  ];
  const report = { ...own, faults: [...own.faults, ...around] };
  const files = await publishReport(job.output, report, subject);
  const published = isRefused(report.faults) ? [] : [report.issue];
  const results = [...published, ...files].map((file) => path.relative(desk.cwd, path.join(job.output, file)));
  return { faults: report.faults, results, advice: adviceOf(desk, job, report.issue) };
}

/** Where one looks at what was made, and what is still to be made before the issue can be sealed. */
function adviceOf(desk: Pick<Desk, 'cwd'>, job: Job, issue: string): Phrase {
  const place = placeOf(desk, job, issue);
  if (job.parts.has('archive')) return place;
  return both(
    `${inEnglish(place)} The archive’s records were not made anew: run \`broadsheet build ${issue}\` without --only before \`seal\`.`,
    `${inChinese(place)}归档记录这次没有重做：封存之前，请运行 \`broadsheet build ${issue}\`（不带 --only）。`,
  );
}

function placeOf({ cwd }: Pick<Desk, 'cwd'>, { output, parts, draft }: Job, issue: string): Phrase {
  const shown = (...below: readonly string[]): string => path.relative(cwd, path.join(output, ...below));
  const home = shown('index.html');
  const press = shown(issue, 'press');
  if (!parts.has('web')) return both(`The files are in ${shown(issue)}.`, `文件在 ${shown(issue)}。`);
  if (draft && parts.has('press'))
    return both(
      `Open ${home} to read it; of ${press}, no page marked 草样 may go to the printer.`,
      `打开 ${home} 可读；${press} 里标“草样”的版不可付印。`,
    );
  return parts.has('press')
    ? both(`Open ${home} to read it; ${press} is for the printer.`, `打开 ${home} 可读；${press} 交印刷厂。`)
    : both(`Open ${home} to read it.`, `打开 ${home} 可读。`);
}
