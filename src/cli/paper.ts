/** Finds the paper and the issues that a command is about. */
import { readdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, FaultError } from '../fault.ts';
import { dateMeant } from '../issue/calendar.ts';
import { closest } from '../issue/closest.ts';
import { reasonOf } from '../issue/faults/reasons.ts';
import { fileMisplaced, fileUnreadable } from '../issue/faults.ts';
import { issueFolder } from '../issue/find-issue.ts';
import { findPaper, isIssueName, issueName } from '../issue/folder.ts';
import { issueMisnamed, issueNotFound, type Misnamed, noIssue, noPaper } from './faults.ts';

/**
 * The folder that holds `newspaper.yaml`, found by walking up.
 * @throws FaultError when there is none.
 */
export function paperOf(folder: string): string {
  const paper = findPaper(path.resolve(folder));
  if (paper === undefined) throw new FaultError([noPaper(folder, misnamedPaper(path.resolve(folder)))]);
  return paper;
}

/** The issues that a command is about, and what is wrong with those beside them. */
export interface Found {
  /** Absolute paths of their folders. */
  readonly issues: readonly string[];
  /** Folders and stories that were passed over when the newest was looked for, as warnings. */
  readonly faults: readonly Fault[];
}

/**
 * The issue folders that were named, by path, by date or by date and edition; without names the newest one.
 * @throws FaultError that names every one that is not there.
 */
export async function findIssues(cwd: string, names: readonly string[]): Promise<Found> {
  if (names.length === 0) return newestIssue(paperOf(cwd));
  const found = await Promise.all(names.map((name) => findIssue(cwd, name)));
  const lost = names.filter((_, index) => found[index] === undefined);
  if (lost.length > 0) {
    const shelf = await shelfOf(findPaper(cwd) ?? cwd);
    throw new FaultError(lost.map((name) => issueNotFound(name, nearTo(name, shelf))));
  }
  return { issues: [...new Set(found.filter((folder) => folder !== undefined))], faults: [] };
}

/** What was meant by a name that no issue has: another issue, or a folder that ought to have this name. */
function nearTo(name: string, { issues, misnamed }: Shelf): { guess?: string; misnamed?: Misnamed } {
  const meant = dateMeant(name, 'edition') ?? name;
  const folder = misnamed.find(({ to }) => to === `issues/${meant}`);
  const above = name.endsWith('.md') ? path.dirname(name) : undefined;
  const guess = issues.find((issue) => issue === meant) ?? above ?? closest(name, issues);
  return folder && !folder.taken ? { misnamed: folder } : guess === undefined ? {} : { guess };
}

async function findIssue(cwd: string, name: string): Promise<string | undefined> {
  const asPath = path.resolve(cwd, name);
  if ((await isFolder(asPath)) && !isPaperOwn(asPath)) return asPath;
  // A shell that completes the name of a folder ends it with a slash.
  const bare = name.replace(/[\\/]+$/, '');
  return issueName(bare) === undefined ? undefined : issueFolder(path.join(paperOf(cwd), 'issues'), bare);
}

/** True for a paper's folder and for its `issues/`, which hold issues and are none. */
const isPaperOwn = (folder: string): boolean =>
  [folder, path.dirname(folder)].includes(findPaper(folder) ?? '') && issueName(path.basename(folder)) === undefined;

/** The newest issue folder of a paper, by its name: its date, and the last edition of the day. */
async function newestIssue(paper: string): Promise<Found> {
  const { issues, misnamed, stray } = await shelfOf(paper);
  const newest = issues.at(-1);
  const strays = stray.map((name) => fileMisplaced({ file: `issues/${name}` }));
  const faults = [...misnamed.map(issueMisnamed), ...strays];
  if (newest !== undefined) return { issues: [path.join(paper, 'issues', newest)], faults };
  const meant = misnamed.find(({ to }) => to !== undefined) ?? misnamed[0] ?? (await misplacedIssue(paper));
  throw new FaultError([noIssue(path.join(paper, 'issues'), meant), ...strays]);
}

/** A file that was meant for newspaper.yaml: of another ending, or with a second one that the system hides. */
const misnamedPaper = (folder: string): string | undefined =>
  readdirSync(folder).find((name) => /^newspaper\.(?:yml|ya?ml\.txt|txt)$/i.test(name));

/** The word in another writing, or an issue that lies beside `issues/`, where that is empty. */
async function misplacedIssue(paper: string): Promise<Misnamed | undefined> {
  const below = await readdir(path.join(paper, 'issues')).catch(() => []);
  const beside = below.length > 0 ? [] : await readdir(paper);
  const issues = beside.find((name) => name !== 'issues' && /^issues?$/i.test(name));
  if (issues !== undefined) return { from: issues, to: 'issues' };
  const date = beside.find((name) => issueName(name) !== undefined);
  return date === undefined ? undefined : { from: date, to: `issues/${date}` };
}

/** What lies in a paper's `issues/`. */
interface Shelf {
  /** The names of its issues, oldest first. */
  readonly issues: readonly string[];
  /** Folders that look like issues and are none. */
  readonly misnamed: readonly Misnamed[];
  /** Stories that lie in no issue. */
  readonly stray: readonly string[];
}

/** Any folder that begins with a digit, or has a month in its name, was meant for a date. */
const LIKE_A_DATE = /^\p{Nd}|月/u;

async function shelfOf(paper: string): Promise<Shelf> {
  const root = path.join(paper, 'issues');
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw new FaultError([fileUnreadable({ file: 'issues' }, reasonOf(error))]);
    return [];
  });
  const are = await Promise.all(names.map((name) => isFolder(path.join(root, name))));
  const folders = names.filter((_, index) => are[index]).sort();
  const misnamed = folders
    .filter((name) => !isIssueName(name) && LIKE_A_DATE.test(name))
    .map((name) => {
      const meant = dateMeant(name, 'edition');
      const to = meant === undefined ? {} : { to: `issues/${meant}`, taken: folders.includes(meant) };
      return { from: `issues/${name}`, ...to };
    });
  const stray = names.filter((name) => name.endsWith('.md') && !folders.includes(name)).sort();
  return { issues: folders.filter(isIssueName), misnamed, stray };
}

/** True for a folder, or a link to one, that can be looked at. */
export const isFolder = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isDirectory() ?? false;
