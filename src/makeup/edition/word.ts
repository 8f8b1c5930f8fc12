/** What the desk itself has said about pages, before anything is guessed or measured. */
import type { Article, Issue, PageRequest } from '../../issue/model.ts';
import type { Released } from './released.ts';

/** A page of which nothing is said but its number. */
export const pageNumbered = (number: number): PageRequest => ({ number, color: true, locked: false });

/**
 * The page that a story belongs to: a released page keeps its stories; then the desk's word; a group and a story's
 * asides go where their first goes. Undefined for a story that is left to the make-up.
 */
export function wordOn(
  article: Article,
  issue: Issue,
  pages: readonly PageRequest[],
  released: Released,
): number | undefined {
  const frozen = [...released.pages.values()].find(({ modules }) =>
    modules.some(({ slug, part }) => slug === article.slug && part === 1),
  );
  const wanted = frozen?.number ?? article.page ?? article.pin?.page ?? companyOf(article, issue);
  const known = wanted !== undefined && pages.some(({ number }) => number === wanted);
  return known && (frozen || !released.pages.has(wanted)) ? wanted : undefined;
}

function companyOf(article: Article, issue: Issue): number | undefined {
  const mates = issue.articles.filter(
    (other) =>
      other !== article &&
      (other.aside.includes(article.slug) ||
        article.aside.includes(other.slug) ||
        (article.group !== undefined && other.group === article.group)),
  );
  return mates.map((mate) => mate.page ?? mate.pin?.page).find((page) => page !== undefined);
}

/** True when the desk has said how many pages there are and which story goes to which: nobody need guess their room. */
export function isSaid(issue: Issue, released: Released): boolean {
  const { pages, articles } = issue;
  if (pages === undefined) return false;
  const said = typeof pages === 'object' ? pages : Array.from({ length: pages }, (_, at) => pageNumbered(at + 1));
  return articles.every((article) => wordOn(article, issue, said, released) !== undefined);
}
