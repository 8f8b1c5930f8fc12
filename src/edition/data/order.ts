/** Who stands where, and in which order a reader meets the stories: the lead, then page by page. */

import type { Article, Issue } from '../../issue/model.ts';
import { wordsOf } from '../../makeup/furniture/words.ts';
import type { PagePlan, Plan } from '../../makeup/plan.ts';
import type { Words } from '../words.ts';

/** An article with its place in print. */
export interface Placed {
  readonly article: Article;
  /** Page on which it begins. */
  readonly page: PagePlan;
  /** Page on which a jumped story goes on. */
  readonly continued?: number;
}

/** Articles that the web shows (a withdrawn one as a notice), in reading order. What only points at others is left out. */
export function readingOrder(issue: Issue, plan: Plan): readonly Placed[] {
  const bySlug = new Map(issue.articles.map((article) => [article.slug, article]));
  const places = new Map<string, { page: PagePlan; at: number; continued?: number }>();
  for (const page of plan.pages) {
    for (const [at, module] of page.modules.entries()) {
      const known = places.get(module.slug);
      if (module.part === 1 && known === undefined) places.set(module.slug, { page, at });
      else if (module.part === 2 && known !== undefined) places.set(module.slug, { ...known, continued: page.number });
    }
  }
  for (const article of issue.articles) addAside(article, places, issue);
  const placed = [...places].flatMap(([slug, { page, at, continued }]) => {
    const article = bySlug.get(slug);
    if (article === undefined || article.web === false || article.genre === 'index') return [];
    return [{ article, page, at, ...(continued === undefined ? {} : { continued }) }];
  });
  return placed.sort(
    (one, other) =>
      one.page.number - other.page.number ||
      one.article.priority - other.article.priority ||
      (one.article.order ?? 999) - (other.article.order ?? 999) ||
      one.at - other.at,
  );
}

/** An aside, which is set inside its story, stands where that stands; a group's stories have places of their own. */
function addAside(
  article: Article,
  places: Map<string, { page: PagePlan; at: number; continued?: number }>,
  issue: Issue,
): void {
  if (places.has(article.slug)) return;
  const host = issue.articles.find(({ aside }) => aside.includes(article.slug))?.slug;
  const place = host === undefined ? undefined : places.get(host);
  if (place !== undefined) places.set(article.slug, { page: place.page, at: place.at });
}

/** The number of a page as its folio has it: its label, or 01 in Chinese and 1 in English. */
export const labelOf = (page: PagePlan, language: string): string => wordsOf(language).pageNumber(page);

/**
 * The section of an article: its own, or its page's name, or the page itself. A correction is looked for among the
 * corrections and not under the name of the page that had room for it.
 */
export const sectionOf = ({ article, page }: Placed, words: Words, language: string): string =>
  article.section ??
  (article.genre === 'correction' ? words.corrections : page.name) ??
  words.page(labelOf(page, language));

/** A section's folder: letters and figures of any script, so that the address can be read; never a path. */
export function folderOf(section: string): string {
  const safe = section
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return safe === '' ? 'section' : safe;
}
