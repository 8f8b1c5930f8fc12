/** `broadsheet release`: 签样, a page is signed off and frozen; `--replate` makes a frozen page anew. */
import path from 'node:path';
import { both, FaultError } from '../../fault.ts';
import type { Command } from '../desk.ts';
import { badUsage } from '../faults.ts';
import { findIssues } from '../paper.ts';
import { freezePage } from '../release/freeze.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const page = pageNumber(options['page']);
  const [issue = ''] = await findIssues(desk.cwd, names);
  const { faults, frozen } = await freezePage(desk, { issue, page, replate: options['replate'] === true });
  if (frozen === undefined) return { faults, results: [] };
  const last = frozen.replates.at(-1);
  const what = last === undefined ? 'signed off' : `replate ${last.revision}, ${last.changes.length} changes`;
  return {
    faults,
    results: [
      `${path.relative(desk.cwd, frozen.folder)}: page ${page} ${what}`,
      ...(last?.changes.map(({ message }) => `  ${message}`) ?? []),
    ],
    facts: { page, revision: frozen.revision, changes: last?.changes ?? [] },
  };
};

function pageNumber(given: unknown): number {
  const page = Number(given);
  if (Number.isInteger(page) && page > 0) return page;
  throw new FaultError([
    badUsage(
      both(`“${String(given)}” is no page number.`, `“${String(given)}”不是版次。`),
      both('Give a number, such as --page 1.', '请写数字，如 --page 1。'),
    ),
  ]);
}
