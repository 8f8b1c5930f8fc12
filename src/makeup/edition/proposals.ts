/** Other ways to make up a page that differ from it, and from each other, in more than a line. */
import { type FailedPage, type MadePage, makePage } from '../page/page.ts';
import type { Desk } from '../page/task.ts';

/** Proposals beside the page itself. */
const OTHERS = 2;
/** Stories whose width a proposal is asked to change, the heaviest first. */
const LEVERS = 4;

/** Up to two pages, each with another structure: at least half of its stories stand elsewhere or are otherwise wide. */
export function otherWays(desk: Desk, made: MadePage): readonly MadePage[] {
  const heaviest = made.stories.toSorted((a, b) => b.columns * b.rows - a.columns * a.rows).slice(0, LEVERS);
  const candidates: MadePage[] = [];
  for (const { article, columns } of heaviest) {
    const avoid = [...made.task.avoid, { slug: article.slug, columns }];
    const other: MadePage | FailedPage = makePage(desk, { ...made.task, avoid });
    if ('tree' in other) candidates.push(other);
  }
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
