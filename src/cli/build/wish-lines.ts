/** Faults that are found after an article was read, put at the line that they are about: refused wishes, missing characters. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault, Place } from '../../fault.ts';
import { locateIn } from '../../issue/locate-article.ts';
import type { Article, Issue } from '../../issue/model.ts';

/** The same faults, those of refused wishes at the keys that ask, of missing characters where they stand. `folder` is the issue's. */
export const atTheirLines = (folder: string, issue: Issue, faults: readonly Fault[]): Promise<readonly Fault[]> =>
  Promise.all(
    faults.map(async (fault) => {
      const article = issue.articles.find(({ place }) => place.file === fault.place?.file);
      if (article === undefined) return fault;
      if (fault.name === 'glyph-missing')
        return { ...fault, place: await whereIs(missingCharacter(fault), folder, article) };
      if (fault.name !== 'wish-refused') return fault;
      const locate = await locateIn(folder, article);
      return { ...fault, place: locate([keyOf(article)]) };
    }),
  );

/** The character that a fault `glyph-missing` tells of. */
const missingCharacter = ({ message }: Fault): string =>
  String.fromCodePoint(Number.parseInt(/\(U\+([0-9A-F]+)\)/.exec(message)?.[1] ?? '0', 16));

/** Line of a character in an article's file; the file alone where another way of writing stands for it. */
async function whereIs(character: string, folder: string, { slug, place }: Article): Promise<Place> {
  const text = await readFile(path.join(folder, `${slug}.md`), 'utf8').catch(() => '');
  const line = text.split('\n').findIndex((one) => one.includes(character));
  return line < 0 ? place : { ...place, line: line + 1 };
}

const keyOf = ({ pin, order }: Article): string =>
  pin !== undefined ? 'place' : order !== undefined ? 'order' : 'keepApart';
