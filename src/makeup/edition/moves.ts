/** Stories that may change pages when one page does not close: those that the desk did not place, the least first. */
import type { Article } from '../../issue/model.ts';
import type { FailedPage } from '../page/page.ts';
import { MOST_UNITS } from '../page/units.ts';
import { isOverfull } from './close.ts';
import type { Assignment } from './distribute.ts';

/** One story goes from one page to another. */
export interface Move {
  readonly article: Article;
  readonly from: number;
  readonly to: number;
}

/** What the moves are chosen from. */
export interface MoveSource {
  readonly failed: FailedPage;
  /** The page that does not close. */
  readonly assignment: Assignment;
  /** Pages that may give or take a story, those first whose make-up costs nothing anew. */
  readonly others: readonly Assignment[];
  /** Grid cells that a story takes, roughly. */
  readonly cellsOf: (article: Article) => number;
}

/** Moves tried for one page: each is a search. */
const TRIALS = 8;

/** Moves that may close the page, the likeliest first; those last that would crowd a page, whose search takes seconds and seldom helps. */
export function movesOf(source: MoveSource): readonly Move[] {
  const { failed, assignment, others, cellsOf } = source;
  const { least, most, page } = failed.cells;
  const missing = page - most;
  const from = assignment.page.number;
  const away = movable(assignment).flatMap((article) =>
    others.filter((other) => suits(article, other)).map((other): Move => ({ article, from, to: other.page.number })),
  );
  const here = others.flatMap((other) =>
    movable(other)
      .filter((article) => suits(article, assignment))
      .map((article): Move => ({ article, from: other.page.number, to: from })),
  );
  const wanted = Math.max(missing, least - page, 0);
  const misfit = ({ article }: Move): number => Math.abs(cellsOf(article) - wanted) - 20 * article.priority;
  const moves = missing > 0 ? here : isOverfull(failed) ? away : [...away, ...here];
  const crowded = new Set(
    [assignment, ...others].filter(({ articles }) => articles.length >= MOST_UNITS).map(({ page }) => page.number),
  );
  const crowds = ({ to }: Move): number => Number(crowded.has(to));
  return moves.toSorted((a, b) => crowds(a) - crowds(b) || misfit(a) - misfit(b)).slice(0, TRIALS);
}

/** Stories of a page that may leave it: neither its heaviest, nor one of a group, nor one beside another. */
function movable({ articles, loose }: Assignment): readonly Article[] {
  const heaviest = Math.min(...articles.map(({ priority }) => priority));
  const first = articles.find(({ priority }) => priority === heaviest);
  const beside = new Set(articles.flatMap(({ aside }) => aside));
  return articles.filter(
    (article) =>
      loose.has(article) &&
      article !== first &&
      article.group === undefined &&
      article.aside.length === 0 &&
      !beside.has(article.slug) &&
      article.genre !== 'index',
  );
}

/** A story of a section goes to pages of that section or of none. */
const suits = ({ section }: Article, { page }: Assignment): boolean =>
  section === undefined || page.name === undefined || page.name.includes(section);

/** The assignments after a move. */
export function moved(assignments: readonly Assignment[], { article, from, to }: Move): readonly Assignment[] {
  return assignments.map((one) => {
    if (one.page.number === from) return { ...one, articles: one.articles.filter((other) => other !== article) };
    if (one.page.number !== to) return one;
    return { ...one, articles: [...one.articles, article], loose: new Set([...one.loose, article]) };
  });
}
