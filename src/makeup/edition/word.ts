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

/** True of two stories that stand under one head or in one box. */
const areMates = (one: Article, other: Article): boolean =>
  one !== other &&
  (other.aside.includes(one.slug) ||
    one.aside.includes(other.slug) ||
    (one.group !== undefined && other.group === one.group));

function companyOf(article: Article, issue: Issue): number | undefined {
  const mates = issue.articles.filter((other) => areMates(article, other));
  return mates.map((mate) => mate.page ?? mate.pin?.page).find((page) => page !== undefined);
}

/** Stories that go to one page together; most are a party of one. */
export type Party = readonly [Article, ...Article[]];

/** The stories in parties: mates of mates too, each story in one party, in their order. */
export function partiesOf(articles: readonly Article[]): readonly Party[] {
  const left = new Set(articles);
  return articles.flatMap((first) => {
    if (!left.delete(first)) return [];
    const party: [Article, ...Article[]] = [first];
    for (const member of party)
      for (const other of [...left])
        if (areMates(member, other)) {
          left.delete(other);
          party.push(other);
        }
    return [party];
  });
}

/** True when the desk has said how many pages there are and which story goes to which: nobody need guess their room. */
export function isSaid(issue: Issue, released: Released): boolean {
  const { pages, articles } = issue;
  if (pages === undefined) return false;
  const said = typeof pages === 'object' ? pages : Array.from({ length: pages }, (_, at) => pageNumbered(at + 1));
  return articles.every((article) => wordOn(article, issue, said, released) !== undefined);
}

/** The page where others of a party stand already, unless it is signed off. */
export const partyPage = (party: Party, fixed: ReadonlyMap<Article, number>, released: Released): number | undefined =>
  party.map((one) => fixed.get(one)).find((page) => page !== undefined && !released.pages.has(page));
