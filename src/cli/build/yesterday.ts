/**
 * The issues before this one, for the warnings that look back. They are told and listed in the run's report, but are no part of
 * the issue's own output: that is made from the issue alone, so that it can be made again without its neighbours.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../fault.ts';
import { checkCorrections } from '../../issue/corrections.ts';
import { issueName } from '../../issue/folder.ts';
import type { Issue } from '../../issue/model.ts';
import { readIssue } from '../../issue/read.ts';
import { lookBack } from '../../makeup/warnings/warnings.ts';

/** Warnings of an issue against the one before it, where that can be read, and against those that it corrects. */
export async function warningsOfYesterday(issueFolder: string, issue: Issue | undefined): Promise<readonly Fault[]> {
  if (issue === undefined) return [];
  const before = await issueBefore(issueFolder);
  const read = before === undefined ? undefined : (await readIssue(before, { draft: true })).issue;
  return [...(read === undefined ? [] : lookBack(issue, read)), ...(await checkCorrections(issueFolder, issue))];
}

/** The folder beside this one with the last date before it, of the same edition. */
async function issueBefore(issueFolder: string): Promise<string | undefined> {
  const own = path.basename(path.resolve(issueFolder));
  const edition = issueName(own)?.edition;
  const all = path.dirname(path.resolve(issueFolder));
  const entries = await readdir(all, { withFileTypes: true });
  const isEarlier = (name: string): boolean => {
    const read = issueName(name);
    return read !== undefined && read.edition === edition && name < own;
  };
  const earlier = entries
    .filter((entry) => entry.isDirectory() && isEarlier(entry.name))
    .map(({ name }) => name)
    .sort();
  const last = issueName(own) === undefined ? undefined : earlier.at(-1);
  return last === undefined ? undefined : path.join(all, last);
}
