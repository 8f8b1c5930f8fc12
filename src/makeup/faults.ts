/** The faults of the make-up. Those that stop the press lead to exit 4; warnings stop nothing. */
import type { Fault } from '../fault.ts';
import type { AdRequest, Article } from '../issue/model.ts';

const nameOf = (article: Article): string => `“${article.title.join('') || article.slug}”`;

const hintOf = (ways: readonly string[], otherwise: string): string => {
  const [first, ...rest] = ways;
  if (first === undefined) return otherwise;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', or ')}.`;
};

/** An article, or the rest of one, has no place on the page. */
export const overset = (article: Article, page: number, lines: number, ways: readonly string[]): Fault => ({
  name: 'overset',
  exit: 4,
  severity: 'error',
  message: `${nameOf(article)} does not fit page ${page}: ${lines} lines are over.`,
  hint: hintOf(ways, 'Cut it, hold it, or move it to another page.'),
  place: article.place,
  page,
});

const thousands = (count: number): string => new Intl.NumberFormat('en-US').format(count);

/** Characters of copy to a free line of a basic column: some of the room goes to heads and to lines that end early. */
const CHARACTERS = 10;

/** A page has more room than copy: `lines` of the `all` column lines that it has for stories. */
export const hole = (page: number, lines: number, all: number, ways: readonly string[]): Fault => ({
  name: 'page-hole',
  exit: 4,
  severity: 'error',
  message: `Page ${page} has room for about ${thousands(Math.max(100, Math.round((lines * CHARACTERS) / 100) * 100))} characters more: ${lines} of its ${all} column lines are empty.`,
  hint: hintOf(ways, 'Add a story, a photo or a filler.'),
  page,
});

/** No page of the model keeps all rules, though the copy is neither too long nor too short by its measure. */
export const unmade = (page: number, proved: boolean, ways: readonly string[]): Fault => ({
  name: 'page-not-made',
  exit: 4,
  severity: 'error',
  message: `Page ${page} cannot be made up within the rules${proved ? '' : ', as far as was searched'}.`,
  hint: hintOf(ways, 'Cut or add a few lines, add a photo, or free a pin.'),
  page,
});

/** The page closes only without what the desk asked of places. */
export const wishRefused = (articles: readonly Article[], page: number): Fault => ({
  name: 'wish-refused',
  exit: 4,
  severity: 'error',
  message: `Page ${page} cannot keep what is asked for ${articles.map(nameOf).join(', ')}: with it the page does not close.`,
  hint: 'Free `place`, `order` or `keepApart` of one of them; the page closes without.',
  ...(articles[0] && { place: articles[0].place }),
  page,
});

/** A locked page cannot stay as it was. */
export const lockBroken = (articles: readonly Article[], page: number): Fault => ({
  name: 'lock-broken',
  exit: 4,
  severity: 'error',
  message: `Page ${page} is locked, but ${articles.map(nameOf).join(', ')} cannot stay in the same place.`,
  hint: 'Take back what was changed on the page, or unlock it (`locked: false`).',
  page,
});

/** The text on the pages is not the text that was written: a fault of the program. */
export const textLost = (article: Article, page: number): Fault => ({
  name: 'text-lost',
  exit: 4,
  severity: 'error',
  message: `The placed text of “${article.slug}” is not the text of its file.`,
  hint: 'This is a bug of the make-up or the typesetting; please report it with the issue folder.',
  place: article.place,
  page,
});

/** A story that the desk let be held is held. */
export const heldOut = (article: Article, page: number): Fault => ({
  name: 'held-out',
  exit: 4,
  severity: 'warning',
  message: `${nameOf(article)} was held: page ${page} is full without it.`,
  hint: 'Set `hold: false` to make room for it.',
  place: article.place,
  page,
});

/** An ad is booked on a page that the issue does not have, or that another ad fills. */
export const adWithoutPage = (ad: AdRequest): Fault => ({
  name: 'ad-without-page',
  exit: 4,
  severity: 'error',
  message: `The ad ${ad.file} has no page${ad.page === undefined ? '' : ` ${ad.page}`}.`,
  hint: 'Book it on a page of the issue that no full-page ad fills.',
  ...(ad.page !== undefined && { page: ad.page }),
});

/** A warning that an editor is glad of. */
export const advice = (name: string, message: string, hint: string, article?: Article, page?: number): Fault => ({
  name,
  exit: 4,
  severity: 'warning',
  message,
  hint,
  ...(article && { place: article.place }),
  ...(page !== undefined && { page }),
});
