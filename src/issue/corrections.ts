/** Whether the stories are there that an issue’s corrections name, among the issues that lie beside it. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../fault.ts';
import { closest } from './closest.ts';
import { correctedIssueUnknown, correctedStoryUnknown } from './faults.ts';
import { issueFolder } from './find-issue.ts';
import { locateIn } from './locate.ts';
import type { Article, Issue } from './model.ts';

/** A warning for every `corrects` that leads nowhere: an issue kept elsewhere may be right, and the web alone links to it. */
export async function checkCorrections(
  folder: string,
  { articles }: Pick<Issue, 'articles'>,
): Promise<readonly Fault[]> {
  const found = await Promise.all(articles.map((article) => checkCorrection(path.resolve(folder), article)));
  return found.flat();
}

async function checkCorrection(folder: string, article: Article): Promise<readonly Fault[]> {
  const [id = '', slug = ''] = article.corrects?.split('/') ?? [];
  if (id === '') return [];
  const corrected = await issueFolder(path.dirname(folder), id);
  const slugs = corrected === undefined ? [] : await slugsIn(corrected);
  if (slugs.includes(slug)) return [];
  const locate = await locateIn(folder, article);
  const place = locate(['corrects']);
  if (corrected === undefined) return [correctedIssueUnknown(place, id)];
  return [correctedStoryUnknown(place, id, { slug, guess: closest(slug, slugs) })];
}

async function slugsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -'.md'.length)] : [])).sort();
}
