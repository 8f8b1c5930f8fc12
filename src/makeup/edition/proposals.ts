/** Other ways to make up a page that differ from it, and from each other, in more than a line. */
import { type FailedPage, type MadePage, makePage } from '../page/page.ts';
import type { Desk, PageTask } from '../page/task.ts';

/** Proposals beside the page itself. */
const OTHERS = 2;
/** Stories whose width a proposal is asked to change at first, the heaviest; all of them where that is not enough. */
const LEVERS = 4;
/** Searches at most. */
const TRIALS = 8;

type Width = PageTask['avoid'][number];

/** Up to two pages, each with another structure: at least half of its stories stand elsewhere or are otherwise wide. */
export function otherWays(desk: Desk, made: MadePage): readonly MadePage[] {
  const candidates: MadePage[] = [];
  const trials = leversOf(made);
  for (const [nth, avoid] of trials.slice(0, TRIALS).entries()) {
    if (nth >= LEVERS && choose(made, candidates).length === OTHERS) break;
    const other: MadePage | FailedPage = makePage(desk, { ...made.task, avoid: [...made.task.avoid, ...avoid] });
    if ('tree' in other) candidates.push(other);
  }
  return choose(made, candidates);
}

/** What each trial forbids: the width of one story, the heaviest first; then of two together. */
function leversOf({ stories }: MadePage): readonly (readonly Width[])[] {
  const widths = stories
    .filter(({ wishes }) => wishes.pin?.columns === undefined)
    .toSorted((a, b) => b.columns * b.rows - a.columns * a.rows)
    .map(({ article, columns }): Width => ({ slug: article.slug, columns }));
  const heaviest = widths.slice(0, LEVERS);
  const pairs = heaviest.flatMap((one, at) => heaviest.slice(at + 1).map((other) => [one, other]));
  return [...heaviest.map((one) => [one]), ...pairs, ...widths.slice(LEVERS).map((one) => [one])];
}

/** The cheapest candidates that differ from the page and from each other. */
function choose(made: MadePage, candidates: readonly MadePage[]): readonly MadePage[] {
  const chosen: MadePage[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.cost - b.cost))
    if (chosen.length < OTHERS && [made, ...chosen].every((one) => isOther(one, candidate))) chosen.push(candidate);
  return chosen;
}

/** True when half of the stories have another column or width. */
function isOther(a: MadePage, b: MadePage): boolean {
  const moved = a.stories.filter((one) => {
    const same = b.stories.find(({ article }) => article.slug === one.article.slug);
    return same?.column !== one.column || same.columns !== one.columns;
  });
  return 2 * moved.length >= a.stories.length;
}
