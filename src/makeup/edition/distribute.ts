/** Which story goes to which page: the desk's word first, then section, priority and room. */
import type { Article, Issue, PageRequest } from '../../issue/model.ts';
import type { Picture } from '../../photo/model.ts';
import type { Typesetter } from '../../typeset/model.ts';
import { BODY, PITCH } from '../../units.ts';
import { frontRows } from '../furniture/front.ts';
import { spanWidth } from '../grid.ts';
import type { Grid } from '../plan.ts';
import { aspectOf } from '../shape/panel.ts';
import { photoRange } from '../shape/rank.ts';

/** A page with the stories that go to it. */
export interface Assignment {
  readonly page: PageRequest;
  readonly articles: readonly Article[];
}

/** Share of a page's cells that its stories should fill by the estimate. */
const COMFORT = 0.97;

/** Cells that a story will take, roughly: its lines, its head, its photos at the size of their role. */
export function estimateCells(
  article: Article,
  typesetter: Typesetter,
  grid: Grid,
  pictures: ReadonlyMap<string, Picture>,
): number {
  const body = article.body.length > 0 ? typesetter.copy(article).body(grid.measure * BODY).rows.best : 0;
  const head = [0, 34, 22, 14, 8, 4][article.priority] ?? 8;
  const width = spanWidth(grid, grid.columns);
  const photos = article.photos.map((photo, index) => {
    const role =
      photo.prominence === 'head' ? 'head' : index > 0 ? 'support' : article.priority <= 2 ? 'dominant' : 'main';
    const share = photoRange(role, article.body.length === 0).ideal;
    return grid.columns * share * ((width * share) / aspectOf(article, index, pictures) / PITCH + 2);
  });
  return body + head + photos.reduce((sum, cells) => sum + cells, 0) * 0.8 + 2;
}

/** Cells that a page offers to stories. */
export function roomOf(issue: Issue, page: PageRequest, grid: Grid): number {
  const ads = issue.ads.filter((ad) => ad.page === page.number);
  if (ads.some((ad) => ad.position === 'full')) return 0;
  const booked = ads.filter((ad) => ad.position !== 'ear').reduce((sum, ad) => sum + ad.width * (ad.height + 1), 0);
  return grid.columns * (grid.rows - (page.number === 1 ? frontRows(grid) : 0)) - booked;
}

/** A page that the desk did not describe. */
export const plainPage = (number: number): PageRequest => ({ number, color: true, locked: false });

/** The pages of the issue with their stories. */
export function distribute(
  issue: Issue,
  typesetter: Typesetter,
  grid: Grid,
  pictures: ReadonlyMap<string, Picture>,
): readonly Assignment[] {
  const cells = new Map(issue.articles.map((article) => [article, estimateCells(article, typesetter, grid, pictures)]));
  const pages = pagesOf(
    issue,
    grid,
    [...cells.values()].reduce((sum, one) => sum + one, 0),
  );
  const taken = new Map<number, Article[]>(pages.map((page) => [page.number, []]));
  const free = new Map(pages.map((page) => [page.number, roomOf(issue, page, grid)]));
  const put = (article: Article, number: number) => {
    taken.get(number)?.push(article);
    free.set(number, (free.get(number) ?? 0) - (cells.get(article) ?? 0));
  };
  const loose: Article[] = [];
  for (const article of issue.articles) {
    const wanted = article.page ?? article.pin?.page;
    if (wanted !== undefined && taken.has(wanted)) put(article, wanted);
    else loose.push(article);
  }
  const ordered = loose.toSorted((a, b) => a.priority - b.priority || (cells.get(b) ?? 0) - (cells.get(a) ?? 0));
  for (const article of ordered) put(article, choosePage(article, pages, free, cells.get(article) ?? 0));
  return pages.map((page) => ({ page, articles: taken.get(page.number) ?? [] }));
}

function pagesOf(issue: Issue, grid: Grid, cells: number): readonly PageRequest[] {
  if (typeof issue.pages === 'object') return issue.pages;
  if (typeof issue.pages === 'number') return Array.from({ length: issue.pages }, (_, index) => plainPage(index + 1));
  const pages: PageRequest[] = [];
  const asked = Math.max(
    1,
    ...issue.articles.map((article) => article.page ?? 1),
    ...issue.ads.map((ad) => ad.page ?? 1),
  );
  for (let room = 0; pages.length < asked || room * COMFORT < cells; ) {
    const page = plainPage(pages.length + 1);
    pages.push(page);
    room += roomOf(issue, page, grid);
    if (pages.length > 64) break;
  }
  return pages;
}

function choosePage(
  article: Article,
  pages: readonly PageRequest[],
  free: ReadonlyMap<number, number>,
  cells: number,
): number {
  const scored = pages.map((page) => {
    const room = (free.get(page.number) ?? 0) - cells;
    const section = article.section !== undefined && page.name?.includes(article.section) ? -400 : 0;
    const front = page.number === 1 ? (article.priority - 2) * 120 : 0;
    return { number: page.number, score: section + front + (room < 0 ? 2000 - room : 0) - room * 0.2 };
  });
  return scored.reduce((best, one) => (one.score < best.score ? one : best)).number;
}
