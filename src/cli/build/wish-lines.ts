/** Faults that are found after an article was read, put at the line that they are about: refused wishes, missing characters, ads without room. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault, Place } from '../../fault.ts';
import { findPaper, shownPath } from '../../issue/folder.ts';
import { locateIn, locateInIssue } from '../../issue/locate.ts';
import type { AdRequest, Article, Issue } from '../../issue/model.ts';
import { glyphMissing } from '../../typeset/faults.ts';

/**
 * The same faults, those of refused wishes at the keys that ask, of missing characters where they stand, of ads where they
 * are booked. `folder` is the issue's.
 */
export async function atTheirLines(folder: string, issue: Issue, faults: readonly Fault[]): Promise<readonly Fault[]> {
  const placed = await Promise.all(
    faults.map(async (fault) => {
      if (AD_FAULTS.has(fault.name)) return { ...fault, place: await whereBooked(fault, folder, issue) };
      if (fault.name === 'glyph-missing' && fault.place === undefined)
        return { ...fault, ...(await whereInYaml(missingIn(fault).characters, folder)) };
      const article = issue.articles.find(({ place }) => place.file === fault.place?.file);
      if (article === undefined) return fault;
      if (fault.name === 'glyph-missing')
        return { ...fault, place: await whereIs(missingIn(fault).characters, folder, article) };
      if (fault.name !== 'wish-refused') return fault;
      const locate = await locateIn(folder, article);
      return { ...fault, place: locate([keyOf(article)]) };
    }),
  );
  return joinedByLine(placed);
}

/** What a fault `glyph-missing` tells of: its characters, and the text that holds them. */
const missingIn = ({ message }: Fault): { readonly characters: string; readonly slug: string } => ({
  characters: [...message.matchAll(/\(U\+([0-9A-F]+)\)/g)]
    .map(([, code = '0']) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join(''),
  slug: / in “(.*)”\.$/s.exec(message)?.[1] ?? '',
});

/** A word in a script that no font has is told once, not letter by letter. */
function joinedByLine(faults: readonly Fault[]): readonly Fault[] {
  const isFirst = (fault: Fault, at: number): boolean => !faults.slice(0, at).some((one) => isOfOneLine(one, fault));
  return faults.filter(isFirst).map((fault) => {
    const characters = faults.filter((one) => isOfOneLine(one, fault)).map((one) => missingIn(one).characters);
    return characters.length < 2 ? fault : { ...fault, ...glyphMissing(characters.join(''), missingIn(fault)) };
  });
}

const isOfOneLine = (one: Fault, other: Fault): boolean =>
  one.name === 'glyph-missing' &&
  other.name === 'glyph-missing' &&
  one.place?.line !== undefined &&
  one.place.file === other.place?.file &&
  one.place.line === other.place.line &&
  missingIn(one).slug === missingIn(other).slug;

/** Line of a character in an article's file; the file alone where another way of writing stands for it. */
async function whereIs(character: string, folder: string, { slug, place }: Article): Promise<Place> {
  const text = await readFile(path.join(folder, `${slug}.md`), 'utf8').catch(() => '');
  const line = text.split('\n').findIndex((one) => one.includes(character));
  return line < 0 ? place : { ...place, line: line + 1 };
}

/** Line of a character that a page says of itself, in issue.yaml or newspaper.yaml; none where it is written otherwise. */
async function whereInYaml(character: string, folder: string): Promise<{ readonly place?: Place }> {
  const paper = findPaper(folder) ?? folder;
  for (const file of [path.join(folder, 'issue.yaml'), path.join(paper, 'newspaper.yaml')]) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const line = text.split('\n').findIndex((one) => one.includes(character));
    if (line >= 0) return { place: { file: shownPath(paper, path.resolve(file)), line: line + 1 } };
  }
  return {};
}

/** What the make-up says of an ad, which has no place of its own. */
const AD_FAULTS: ReadonlySet<string> = new Set(['ad-out-of-ear', 'ad-too-large', 'ad-without-page']);

/** Line of the ad in issue.yaml; of one that is booked several times the last, for which the others left no room. */
async function whereBooked({ message, page }: Fault, folder: string, { ads }: Issue): Promise<Place> {
  const isMeant = (ad: AdRequest): boolean => message.startsWith(`The ad ${ad.file} `);
  const onPage = ads.findLastIndex((ad) => isMeant(ad) && ad.page === page);
  const locate = await locateInIssue(folder);
  return locate(['ads', onPage < 0 ? ads.findLastIndex(isMeant) : onPage]);
}

const keyOf = ({ pin, order }: Article): string =>
  pin !== undefined ? 'place' : order !== undefined ? 'order' : 'keepApart';
