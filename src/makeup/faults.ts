/** The faults of the make-up. All stop the press (exit 4) unless they are warnings. */
import type { Fault } from '../fault.ts';
import type { Article } from '../issue/model.ts';

/** An article, or a part of it, has no place on the page. */
export const overset = (article: Article, page: number, lines: number, hint: string): Fault => ({
  name: 'overset',
  exit: 4,
  severity: 'error',
  message: `“${article.title.join('') || article.slug}” does not fit page ${page}: ${lines} lines are over.`,
  hint,
  place: article.place,
  page,
});

/** A page has more room than copy. */
export const hole = (page: number, lines: number, hint: string): Fault => ({
  name: 'page-hole',
  exit: 4,
  severity: 'error',
  message: `Page ${page} has a hole of ${lines} column lines.`,
  hint,
  page,
});

/** No page of the model keeps all rules, though the copy is neither too long nor too short by its measure. */
export const unmade = (page: number, hint: string): Fault => ({
  name: 'page-not-made',
  exit: 4,
  severity: 'error',
  message: `Page ${page} cannot be made up within the rules.`,
  hint,
  page,
});

/** The text on the pages is not the text that was written: a fault of the program. */
export const textLost = (article: Article): Fault => ({
  name: 'text-lost',
  exit: 4,
  severity: 'error',
  message: `The placed text of “${article.slug}” is not the text of its file.`,
  hint: 'This is a bug of the make-up or the typesetting; please report it with the issue folder.',
  place: article.place,
});
