/** How faults name a story. */
import { headlineOf } from '../../issue/headline.ts';
import type { Article } from '../../issue/model.ts';

/** A story by its headline, as English writes it: the quotation marks of a head in quotation marks are single. */
export const nameOf = (article: Article): string =>
  `“${(headlineOf(article) || article.slug).replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** A story by its headline, as Chinese writes it: the title marks within title marks are single. */
export const titled = (article: Article): string =>
  `《${(headlineOf(article) || article.slug).replaceAll('《', '〈').replaceAll('》', '〉')}》`;
