/** `broadsheet check`: validate, typeset and make up, write the report and nothing else; with `--proof` proof sheets, too. */
import path from 'node:path';
import { both, counted, type Fault, type Phrase } from '../../fault.ts';
import { judgeAds } from '../build/ads.ts';
import { jobFor } from '../build/job.ts';
import { openOutput } from '../build/open-output.ts';
import { type Made, makePages } from '../build/pages.ts';
import { cacheFor } from '../build/paper-cache.ts';
import { publishReport, reportOf } from '../build/report.ts';
import { verdict } from '../build/verdict.ts';
import { warmBrowser } from '../build/warm-browser.ts';
import { warningsOfYesterday } from '../build/yesterday.ts';
import { type Command, type Desk, joinOutcomes, type Options, type Outcome } from '../desk.ts';
import { findIssues } from '../paper.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const { issues, faults } = await findIssues(desk.cwd, names);
  const outcomes: Outcome[] = [{ faults, results: [] }];
  for (const folder of issues) outcomes.push(await checkIssue(desk, folder, options));
  return joinOutcomes(outcomes);
};

async function checkIssue(desk: Desk, folder: string, options: Options): Promise<Outcome> {
  const { output } = jobFor(desk, folder, options);
  await openOutput(output);
  const cache = await cacheFor(folder, true);
  const made = await makePages(folder, desk, { draft: false, lenient: true, cache });
  const { issue, plan, faults, released } = made;
  const terms = { draft: false, released: new Set(released.keys()), known: faults };
  const judged = plan === undefined ? [] : verdict(plan, terms);
  const printed = [...(await profileFaults(made)), ...(await judgeAds(made, cache))];
  const all = [...faults, ...printed, ...judged, ...(await warningsOfYesterday(folder, issue))];
  const report = reportOf(issue?.id ?? path.basename(folder), { faults: all, ...(plan ? { plan } : {}) });
  const files = await publishReport(output, report, made);
  const proofs = options['proof'] === true ? await proofsOf(desk, made, all) : [];
  const results = [...files.map((file) => path.join(output, file)), ...proofs];
  const advice = adviceOf(issue?.articles.flatMap(({ photos }) => photos.filter(({ missing }) => missing)).length ?? 0);
  return { faults: all, results: results.map((file) => path.relative(desk.cwd, file)), advice };
}

/** What stands in the way of a build where no fault does: the pages were judged with empty frames for so many photos. */
const adviceOf = (missing: number): Phrase =>
  missing === 0
    ? both('Nothing stands in the way of `broadsheet build`.', '没有差错，可以 `broadsheet build`。')
    : both(
        `The pages close; \`broadsheet build\` waits for ${counted(missing, 'photo')} still to come.`,
        `版面排得成；还缺 ${missing} 张照片，到齐了才能 \`broadsheet build\`。`,
      );

/** What only the press would say otherwise: the printer's own profile is none. */
async function profileFaults({ issue, folder }: Made): Promise<readonly Fault[]> {
  const profile = issue?.paper.press.profile;
  if (profile === undefined) return [];
  const { headerFaults } = await import('../../press/profile.ts');
  return headerFaults(path.join(folder.paper, profile), profile);
}

/** Proof sheets of all pages that there are. */
async function proofsOf(desk: Desk, made: Made, faults: readonly Fault[]): Promise<readonly string[]> {
  const { issue, plan, pictures, folder } = made;
  if (issue === undefined || plan === undefined) return [];
  const { proofSheets } = await import('../proof/sheets.ts');
  await using browser = warmBrowser(desk.signal);
  // Awaited here: the browser is closed when this function ends, which must not be before the sheets are printed.
  return await proofSheets(desk, { issue, plan, pictures, folder }, faults, () => browser.door());
}
