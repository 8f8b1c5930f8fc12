/**
 * The issue before this one, for the warnings that look back. They are told and listed in the run's report, but are no part of
 * the issue's own output: that is made from the issue alone, so that it can be made again without its neighbours.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../fault.ts';
import type { Issue } from '../../issue/model.ts';
import { readIssue } from '../../issue/read.ts';
import { lookBack } from '../../makeup/warnings/warnings.ts';

/** Folders of issues: a date, and the edition where a paper has several a day. */
const NAME = /^\d{4}-\d{2}-\d{2}(-[A-Za-z0-9]{1,8})?$/;

/** Warnings of an issue against the one before it; none where there is none, or where it cannot be read. */
export async function warningsOfYesterday(issueFolder: string, issue: Issue | undefined): Promise<readonly Fault[]> {
  if (issue === undefined) return [];
  const before = await issueBefore(issueFolder);
  const read = before === undefined ? undefined : (await readIssue(before, { draft: true })).issue;
  return read === undefined ? [] : lookBack(issue, read);
}

/** The folder beside this one with the last date before it, of the same edition. */
async function issueBefore(issueFolder: string): Promise<string | undefined> {
  const own = path.basename(path.resolve(issueFolder));
  const [, edition] = NAME.exec(own) ?? [];
  const all = path.dirname(path.resolve(issueFolder));
  const entries = await readdir(all, { withFileTypes: true });
  const earlier = entries
    .filter((entry) => entry.isDirectory() && NAME.exec(entry.name)?.[1] === edition && entry.name < own)
    .map(({ name }) => name)
    .sort();
  const last = NAME.test(own) ? earlier.at(-1) : undefined;
  return last === undefined ? undefined : path.join(all, last);
}
