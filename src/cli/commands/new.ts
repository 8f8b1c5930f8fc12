/** `broadsheet new`: an empty issue folder with commented examples. */
import path from 'node:path';
import { findPaper } from '../../issue/folder.ts';
import { scaffoldIssue } from '../../issue/scaffold.ts';
import type { Command } from '../desk.ts';
import { localeOf } from '../words.ts';

export const run: Command['run'] = async (desk, [date = '']) => {
  // In an empty folder this is how a paper begins: it gets its newspaper.yaml too.
  const paper = findPaper(desk.cwd) ?? desk.cwd;
  const { written, faults } = await scaffoldIssue(paper, date, localeOf(desk.env));
  return { faults, results: written.map((file) => path.relative(desk.cwd, path.join(paper, file))) };
};
