/** `new DATE`: an empty issue folder whose comments show what may be written. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, isChinese } from '../fault.ts';
import { dateGiven, issueExists } from './faults.ts';
import { isIssueName, makeFolder } from './folder.ts';
import type { TextFile } from './import/compose.ts';
import { CHINESE, ENGLISH } from './scaffold-texts.ts';
import { newspaperSchema } from './schema/newspaper.ts';
import { readYaml } from './yaml.ts';

/** What `new` wrote. */
export interface Scaffold {
  /** Paths relative to the paper's folder. */
  readonly written: readonly string[];
  /** With an error among them nothing was written. */
  readonly faults: readonly Fault[];
}

/**
 * Makes `issues/DATE/` in a paper's folder (DATE may end in an edition, -A), and newspaper.yaml if there is none.
 * @param locale Whose language the examples speak where there is no paper yet; a paper that is there has its own.
 */
export async function scaffoldIssue(paperFolder: string, date: string, locale: string): Promise<Scaffold> {
  if (!isIssueName(date)) return { written: [], faults: [dateGiven(date, 'edition')] };
  const folder = `issues/${date}`;
  if (existsSync(path.join(paperFolder, folder))) return { written: [], faults: [issueExists(folder)] };
  const paper = path.join(paperFolder, 'newspaper.yaml');
  const texts = isChinese(existsSync(paper) ? languageOf(paper) : locale) ? CHINESE : ENGLISH;
  const files: TextFile[] = [
    { path: `${folder}/issue.yaml`, text: texts.issue },
    { path: `${folder}/first-story.md`, text: texts.article },
  ];
  if (!existsSync(paper)) files.push({ path: 'newspaper.yaml', text: texts.newspaper });
  for (const below of ['photos', 'ads']) await makeFolder(path.join(paperFolder, folder, below));
  for (const file of files) await writeFile(path.join(paperFolder, file.path), file.text, { flag: 'wx' });
  return { written: files.map((file) => file.path), faults: [] };
}

/** The language of a paper; Chinese, as for the make-up, where it does not say. */
function languageOf(paper: string): string {
  const { value } = readYaml(
    { text: readFileSync(paper, 'utf8'), file: 'newspaper.yaml', firstLine: 1 },
    newspaperSchema,
  );
  return value?.language ?? 'zh-CN';
}
