/** Where keys stand, for those who find something wrong after an issue was read: the issue itself does not keep it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readArticle } from './article.ts';
import { findPaper, shownPath } from './folder.ts';
import type { Article } from './model.ts';
import { LIMITS } from './newspaper.ts';
import { issueSchema } from './schema/issue.ts';
import { type Locate, readYaml } from './yaml.ts';

/** Reads an article's file again. `folder` is the issue's. */
export async function locateIn(folder: string, { slug, place: { file } }: Article): Promise<Locate> {
  return readArticle({ slug, file, text: await textOf(path.join(folder, `${slug}.md`)) }, LIMITS).locate;
}

/** Reads `issue.yaml` again. `folder` is the issue's. */
export async function locateInIssue(folder: string): Promise<Locate> {
  const yaml = path.join(folder, 'issue.yaml');
  const file = shownPath(findPaper(folder) ?? folder, path.resolve(yaml));
  return readYaml({ text: await textOf(yaml), file, firstLine: 1 }, issueSchema).locate;
}

const textOf = async (file: string): Promise<string> =>
  (await readFile(file, 'utf8').catch(() => '')).replace(/^\ufeff/, '');
