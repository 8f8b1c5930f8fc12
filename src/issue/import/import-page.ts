/**
 * The door of the import: a page's raw text into an issue's folder. Every word of the text is written somewhere; what
 * could not be decided is listed; a file that is already there is never touched.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../fault.ts';
import { isDate } from '../calendar.ts';
import { dateGiven, fileExists, importEmpty, importStory, mergeUnfinished } from '../faults.ts';
import { makeFolder } from '../folder.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { articleSchema } from '../schema/article.ts';
import { cleanText, decodeText, mergeMarks } from '../source.ts';
import { readChunks } from './chunks.ts';
import { type Composed, type ComposeOptions, composeIssue, type PhotoToCome } from './compose.ts';
import type { Undecided } from './page.ts';
import { readStories } from './stories.ts';

/** Where an imported page goes. */
export interface ImportOptions {
  /** YYYY-MM-DD; the issue's folder becomes `issues/DATE`. */
  readonly date: string;
  /** The paper's folder; gets a newspaper.yaml if it has none. */
  readonly into: string;
  /** The name that faults give to the raw text: its file, as the desk wrote it. */
  readonly file: string;
}

/** What an import wrote, and what is left to the desk. */
export interface ImportedPage {
  /** Paths relative to the paper's folder, in the order of writing. */
  readonly written: readonly string[];
  /** Pictures that captions speak of: where each must be put. */
  readonly photosToCome: readonly PhotoToCome[];
  /** What could not be decided, by line of the raw text. */
  readonly undecided: readonly Undecided[];
  /** With an error among them nothing was written. */
  readonly faults: readonly Fault[];
}

/** A page's raw text to the texts of an issue's files. Pure; `file` is the name that faults give to the raw text. */
export function readPage(
  raw: string | Uint8Array,
  options: ComposeOptions & { readonly file: string },
): Composed & { faults: readonly Fault[] } {
  const { file } = options;
  const { text, faults } = typeof raw === 'string' ? cleanText(raw, file) : decodeText(raw, file);
  const stories = readStories(readChunks(text));
  return { ...composeIssue(stories, options), faults: [...faults, ...noPage(text, file)] };
}

/** What shows that a text is no page: a story's front matter, versions that Git left side by side. */
function noPage(text: string, file: string): readonly Fault[] {
  const { yaml, yamlLine } = splitFrontMatter(text);
  const isStory = Object.keys(articleSchema.shape).some((key) => new RegExp(`^${key}:`, 'm').test(yaml));
  const marks = mergeMarks(text);
  return [
    ...(isStory ? [importStory({ file, line: yamlLine - 1 })] : []),
    ...(marks.length > 0 ? [mergeUnfinished({ file }, marks)] : []),
  ];
}

/** Imports a page. Bad input is never thrown, always reported. */
export async function importPage(raw: string | Uint8Array, { date, into, file }: ImportOptions): Promise<ImportedPage> {
  const withPaper = !existsSync(path.join(into, 'newspaper.yaml'));
  const { files, photosToCome, undecided, faults } = readPage(raw, { date, withPaper, file });
  const articles = files.filter((file) => file.path.endsWith('.md'));
  const unread = faults.filter(({ severity }) => severity === 'error');
  const errors = [
    ...unread,
    ...(isDate(date) ? [] : [dateGiven(date, 'day')]),
    ...(articles.length === 0 && unread.length === 0 ? [importEmpty()] : []),
    ...files.filter((file) => existsSync(path.join(into, file.path))).map((file) => fileExists(file.path)),
  ];
  if (errors.length > 0) return { written: [], photosToCome: [], undecided: [], faults: errors };
  await makeFolder(path.join(into, 'issues', date, 'photos'));
  for (const file of files) await writeFile(path.join(into, file.path), file.text, { flag: 'wx' });
  return { written: files.map((file) => file.path), photosToCome, undecided, faults };
}
