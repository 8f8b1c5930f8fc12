/** Builds a paper with one issue in a temporary folder, for the tests of the room. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Fault } from '../../src/fault.ts';
import type { Article } from '../../src/issue/model.ts';
import { type ReadIssue, type ReadOptions, readIssue } from '../../src/issue/read.ts';

/** Files by path: below the issue's folder, or below the paper's when the path begins with `../../`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Desk {
  readonly paper: string;
  readonly issue: string;
  [Symbol.dispose](): void;
}

/** Writes the files; a `newspaper.yaml` with a name is added unless there is one (`undefined` keeps it out). */
export function desk(
  files: Files,
  { date = '2026-01-08', paper = 'name: 星城晚报\n' }: { date?: string; paper?: string | null } = {},
): Desk {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-issue-'));
  const issue = path.join(root, 'issues', date);
  mkdirSync(issue, { recursive: true });
  if (paper !== null) writeFileSync(path.join(root, 'newspaper.yaml'), paper);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(issue, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { paper: root, issue, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

/** Writes, reads and removes an issue. */
export async function read(files: Files, options: Parameters<typeof desk>[1] & ReadOptions = {}): Promise<ReadIssue> {
  using room = desk(files, options);
  return await readIssue(room.issue, options);
}

/** Faults as short lines: `name file:line`, the issue's folder left out; warnings with a `?`. */
export const shown = (faults: readonly Fault[]): string[] =>
  faults.map(({ name, place, severity }) => {
    const where = place ? ` ${place.file.replace(/^issues\/[^/]+\//, '')}${place.line ? `:${place.line}` : ''}` : '';
    return `${name}${severity === 'warning' ? '?' : ''}${where}`;
  });

/** Reads one article that must be sound. */
export async function article(text: string, more: Files = {}): Promise<Article> {
  const { issue, faults } = await read({ 'story.md': text, ...more });
  const found = issue?.articles.find(({ slug }) => slug === 'story');
  if (!found) throw new Error(`no article: ${shown(faults).join(', ')}`);
  return found;
}
