/** Stories that the web has withdrawn, and where they can be read all the same. */
import { titleOf } from '../../archive/records/context.ts';
import { filesPrinting } from '../../edition/data/withheld.ts';
import { withdrawnPrinted } from '../../edition/faults.ts';
import type { Fault } from '../../fault.ts';
import type { Made } from './pages.ts';

/** A warning for each, with the files that print it. */
export function withdrawnYetPrinted({ issue, plan }: Pick<Made, 'issue' | 'plan'>): readonly Fault[] {
  if (issue === undefined || plan === undefined) return [];
  return issue.articles
    .filter(({ web }) => web === 'withdrawn')
    .flatMap((article) => {
      const files = filesPrinting(new Set([article.slug]), issue.id, plan);
      return files.length === 0 ? [] : [withdrawnPrinted(titleOf(article, article.slug), files, article.place)];
    });
}
