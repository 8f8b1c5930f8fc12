/**
 * Jumps: a story that is too long for its page goes on further back. From page 1, or where a story is longer than its
 * page; from another page where the desk wrote `jump: true`, nothing else closes it, and the page behind takes the rest. Forward only, one
 * a story, all to as few pages as possible (R40; one reader in five is lost at a jump).
 */
import type { Article } from '../../issue/model.ts';
import type { Cut } from '../../typeset/model.ts';
import { BODY, type Rows } from '../../units.ts';
import type { MadePage } from '../page/page.ts';
import type { Desk } from '../page/task.ts';
import type { Grid } from '../plan.ts';
import { JUMP_LINES } from '../shape/galleys.ts';

/** A story that may jump from a page. */
export interface Jumper {
  readonly article: Article;
  /** Lines of a basic column. */
  readonly lines: Rows;
  /** True where a jump is what a desk would do; elsewhere it has to be asked for. */
  readonly isUsual: boolean;
}

/** True where it needs no word of the desk, or has it. */
export const mayJump = ({ article, isUsual }: Jumper): boolean => isUsual || article.jumpAsked === true;

/** Stories of a page that are long enough to jump, in the order in which they should be tried: those that may first, the longest first. */
export function jumpers(
  articles: readonly Article[],
  desk: Desk,
  grid: Grid,
  { rows, front }: { readonly rows: Rows; readonly front: boolean },
): readonly Jumper[] {
  const measure = grid.measure * BODY;
  return articles
    .filter((article) => article.jump && article.body.length > 0 && article.genre !== 'index')
    .map((article) => ({ article, lines: desk.typesetter.copy(article).body(measure).rows.best }))
    .filter(({ lines }) => lines >= JUMP_LINES.before + JUMP_LINES.after)
    .map((one) => ({ ...one, isUsual: front || one.lines > rows * grid.columns * 0.9 }))
    .toSorted((a, b) => Number(mayJump(b)) - Number(mayJump(a)) || b.lines - a.lines);
}

/** Where the text of a jumped story goes on. */
export function restOf(made: MadePage, slug: string): Cut | undefined {
  return made.stories.find((story) => story.article.slug === slug && story.part === 1)?.leaf.pour?.rest;
}
