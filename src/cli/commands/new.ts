/** `broadsheet new`: an empty issue folder with commented examples. */
import path from 'node:path';
import { both } from '../../fault.ts';
import { findPaper } from '../../issue/folder.ts';
import { scaffoldIssue } from '../../issue/scaffold.ts';
import type { Command } from '../desk.ts';
import { localeOf } from '../words.ts';

export const run: Command['run'] = async (desk, [date = '']) => {
  // In an empty folder this is how a paper begins: it gets its newspaper.yaml too.
  const paper = findPaper(desk.cwd) ?? desk.cwd;
  const { written, faults } = await scaffoldIssue(paper, date, localeOf(desk.env));
  const results = written.map((file) => path.relative(desk.cwd, path.join(paper, file)));
  const issue = path.relative(desk.cwd, path.join(paper, 'issues', date));
  const advice = both(
    `Write your stories in ${issue}, over the example or beside it; \`broadsheet dev\` shows the pages as you save.`,
    `请在 ${issue} 里写稿，写在样例上或另建文件；\`broadsheet dev\` 边写边看版面。`,
  );
  return { faults, results, advice };
};
