/** What one part of an issue says of another: slugs, groups, pages and pins that must be there. */
import { both, counted, type Fault, type Phrase } from '../fault.ts';
import type { ReadArticle } from './article.ts';
import { closest } from './closest.ts';
import {
  adOutside,
  asideShared,
  groupEmpty,
  groupUnknown,
  pageOutside,
  pageTwice,
  pinOutside,
  slugItself,
  slugUnknown,
  tooMany,
} from './faults.ts';
import type { AdRequest, Article, Format, Issue, Limits, Newspaper } from './model.ts';
import type { Locate } from './yaml.ts';

interface Named {
  readonly issue: Pick<Issue, 'articles' | 'groups' | 'pages' | 'ads'>;
  readonly paper: Newspaper;
  readonly limits: Limits;
  readonly read: ReadonlyMap<string, ReadArticle>;
  /** Slugs of all article files, those with faults included. */
  readonly slugs: ReadonlySet<string>;
  /** Where a key of issue.yaml stands. */
  readonly locate: Locate;
}

/** All faults of names that lead nowhere. */
export function checkReferences(named: Named): Fault[] {
  const { issue, read, locate } = named;
  const pages = pagesOf(named);
  const faults = issue.articles.flatMap((article) => {
    const found = read.get(article.slug);
    return found ? [...checkSlugs(article, found, named), ...checkPlace(article, found, { named, pages })] : [];
  });
  const used = new Set(issue.articles.map(({ group }) => group));
  const unused = Object.keys(issue.groups).filter((group) => !used.has(group));
  return [
    ...faults,
    ...sharedAsides(named),
    ...unused.map((group) => groupEmpty(locate(['groups', group]), group)),
    ...pagesTwice(named),
    ...tooManyPages(named),
    ...issue.ads.flatMap((ad, index) => checkAd(ad, index, { named, pages })),
  ];
}

interface Pages {
  readonly has: (page: number) => boolean;
  /** For a person: “4 pages”. */
  readonly shown: Phrase;
}

function pagesOf({ issue: { pages }, limits }: Named): Pages {
  const count = typeof pages === 'number' ? pages : limits.pages;
  const numbers = new Set(typeof pages === 'object' ? pages.map(({ number }) => number) : []);
  if (numbers.size > 0)
    return {
      has: (page) => numbers.has(page),
      shown: { en: `pages ${[...numbers].join(', ')}`, zh: `只有第 ${[...numbers].join('、')} 版` },
    };
  return {
    has: (page) => page <= count,
    shown:
      count === 1 ? { en: 'one page', zh: '只有 1 个版' } : { en: `at most ${count} pages`, zh: `最多 ${count} 个版` },
  };
}

function checkSlugs(article: Article, { locate, slugLinks }: ReadArticle, { issue, slugs }: Named): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['aside', 'keepApart'] as const) {
    article[key].forEach((slug, index) => {
      const place = locate([key, index]);
      if (slug === article.slug) faults.push(slugItself(place, key));
      else if (!slugs.has(slug)) faults.push(slugUnknown(place, `“${key}”`, { slug, guess: closest(slug, slugs) }));
    });
  }
  for (const { slug, place } of slugLinks) {
    if (slugs.has(slug)) continue;
    const key = article.genre === 'index' ? both('The index', '导读') : both('A link', '链接');
    faults.push(slugUnknown(place, key, { slug, guess: closest(slug, slugs) }));
  }
  const groups = Object.keys(issue.groups);
  if (article.group !== undefined && !groups.includes(article.group))
    faults.push(groupUnknown(locate(['group']), article.group, groups, closest(article.group, groups)));
  return faults;
}

interface Where {
  readonly named: Named;
  readonly pages: Pages;
}

function checkPlace({ page, pin }: Article, { locate }: ReadArticle, { named, pages }: Where): Fault[] {
  const faults: Fault[] = [];
  const key = pin?.page === undefined ? 'page' : 'place.page';
  if (page !== undefined && !pages.has(page))
    faults.push(pageOutside(locate(key.split('.')), { key, page, pages: pages.shown }));
  if (!pin) return faults;
  const { columns, rows } = named.paper.format;
  const end = (pin.column ?? 0) + (pin.columns ?? 1);
  if (end > columns)
    faults.push(
      pinOutside(
        locate(['place', 'columns']),
        { en: `it ends in column ${end} of ${columns}`, zh: `到第 ${end} 栏为止，全版只有 ${columns} 栏` },
        page,
      ),
    );
  if ((pin.row ?? 0) >= rows)
    faults.push(
      pinOutside(
        locate(['place', 'row']),
        { en: `row ${pin.row}, and the last one is ${rows - 1}`, zh: `第 ${pin.row} 行，最末一行是 ${rows - 1}` },
        page,
      ),
    );
  return faults;
}

function sharedAsides({ issue, read }: Named): Fault[] {
  const owner = new Map<string, string>();
  return issue.articles.flatMap(({ slug, aside }) =>
    aside.flatMap((piece, index) => {
      const other = owner.get(piece);
      owner.set(piece, other ?? slug);
      const place = read.get(slug)?.locate(['aside', index]);
      return other !== undefined && place ? [asideShared(place, piece, other)] : [];
    }),
  );
}

function pagesTwice({ issue: { pages }, locate }: Named): Fault[] {
  if (typeof pages !== 'object') return [];
  const seen = new Set<number>();
  return pages.flatMap(({ number }, index) => {
    const twice = seen.has(number);
    seen.add(number);
    return twice ? [pageTwice(locate(['pages', index, 'number']), number)] : [];
  });
}

function tooManyPages({ issue: { pages }, limits, locate }: Named): Fault[] {
  const count = typeof pages === 'object' ? pages.length : (pages ?? 0);
  const bound = { count, limit: limits.pages, key: 'pages' };
  return count > limits.pages ? [tooMany(locate(['pages']), 'pages', bound)] : [];
}

function checkAd(ad: AdRequest, index: number, { named, pages }: Where): Fault[] {
  const { locate, paper } = named;
  const format: Format = paper.format;
  const faults: Fault[] = [];
  const at = (key: string) => locate(['ads', index, key]);
  if (ad.page !== undefined && !pages.has(ad.page))
    faults.push(pageOutside(at('page'), { key: 'page', page: ad.page, pages: pages.shown }));
  if (ad.width > format.columns)
    faults.push(
      adOutside(
        at('width'),
        {
          en: `${counted(ad.width, 'column')} of ${format.columns}`,
          zh: `宽 ${ad.width} 栏，全版只有 ${format.columns} 栏`,
        },
        ad.page,
      ),
    );
  if (ad.height > format.rows)
    faults.push(
      adOutside(
        at('height'),
        { en: `${counted(ad.height, 'line')} of ${format.rows}`, zh: `高 ${ad.height} 行，版心只有 ${format.rows} 行` },
        ad.page,
      ),
    );
  return faults;
}
