/** What the judge must know of an issue: from its own folder, and from the report of its build. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readIssue } from '../src/issue/read.ts';
import type { Background } from './press-judge.ts';

interface Report {
  readonly pages: readonly {
    readonly number: number;
    readonly modules: readonly { readonly photos?: readonly { readonly ppi: number }[] }[];
  }[];
}

/**
 * @param source the issue's folder
 * @param built the issue's output
 */
export async function backgroundOf(source: string, built: string): Promise<Background> {
  const { issue, faults } = await readIssue(source);
  if (!issue) throw new Error(faults.map(({ message }) => message).join('\n'));
  const id = path.basename(path.resolve(built));
  const report = JSON.parse(readFileSync(path.join(built, '..', 'reports', `${id}.json`), 'utf8')) as Report;
  const { inkLimit, resolution } = issue.paper.press;
  const articles = readdirSync(source).filter((one) => one.endsWith('.md'));
  return {
    inkLimit,
    resolution,
    house: Object.values(issue.paper.colours),
    mono: new Set(
      (Array.isArray(issue.pages) ? issue.pages : []).filter(({ color }) => !color).map(({ number }) => number),
    ),
    coarse: (page) =>
      report.pages
        .filter(({ number }) => number === page)
        .flatMap(({ modules }) => modules.flatMap(({ photos = [] }) => photos.map(({ ppi }) => Math.floor(ppi))))
        .filter((ppi) => ppi < resolution),
    text: articles.map((file) => readFileSync(path.join(source, file), 'utf8')).join(''),
  };
}
