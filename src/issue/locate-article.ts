/** Where the keys of an article stand, for those who find something wrong after it was read: the issue does not keep it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readArticle } from './article.ts';
import type { Article } from './model.ts';
import { LIMITS } from './newspaper.ts';
import type { Locate } from './yaml.ts';

/** Reads the article's file again. `folder` is the issue's. */
export async function locateIn(folder: string, { slug, place: { file } }: Article): Promise<Locate> {
  const text = await readFile(path.join(folder, `${slug}.md`), 'utf8').catch(() => '');
  return readArticle({ slug, file, text: text.replace(/^\ufeff/, '') }, LIMITS).locate;
}
