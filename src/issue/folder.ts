/** What lies in a paper's and an issue's folder, and whether a named file is among it. */
import { type Dirent, existsSync, statSync } from 'node:fs';
import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { both, type Phrase } from '../fault.ts';
import { isDate } from './calendar.ts';
import { reasonOf } from './faults/reasons.ts';

/** Walks up from a folder to the one that holds `newspaper.yaml`; absent when there is none. */
export function findPaper(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'newspaper.yaml'))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** What the name of an issue's folder says: the date as written, not yet looked up in a calendar, and the edition. */
export interface IssueName {
  readonly date: string;
  readonly edition?: string | undefined;
}

/** Reads the name of an issue's folder, DATE or DATE-EDITION; absent when it is no such name. */
export function issueName(name: string): IssueName | undefined {
  const [, date, edition] = /^(\d{4}-\d{2}-\d{2})(?:-([A-Za-z0-9]{1,8}))?$/.exec(name) ?? [];
  return date === undefined ? undefined : { date, edition };
}

/** True for DATE or DATE-EDITION of a day of the calendar. */
export const isIssueName = (name: string): boolean => isDate(issueName(name)?.date ?? '');

/**
 * Makes a folder and those above it. Node's own recursive `mkdir` never ends where a file system answers ENOENT below a
 * folder that is there, as /proc does.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const above = path.dirname(folder);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    if (code !== 'ENOENT' || above === folder || existsSync(above)) throw error;
    await makeFolder(above);
    await makeFolder(folder);
  }
}

/** Path as faults and articles show it: relative, with forward slashes. */
export const shownPath = (from: string, to: string): string => path.relative(from, to).split(path.sep).join('/');

/** The files of a folder and of those below it, by path with forward slashes; hidden ones left out. */
export interface Listing {
  readonly files: ReadonlySet<string>;
  /** Folders at its top. */
  readonly folders: readonly string[];
  /** What cannot be read, with the reason: links that lead out, pipes and devices, folders without permission, names in another encoding. */
  readonly closed: ReadonlyMap<string, Phrase>;
}

/** No issue's folders lie deeper. */
const DEEPEST = 6;

/** Lists a folder. Links to folders are not followed; links to files are listed when they stay inside the folder. */
export async function listFolder(folder: string): Promise<Listing> {
  const files = new Set<string>();
  const folders: string[] = [];
  const closed = new Map<string, Phrase>();
  const root = await realpath(folder);
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      closed.set(below, reasonOf(error));
      return [];
    });
    for (const entry of entries.sort(byName)) {
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.name.includes('\ufffd')) {
        closed.set(name, GARBLED);
        continue;
      }
      if (entry.isDirectory() && depth === 0) folders.push(name);
      if (entry.isDirectory() && depth < DEEPEST) await visit(name, depth + 1);
      else if (entry.isFile() || (entry.isSymbolicLink() && (await staysInside(root, path.join(folder, name)))))
        files.add(name);
      else if (!entry.isDirectory()) closed.set(name, entry.isSymbolicLink() ? LINK : NO_FILE);
    }
  };
  await visit('', 0);
  return { files, folders, closed };
}

const LINK = both('a link that leads to no file of this folder', '链接指向的不是本文件夹里的文件');
const GARBLED = both('its name is not UTF-8; rename it', '文件名不是 UTF-8，请改名');
const NO_FILE = both('it is no file', '它不是文件');

const byName = (one: Dirent, other: Dirent): number => (one.name < other.name ? -1 : 1);

async function staysInside(root: string, link: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target.startsWith(root + path.sep) && (await stat(target)).isFile();
  } catch {
    return false;
  }
}

/** Whether a named path stays inside the folder that it is read from, on any system. */
export function isSafePath(file: string): boolean {
  if (file === '' || /[\\:*?"<>|\p{Cc}]/u.test(file) || file.startsWith('/')) return false;
  return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.endsWith(' '));
}
