/**
 * Jumps: a story that is too long for its page goes on further back. From page 1, or where a story is longer than its
 * page; from another page where the desk wrote `jump: true`, nothing else closes it, and the page behind takes the rest. Forward only, one
 * a story, all to as few pages as possible (R40; one reader in five is lost at a jump).
 */
import type { Article, PageRequest } from '../../issue/model.ts';
import type { Cut } from '../../typeset/model.ts';
import { BODY, type Rows } from '../../units.ts';
import type { FailedPage, MadePage } from '../page/page.ts';
import type { Desk } from '../page/task.ts';
import type { Grid } from '../plan.ts';
import { JUMP_LINES } from '../shape/galleys.ts';
import type { Assignment } from './distribute.ts';
import type { JumpPart } from './tasks.ts';

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

/** A story in two parts: its own page as made up with the first, and what another page takes. */
export interface Carried {
  readonly made: MadePage;
  readonly target: number;
  readonly over: JumpPart;
}

/** The page that takes the rest of any story: one that takes another already, else the later one with the most room. */
export function jumpTarget(later: readonly Assignment[], takes: (number: number) => boolean): number | undefined {
  const roomiest = later.toSorted((a, b) => b.room() - a.room())[0];
  return (later.find(({ page }) => takes(page.number)) ?? roomiest)?.page.number;
}

/**
 * A page nearer to a story than the usual target, with room for what its own page is over by: one of its section, or of
 * its own page's, else one that has no name. Undefined where the usual target is as near, or none has the room.
 */
export function kinTarget(
  { section }: Article,
  { task: { page }, cells }: FailedPage,
  { later, usual }: { readonly later: readonly Assignment[]; readonly usual: number },
): number | undefined {
  const least = Math.max(JUMP_LINES.after, cells.least - cells.page);
  const names = [section, page.name].filter((name) => name !== undefined);
  const farness = (other: PageRequest): number => {
    const name = names.findIndex((one) => other.name?.includes(one));
    return name >= 0 ? name : names.length + Number(other.name !== undefined);
  };
  const bound = Math.min(...later.filter((one) => one.page.number === usual).map((one) => farness(one.page)));
  return later
    .filter((one) => farness(one.page) < bound && one.room() >= least)
    .toSorted((a, b) => farness(a.page) - farness(b.page) || b.room() - a.room())[0]?.page.number;
}

/** Where the text of a jumped story goes on. */
export function restOf(made: MadePage, slug: string): Cut | undefined {
  return made.stories.find((story) => story.article.slug === slug && story.part === 1)?.leaf.pour?.rest;
}
