/** The report of a run, `broadsheet/report@1`, as JSON and as a page to look at. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { publishFile } from '../../archive/publish.ts';
import { type Fault, FaultError } from '../../fault.ts';
import { reasonOf } from '../../issue/faults/reasons.ts';
import type { Issue, Newspaper } from '../../issue/model.ts';
import type { ArticleProof, Plan } from '../../makeup/plan.ts';
import { type ReportPage, reportPages } from '../../makeup/report.ts';
import type { Finding } from '../../press/preflight/finding.ts';
import { unwritable } from '../faults.ts';
import { reportHtml } from './report-html.ts';

/** A finding of the preflight, as the report lists it. */
export type PressFinding = Finding;

/** `report.json`. */
export interface Report {
  readonly schema: 'broadsheet/report@1';
  readonly issue: string;
  readonly pages: readonly ReportPage[];
  readonly articles: readonly ArticleProof[];
  readonly press: { readonly standard: 'PDF/X-4'; readonly findings: readonly PressFinding[] };
  readonly faults: readonly Fault[];
}

/** The report of an issue that got as far as this. */
export function reportOf(
  id: string,
  facts: { readonly plan?: Plan; readonly faults: readonly Fault[]; readonly findings?: readonly PressFinding[] },
): Report {
  const { plan, faults, findings = [] } = facts;
  return {
    schema: 'broadsheet/report@1',
    issue: id,
    pages: plan === undefined ? [] : reportPages(plan),
    articles: plan?.articles ?? [],
    press: { standard: 'PDF/X-4', findings },
    faults,
  };
}

/** What a report is of: the issue, or only its paper where the issue could not be read. */
export interface Subject {
  readonly issue?: Issue | undefined;
  readonly paper?: Newspaper | undefined;
}

/** Both forms of the report, by file name. */
function reportFiles(report: Report, subject: Subject): ReadonlyMap<string, string> {
  return new Map([
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ['report.html', reportHtml(report, subject)],
  ]);
}

/** Writes both forms into the issue's own folder. */
export async function writeReport(into: string, report: Report, subject: Subject): Promise<void> {
  for (const [name, text] of reportFiles(report, subject)) await writeFile(path.join(into, name), text);
}

/**
 * Writes `reports/ID.json` and `.html`, each whole or not at all. Answers the paths below the output folder.
 * @throws FaultError `output-unwritable` when a file stands where a folder should be, or the disk refuses.
 */
export async function publishReport(output: string, report: Report, subject: Subject): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [name, text] of reportFiles(report, subject)) {
    const file = `reports/${report.issue}${path.extname(name)}`;
    await publishFile(path.join(output, file), text).catch((error: unknown) => {
      throw new FaultError([unwritable(output, reasonOf(error))]);
    });
    written.push(file);
  }
  return written;
}
