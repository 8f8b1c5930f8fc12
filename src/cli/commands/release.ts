/** `broadsheet release`: 签样, a page is signed off and frozen; `--replate` makes a frozen page anew. */
import path from 'node:path';
import { both, counted, FaultError, inChinese, inEnglish, said } from '../../fault.ts';
import type { Command } from '../desk.ts';
import { badUsage } from '../faults.ts';
import { findIssues } from '../paper.ts';
import { freezePage } from '../release/freeze.ts';
import { plateName } from '../release/slip.ts';

export const run: Command['run'] = async (desk, names, options) => {
  const page = pageNumber(options['page']);
  const [issue = ''] = (await findIssues(desk.cwd, names)).issues;
  const { faults, frozen } = await freezePage(desk, { issue, page, replate: options['replate'] === true });
  if (frozen === undefined) return { faults, results: [] };
  const last = frozen.replates.at(-1);
  const what =
    last === undefined
      ? both(`page ${page} signed off`, `第 ${page} 版已签样`)
      : both(
          `page ${page}, ${inEnglish(plateName(last.revision))}: ${counted(last.changes.length, 'item')} changed`,
          `第 ${page} 版${inChinese(plateName(last.revision))}，改动 ${last.changes.length} 项`,
        );
  const folder = path.relative(desk.cwd, frozen.folder);
  return {
    faults,
    results: [
      both(`${folder}: ${inEnglish(what)}`, `${folder}：${inChinese(what)}`),
      ...(last?.changes ?? []).map((change) => both(`  ${change.message}`, `  ${said(change, 'zh')}`)),
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
