/** Finds the paper and the issues that a command is about. */
import { readdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { FaultError } from '../fault.ts';
import { dateMeant } from '../issue/calendar.ts';
import { closest } from '../issue/closest.ts';
import { issueFolder } from '../issue/find-issue.ts';
import { findPaper, issueName } from '../issue/folder.ts';
import { issueNotFound, noIssue, noPaper } from './faults.ts';

/**
 * The folder that holds `newspaper.yaml`, found by walking up.
 * @throws FaultError when there is none.
 */
export function paperOf(folder: string): string {
  const paper = findPaper(path.resolve(folder));
  if (paper === undefined) throw new FaultError([noPaper(folder, misnamedPaper(path.resolve(folder)))]);
  return paper;
}

/**
 * The issue folders that were named, by path, by date or by date and edition; without names the newest one.
 * @throws FaultError that names every one that is not there.
 */
export async function findIssues(cwd: string, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [await newestIssue(paperOf(cwd))];
  const found = await Promise.all(names.map((name) => findIssue(cwd, name)));
  const lost = names.filter((_, index) => found[index] === undefined);
  if (lost.length > 0) {
    const known = await issuesOf(findPaper(cwd) ?? cwd);
    throw new FaultError(
      lost.map((name) =>
        issueNotFound(name, known.find((issue) => issue === dateMeant(name, 'edition')) ?? closest(name, known)),
      ),
    );
  }
  return [...new Set(found.filter((folder) => folder !== undefined))];
}

async function findIssue(cwd: string, name: string): Promise<string | undefined> {
  const asPath = path.resolve(cwd, name);
  if (await isFolder(asPath)) return asPath;
  // A shell that completes the name of a folder ends it with a slash.
  const bare = name.replace(/[\\/]+$/, '');
  return issueName(bare) === undefined ? undefined : issueFolder(path.join(paperOf(cwd), 'issues'), bare);
}

/** The newest issue folder of a paper, by its name: its date, and the last edition of the day. */
async function newestIssue(paper: string): Promise<string> {
  const folder = path.join(paper, 'issues');
  const newest = (await issuesOf(paper)).at(-1);
  if (newest === undefined) throw new FaultError([noIssue(folder, await misnamedIssue(paper))]);
  return path.join(folder, newest);
}

/** A file that was meant for newspaper.yaml: of another ending, or with a second one that the system hides. */
const misnamedPaper = (folder: string): string | undefined =>
  readdirSync(folder).find((name) => /^newspaper\.(?:yml|ya?ml\.txt|txt)$/i.test(name));

/** A folder that was meant for an issue or for the issues: its date in another writing, or the word. */
async function misnamedIssue(paper: string): Promise<{ from: string; to: string } | undefined> {
  const below = await readdir(path.join(paper, 'issues')).catch(() => []);
  for (const name of below) {
    const to = dateMeant(name, 'edition');
    if (to !== undefined) return { from: `issues/${name}`, to: `issues/${to}` };
  }
  const beside = below.length > 0 ? [] : await readdir(paper);
  const issues = beside.find((name) => name !== 'issues' && /^issues?$/i.test(name));
  if (issues !== undefined) return { from: issues, to: 'issues' };
  const date = beside.find((name) => issueName(name) !== undefined);
  return date === undefined ? undefined : { from: date, to: `issues/${date}` };
}

/** The names of a paper's issues, oldest first. */
const issuesOf = async (paper: string): Promise<readonly string[]> =>
  (await readdir(path.join(paper, 'issues')).catch(() => [])).filter((name) => issueName(name) !== undefined).sort();

const isFolder = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isDirectory() ?? false;
