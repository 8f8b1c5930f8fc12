/**
 * The house's Nunjucks environment. Layouts are looked up in the paper's own folder first, so that a paper changes
 * one by laying a file of the same name into `layouts/`.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { FILTERS } from './filters.ts';

/** The house's own folders; a paper's win over them. */
const HOUSE = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of a kind, the paper's first. */
export function searchPath(kind: 'layouts' | 'styles', paper: string | undefined): readonly string[] {
  const house = path.join(HOUSE, kind);
  const own = paper === undefined ? house : path.join(paper, kind);
  return own === house ? [house] : [own, house];
}

/** An environment that escapes everything it is not told is safe. */
export function openTemplates(paper: string | undefined): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([...searchPath('layouts', paper)]);
  const environment = new nunjucks.Environment(loader, { autoescape: true });
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  return environment;
}
