/**
 * What the web keeps back though it was printed: stories with `web: false` or `web: withdrawn`, and the files beside the web
 * edition that print them. Those files stay what was printed; they are told, so that no server gets them by oversight.
 */
import type { Issue } from '../../issue/model.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import { changesPath, pressPath, textPaths, viewPath } from './address.ts';

/** Slugs of the stories that the web does not show. */
export const withheldStories = ({ articles }: Pick<Issue, 'articles'>): ReadonlySet<string> =>
  new Set(articles.filter(({ web }) => web !== true).map(({ slug }) => slug));

/** True where the web shows every story that is printed on the page: a PDF of it holds the others too. */
export const isWhole = (page: PagePlan, issue: Pick<Issue, 'articles'>): boolean =>
  !prints(page, withheldStories(issue));

const prints = ({ modules }: PagePlan, stories: ReadonlySet<string>): boolean =>
  modules.some(({ slug }) => stories.has(slug));

/** Files that a full build makes of an issue and that print any of these stories, from the issue's folder. */
export function filesPrinting(
  stories: ReadonlySet<string>,
  id: string,
  { pages }: Pick<Plan, 'pages'>,
): readonly string[] {
  const printed = pages.filter((page) => prints(page, stories)).map(({ number }) => number);
  if (printed.length === 0) return [];
  const plates = [`press/${id}.pdf`, ...printed.map((page) => pressPath(id, page))];
  const texts = printed.flatMap((page) => Object.values(textPaths(page)));
  return [`${id}.pdf`, ...plates, ...texts, ...printed.map(viewPath), 'mets.xml'];
}

/**
 * Files of an issue's folder that are not for a public server: those that print what the web keeps back, that may quote it, or
 * that lead to such files.
 */
export function withheldFiles(issue: Pick<Issue, 'id' | 'articles'>, plan: Pick<Plan, 'pages'>): readonly string[] {
  const files = filesPrinting(withheldStories(issue), issue.id, plan);
  if (files.length === 0) return [];
  const slips = plan.pages.filter((page) => !isWhole(page, issue)).map(({ number }) => changesPath(issue.id, number));
  return [...files, ...slips, 'manifest.json', 'report.html', 'report.json'];
}
