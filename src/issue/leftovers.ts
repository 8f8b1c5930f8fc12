/** What lies in an issue's folder and is not printed, or must not be: nobody has to find out from the paper. */
import path from 'node:path';
import type { Place } from '../fault.ts';
import type { ReadArticle } from './article.ts';
import {
  exampleUnchanged,
  fileMisnamed,
  fileMisplaced,
  fileUnread,
  fileUnreadable,
  folderLikeFile,
  picturesUnused,
} from './faults.ts';
import { type Listing, shownPath } from './folder.ts';
import type { AdRequest, Article } from './model.ts';
import { isPictureName } from './pictures.ts';
import type { Desk } from './read.ts';
import { EXAMPLE_TITLES } from './scaffold-texts.ts';
import { isSlug, suggestSlug } from './slug.ts';

/** Folders that the program itself fills. */
const OWN = /^released\//;
/** What operating systems and word processors leave behind. */
const LITTER = /(?:^|\/)(?:thumbs\.db|desktop\.ini|~\$[^/]*|[^/]*(?:~|\.tmp|\.bak|\.swp))$/i;

/** Warns of every file and folder that is not read, by what it seems to be. */
export function noteUnread(desk: Desk, { files, folders, closed }: Listing): void {
  const placeOf = (name: string): Place => ({
    file: shownPath(desk.folders.paper, path.join(desk.folders.issue, name)),
  });
  for (const [name, reason] of closed) {
    const severity = name === '' || isText(rightName(name)) ? 'error' : 'warning';
    if (!LITTER.test(name)) desk.faults.push(fileUnreadable(placeOf(name), reason, severity));
  }
  for (const name of folders) if (isText(rightName(name))) desk.faults.push(folderLikeFile(placeOf(name)));
  for (const name of files) {
    if (OWN.test(name) || LITTER.test(name) || isPictureName(name)) continue;
    const right = rightName(name);
    if (name.includes('/')) desk.faults.push(isText(right) ? fileMisplaced(placeOf(name)) : fileUnread(placeOf(name)));
    else if (isText(right) && name !== right) desk.faults.push(fileMisnamed(placeOf(name), safeName(right)));
    else if (!isText(name) && name !== 'newspaper.yaml') desk.faults.push(fileUnread(placeOf(name)));
  }
}

/** The name that a file of the desk should have, as far as its ending goes. */
const rightName = (name: string): string =>
  name.replace(/\.(?:md|markdown)(?:\.txt)?$/i, '.md').replace(/^issue\.ya?ml$/i, 'issue.yaml');

/** The same, with a stem that may be an address: whoever renames a file does it once. */
const safeName = (right: string): string => {
  const stem = right.replace(/\.md$/, '');
  return stem === right || isSlug(stem) ? right : `${suggestSlug(stem)}.md`;
};

const isText = (name: string): boolean => name.endsWith('.md') || name === 'issue.yaml';

/** What the issue prints pictures of. */
interface Printed {
  readonly articles: readonly Article[];
  readonly ads: readonly AdRequest[];
  readonly fillers: readonly { readonly file: string }[];
}

/** Warns, once, of the pictures that nothing in the issue names. */
export function noteUnused(desk: Desk, { files }: Listing, { articles, ads, fillers }: Printed): void {
  const used = new Set([...articles.flatMap(({ photos }) => photos), ...ads, ...fillers].map(({ file }) => file));
  const unused = [...files].filter((name) => isPictureName(name) && !OWN.test(name) && !used.has(name));
  if (unused.length > 0)
    desk.faults.push(picturesUnused({ file: shownPath(desk.folders.paper, desk.folders.issue) }, unused));
}

/** Refuses the example that `new` wrote and nobody has written over; a draft only says so. */
export function noteExamples(desk: Desk, read: ReadonlyMap<string, ReadArticle>, draft: boolean): void {
  for (const { article, locate } of read.values()) {
    if (article === undefined || !article.title.some((line) => EXAMPLE_TITLES.has(line))) continue;
    desk.faults.push(exampleUnchanged(locate(['title']), article.title.join(''), draft));
  }
}
