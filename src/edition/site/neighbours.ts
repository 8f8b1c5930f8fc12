/**
 * The issue before and the issue after. An issue's pages do not depend on other issues; its front carries a marked
 * place for the ways to its neighbours, filled in when the site is made, on three fronts for each day that is added.
 */
import { readFile } from 'node:fs/promises';
import { longDate } from '../data/dates.ts';
import type { Output } from '../make/output.ts';
import type { Words } from '../words.ts';
import type { Catalogue, CatalogueEntry, Published } from './catalogue.ts';

const PLACE = /<!--neighbours-->[\s\S]*?<!--\/neighbours-->/;

/** The front without the ways to its neighbours. */
export const withoutNeighbours = (html: string): string => html.replace(PLACE, '<!--neighbours--><!--/neighbours-->');

/** An issue beside another one. */
export interface Neighbour {
  readonly rel: 'prev' | 'next';
  readonly id: string;
  readonly label: string;
  readonly date: string;
}

/** The ways from the issue at a place of the catalogue, which is newest first. */
export function neighboursAt(
  issues: readonly CatalogueEntry[],
  at: number,
  { words, language }: { readonly words: Words; readonly language: string },
): readonly Neighbour[] {
  const to = (rel: Neighbour['rel'], entry: CatalogueEntry | undefined, label: string): readonly Neighbour[] =>
    entry === undefined ? [] : [{ rel, id: entry.id, label, date: longDate(entry.date, language) }];
  return [...to('prev', issues[at + 1], words.previousIssue), ...to('next', issues[at - 1], words.nextIssue)];
}

/** Writes anew the fronts of the issues that changed and of those beside them. */
export async function writeNeighbours(
  { issues }: Catalogue,
  {
    published,
    output,
    words,
    language,
    changed,
  }: {
    readonly published: Published;
    readonly output: Output;
    readonly words: Words;
    readonly language: string;
    readonly changed: readonly string[];
  },
): Promise<void> {
  const fronts = issues.map(async ({ id }, at) => {
    const [before = '', after = '9999'] = [issues[at + 1]?.id, issues[at - 1]?.id];
    if (!changed.some((one) => before <= one && one <= after)) return;
    const name = `${id}/index.html`;
    const html = await readFile(published(name), 'utf8').catch(() => undefined);
    if (html === undefined || !PLACE.test(html)) return;
    const ways = neighboursAt(issues, at, { words, language });
    await output.write(
      name,
      html.replace(PLACE, () => `<!--neighbours-->${waysHtml(ways)}<!--/neighbours-->`),
    );
  });
  await Promise.all(fronts);
}

const waysHtml = (ways: readonly Neighbour[]): string =>
  ways.length === 0
    ? ''
    : `<li class="neighbours">${ways.map(({ rel, id, label, date }) => `<a rel="${rel}" href="../${id}/" title="${date}">${label}</a>`).join(' ')}</li>`;
